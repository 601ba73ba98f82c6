"""What is drawn beside the way: notes, frames, data."""

from pathways.drawing.paths import line, lines, outline, scaled
from pathways.drawing.steps import CORNER, NAME_SIZE
from pathways.drawing.svg import height_of, path, rect, text_from
from pathways.drawing.text import wrapped
from pathways.model.drawing import Artifact, ArtifactKind

#: Between the bracket of a note and its text.
_PADDING = 7.0
_BRACKET = 10.0
#: The sizes that they are drawn for.
_PAPER, _STORE = (36.0, 50.0), (50.0, 50.0)

_SHEET = outline((0, 0), (28.2, 0), (35.3, 8.2), (35.3, 49.2), (0, 49.2)) + line(
    (28.2, 0), (28.2, 8.2), (35.3, 8.2)
)
_ARROW = outline((5, 9.2), (14, 9.2), (14, 6), (19, 11), (14, 16.2), (14, 13.2), (5, 13.2))
_STORE_BODY = (
    "M0 6.7C0 -1.5 49.2 -1.5 49.2 6.7L49.2 43.5C49.2 51.7 0 51.7 0 43.5Z"
    "M0 6.7C0 14.9 49.2 14.9 49.2 6.7M0 12.4C0 20.6 49.2 20.6 49.2 12.4"
    "M0 18.2C0 26.4 49.2 26.4 49.2 18.2"
)


def artifact_body(artifact: Artifact, name: str, width: float, height: float) -> str:
    """Return a note, a frame or data, drawn from its upper left corner on, without a label."""
    if artifact.kind is ArtifactKind.ANNOTATION:
        return _note(name, width, height)
    if artifact.kind is ArtifactKind.GROUP:
        return rect("frame", (0, 0, width, height), CORNER)
    if artifact.kind is ArtifactKind.DATA_STORE:
        return path("shape", scaled(_STORE_BODY, width / _STORE[0], height / _STORE[1]))
    return _paper(artifact, width, height)


def note_bottom(text: str, width: float) -> float:
    """Return how far the text of a note reaches from its top."""
    return _PADDING + height_of(wrapped(text, width - 2 * _PADDING, NAME_SIZE), NAME_SIZE)


def _note(text: str, width: float, height: float) -> str:
    bracket = path("bracket", line((_BRACKET, 0), (0, 0), (0, height), (_BRACKET, height)))
    written = wrapped(text, width - 2 * _PADDING, NAME_SIZE)
    return bracket + text_from("note", written, (_PADDING, _PADDING), NAME_SIZE)


def _paper(artifact: Artifact, width: float, height: float) -> str:
    body = path("shape", scaled(_SHEET, width / _PAPER[0], height / _PAPER[1]))
    if artifact.kind is ArtifactKind.DATA_INPUT:
        body += path("icon", _ARROW)
    elif artifact.kind is ArtifactKind.DATA_OUTPUT:
        body += path("solid", _ARROW)
    return body + (_several(width, height) if artifact.collection else "")


def _several(width: float, height: float) -> str:
    left, top = 0.33 * width, height - 16
    bars = (((left + x, top), (left + x, top + 10)) for x in (3, 6, 9))
    return path("icon heavy", lines(*bars))
