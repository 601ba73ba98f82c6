"""Finds the BPMN files below a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

_SURE = (".bpmn", ".bpmn2", ".bpmn20.xml")
_MODEL = b"http://www.omg.org/spec/BPMN/20100524/MODEL"
#: The namespace stands in the first element of a file, which seldom comes late.
_LOOKED_AT = 16_384


def drawings(folder: Path) -> list[Path]:
    """Return every BPMN file below a folder, by path: by its name, or because it is BPMN's XML."""
    return sorted(_found(folder))


def _found(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            path = Path(place, name)
            if path.is_file() and _is_drawing(path):
                yield path


def _is_drawing(path: Path) -> bool:
    name = path.name.lower()
    return name.endswith(_SURE) or (name.endswith(".xml") and _has_model(path))


def _has_model(path: Path) -> bool:
    with path.open("rb") as file:
        return _MODEL in file.read(_LOOKED_AT).replace(b"\0", b"")
