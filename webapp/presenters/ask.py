"""Beginning a case: for which child or young person."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp import addresses
from webapp.presenters.page import Link, Page
from workflow.model.case import Child
from workflow.model.version import Version

CHOOSE = "Choose who you are asking for"
_FIRST_CHOICE = "child"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage(Page):
    """Who somebody asks for."""

    summary: str
    read: Link
    #: Parameters of the radios; None where there is nobody to ask for.
    choices: dict[str, object] | None
    #: Makes a case begin once, however often the button is pressed.
    key: str


def ask_page(
    version: Version, children: Iterable[Child], *, key: str, problem: str = ""
) -> AskPage:
    """Return the page that begins a case.

    Args:
        version: The edition that would be followed.
        children: For whom this person may ask.
        key: The idempotency key of the case that would begin.
        problem: What to put right; empty at first.
    """
    about = version.pathway.about
    return AskPage(
        title=f"Ask for “{about.name}”",
        back=Link(text="Back to the pathways", href="/"),
        problems=(Link(text=problem, href=f"#{_FIRST_CHOICE}"),) if problem else (),
        summary=about.summary,
        read=Link(text="Read the whole pathway first", href=addresses.pathway(version.key)),
        choices=_choices(tuple(children), problem),
        key=key,
    )


def _choices(children: tuple[Child, ...], problem: str) -> dict[str, object] | None:
    if not children:
        return None
    only = len(children) == 1
    legend = {"text": "Who are you asking for?", "classes": "govuk-fieldset__legend--m"}
    params: dict[str, object] = {
        "idPrefix": _FIRST_CHOICE,
        "name": "child",
        "fieldset": {"legend": legend},
        "items": [
            {"value": child.id, "text": child.preferred_name, "checked": only} for child in children
        ],
    }
    return params | ({"errorMessage": {"text": problem}} if problem else {})
