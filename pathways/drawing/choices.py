"""Choices: diamonds."""

from pathways.drawing.choice_icons import choice_icon
from pathways.drawing.svg import polygon
from pathways.model.node import Choice


def choice_body(choice: Choice, width: float, height: float, *, marked: bool) -> str:
    """Return a choice, drawn from the upper left corner of its room on."""
    corners = ((width / 2, 0.0), (width, height / 2), (width / 2, height), (0.0, height / 2))
    return polygon("shape", *corners) + choice_icon(choice, width, height, marked=marked)
