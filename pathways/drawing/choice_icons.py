"""How a choice chooses: signs in a diamond of 50 pixels."""

from pathways.drawing.paths import outline, scaled, star
from pathways.drawing.svg import circle, path, whole
from pathways.model.node import Choice, ChoiceKind

#: The size that they are drawn for.
SIZE = 50.0

_X = outline(
    (16, 15.1), (19.2, 15.1), (24.9, 22.4), (30.6, 15.1), (33.8, 15.1), (26.7, 24.7), (33.8, 34.4),
    (30.6, 34.4), (24.9, 27), (19.2, 34.4), (16, 34.4), (23.2, 24.7),
)  # fmt: skip
_PLUS = outline(
    (23, 10), (28, 10), (28, 22.5), (40.4, 22.5), (40.4, 27.4), (28, 27.4), (28, 39.9), (23, 39.9),
    (23, 27.4), (10.6, 27.4), (10.6, 22.5), (23, 22.5),
)  # fmt: skip
_LIGHT_PLUS = outline(
    (23.7, 14.9), (27, 14.9), (27, 23.1), (35.3, 23.1), (35.3, 26.5), (27, 26.5), (27, 34.8),
    (23.7, 34.8), (23.7, 26.5), (15.4, 26.5), (15.4, 23.1), (23.7, 23.1),
)  # fmt: skip
_BARS = (
    outline((22.9, 13.1), (27.2, 13.1), (27.2, 37.6), (22.9, 37.6))
    + outline((12.8, 23.2), (37.6, 23.2), (37.6, 27.4), (12.8, 27.4))
    + outline((14.7, 18.2), (18.1, 15.1), (35.5, 32.4), (32.3, 35.6))
    + outline((32.3, 15.1), (35.5, 18.2), (18.1, 35.6), (14.7, 32.4))
)
_PENTAGON = star((25.3, 24.9), 7.6, 5)


def choice_icon(choice: Choice, width: float, height: float, *, marked: bool) -> str:
    """Return the sign of a choice; `marked` says whether an exclusive one shows its X."""
    across, down = width / SIZE, height / SIZE
    if choice.kind is ChoiceKind.EXCLUSIVE:
        return path("solid", scaled(_X, across, down)) if marked else ""
    if choice.kind is ChoiceKind.PARALLEL:
        return path("solid", scaled(_PLUS, across, down))
    if choice.kind is ChoiceKind.INCLUSIVE:
        return _ring("thick", width, height, 0.24)
    if choice.kind is ChoiceKind.COMPLEX:
        return path("solid", scaled(_BARS, across, down))
    return _event_based(choice, width, height)


def _event_based(choice: Choice, width: float, height: float) -> str:
    across, down = width / SIZE, height / SIZE
    outer = _ring("icon", width, height, 0.2)
    if choice.all_events:
        return outer + path("icon", scaled(_LIGHT_PLUS, across, down))
    inner = "" if choice.begins else _ring("icon", width, height, 0.26)
    return outer + inner + path("icon heavy", scaled(_PENTAGON, across, down))


def _ring(css: str, width: float, height: float, inset: float) -> str:
    radius = whole((width + height) / 4 - height * inset)
    return circle(css if css == "icon" else f"icon {css}", width / 2, height / 2, radius)
