"""Places as text: a column holds `[["each_line", "line_2"]]`, or `[]` outside all loops."""

import msgspec

from workflow.model.place import Place

_read = msgspec.json.Decoder(tuple[tuple[str, str], ...]).decode


def write_place(place: Place) -> str:
    """Return a place as the text of a column."""
    return msgspec.json.encode(place).decode()


def read_place(text: str) -> Place:
    """Return the place that a column holds."""
    return _read(text)
