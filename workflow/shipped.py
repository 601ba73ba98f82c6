"""The pathways that come with Fingerpost, as files."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def shipped_pathways() -> Mapping[str, Mapping[str, bytes]]:
    """Return the files of each shipped pathway: key -> path inside its folder -> file."""
    library = files("pathways") / "library"
    return {
        folder.name: dict(_files(folder))
        for folder in sorted(library.iterdir(), key=lambda one: one.name)
        if folder.is_dir() and (folder / "pathway.bpmn").is_file()
    }


def pathway_files(folder: Path) -> Mapping[str, bytes]:
    """Return the files of a pathway's folder: path inside it -> file.

    Raises:
        OSError: If the folder cannot be read.
    """
    return dict(_files(folder))


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{above}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _files(entry, f"{path}/")
        else:
            yield path, entry.read_bytes()
