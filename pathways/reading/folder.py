"""Which file of a pathway's folder is what, and which do not belong there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pathways.model.finding import Finding

DRAWING = "pathway.bpmn"
ABOUT = "about.toml"
PERIODS = "periods.toml"
CLOCKS = "clocks.toml"
_SINGLE = frozenset({DRAWING, ABOUT, PERIODS, CLOCKS})

MOST_FILES = 200
MOST_BYTES = 2_000_000

_PARTS = re.compile(
    r"decisions/(?P<decision>[^/\\]+)\.dmn|forms/(?P<form>[^/\\]+)\.json"
    r"|letters/(?P<letter>[^/\\]+)\.txt|scenarios/(?P<scenario>[^/\\]+)\.toml"
)


@dataclass(slots=True)
class Folder:
    """The files of a pathway by what they are. Those of many kinds: the file's stem -> the file."""

    #: `pathway.bpmn`, `about.toml`, `periods.toml` and `clocks.toml`, as far as they are there.
    single: dict[str, bytes] = field(default_factory=dict)
    decisions: dict[str, bytes] = field(default_factory=dict)
    forms: dict[str, bytes] = field(default_factory=dict)
    letters: dict[str, bytes] = field(default_factory=dict)
    #: Path -> file: what makes up the pathway; scenarios do not.
    sources: dict[str, bytes] = field(default_factory=dict)

    @property
    def only_drawn(self) -> bool:
        """Whether there is no more than a drawing and what it is about: a sketch to be tried."""
        return self.sources.keys() <= {DRAWING, ABOUT}


def version_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return those of a pathway's files that make up a version, without reading any of them."""
    folder, _ = sort_files(files)
    return folder.sources


def sort_files(files: Mapping[str, bytes]) -> tuple[Folder, tuple[Finding, ...]]:
    """Return the files by what they are, and what is wrong with the folder as such.

    Args:
        files: Path inside the folder -> the file, byte for byte.
    """
    if len(files) > MOST_FILES:
        message = f"The folder has {len(files)} files; at most {MOST_FILES} are read. Split it."
        return Folder(), (Finding(rule="too_many_files", message=message),)
    folder = Folder()
    for path, source in sorted(files.items()):
        if len(source) <= MOST_BYTES:
            _place(folder, path, source)
    return folder, (*_missing(files, folder), *_misplaced(files))


def _missing(files: Mapping[str, bytes], folder: Folder) -> Iterator[Finding]:
    for path, what in (
        (DRAWING, "the drawing"),
        (ABOUT, "who it is for and which law it follows"),
        (PERIODS, "how long each thing may take"),
    ):
        if path not in files and not (path == PERIODS and folder.only_drawn):
            message = f"The file {path} is missing. Write it: it says {what}."
            if path == DRAWING:
                message = f"The file {path} is missing. Put the drawing there."
            yield Finding(rule="missing_file", message=message, file=path)


def _misplaced(files: Mapping[str, bytes]) -> Iterator[Finding]:
    for path, source in sorted(files.items()):
        if path not in _SINGLE and _PARTS.fullmatch(path) is None:
            yield Finding(
                rule="unknown_file",
                message=(
                    f"“{path[:100]}” is no part of a pathway. Take it away, or put it where it "
                    "belongs: decisions/<step>.dmn, forms/<step>.json, letters/<step>.txt or "
                    "scenarios/<name>.toml."
                ),
                file=path,
            )
        elif len(source) > MOST_BYTES:
            message = f"The file has {len(source):,} bytes; at most {MOST_BYTES:,} are read. "
            yield Finding(rule="too_big", message=message + "Make it smaller.", file=path)


def _place(folder: Folder, path: str, source: bytes) -> None:
    found = _PARTS.fullmatch(path)
    if path in _SINGLE:
        folder.single[path] = source
    elif found is None or found["scenario"]:
        return
    elif found["decision"]:
        folder.decisions[found["decision"]] = source
    elif found["form"]:
        folder.forms[found["form"]] = source
    else:
        folder.letters[found["letter"]] = source
    folder.sources[path] = source
