"""The way from one page of a long list to the next."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from workflow.model.page import Page


def pagination(page: Page[Any], path: str, chosen: Mapping[str, str], *, of: str) -> dict[str, Any]:
    """Return the parameters of the pagination component; empty where there is but one page.

    Args:
        page: The page that is shown.
        path: The address of the list.
        chosen: What it is narrowed by: name -> value.
        of: What is listed, for those who hear the links alone, e.g. `"tasks"`.
    """
    marks = {"previous": page.previous, "next": page.following}
    found = {
        way: {
            "href": f"{path}?{urlencode({**chosen, 'at': mark})}",
            "text": f"{way.capitalize()} page",
            "attributes": {"aria-label": f"{way.capitalize()} page of {of}"},
        }
        for way, mark in marks.items()
        if mark
    }
    return {**found, "landmarkLabel": f"Pages of {of}"} if found else {}
