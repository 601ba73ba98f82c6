"""`fingerpost draw`: the pictures of drawings, as SVG files."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from pathways.drawing import standalone
from pathways.words import ENGLISH
from webapp.cli.files import FILES, Files, Trouble
from webapp.cli.given import CannotUse, read_given
from webapp.cli.output import named

_ENDINGS = (".bpmn20.xml", ".bpmn2", ".bpmn", ".xml")


@click.command()
@FILES
@click.option(
    "-o",
    "folder",
    metavar="DIR",
    default=".",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the pictures go; made where it is not there. The current folder otherwise.",
)
def draw(files: tuple[Path, ...], folder: Path) -> None:
    """Draw BPMN files, or folders of pathways, as SVG files that carry the names of the files.

    A file with several diagrams gives several pictures: NAME.svg, NAME-2.svg, ...
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {named(folder)} cannot be made: {error.strerror}."
        raise click.ClickException(message) from None
    sheets = _Sheets(folder, files)
    with Files(files) as drawn:
        for path, tried in drawn.each(sheets.draw):
            if not isinstance(tried, Trouble):
                drawn.out("".join(f"{named(path)}: {named(sheet)}\n" for sheet in tried.result))
    drawn.close(f"{drawn.good} drawn", bad="could not be drawn")
    sys.exit(1 if drawn.bad else 0)


class _Sheets:
    """The SVG files of one command, no two of one name."""

    def __init__(self, folder: Path, files: Sequence[Path]) -> None:
        self._folder = folder
        #: What must not be written over: the files given, and the pictures so far.
        self._taken = {path.resolve() for path in files}

    def draw(self, path: Path) -> tuple[Path, ...]:
        """Write the pictures of one file; return their paths."""
        drawing = read_given(path).drawing
        if not drawing.planes:
            raise CannotUse(
                "The file has no diagram part that can be drawn: it says of no step or side where "
                "it is, or places them all where no picture reaches. "
                "Open it in a BPMN editor that lays it out, and save it again."
            )
        pictures = [
            standalone(drawing, plane=number, say=ENGLISH) for number in range(len(drawing.planes))
        ]
        sheets = self._free(_stem(path), len(pictures))
        for sheet, picture in zip(sheets, pictures, strict=True):
            _write(sheet, picture)
        return sheets

    def _free(self, stem: str, count: int) -> tuple[Path, ...]:
        """Return names that no other picture has: files of one name come from many folders."""
        for name in _names(stem):
            sheets = [self._folder / f"{name}.svg"]
            sheets += [self._folder / f"{name}-{number}.svg" for number in range(2, count + 1)]
            whole = {sheet.resolve() for sheet in sheets}
            if not whole & self._taken:
                self._taken |= whole
                return tuple(sheets)
        raise AssertionError  # names never end


def _names(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}_{number}"
        number += 1


def _stem(path: Path) -> str:
    name = path.resolve().name
    for ending in _ENDINGS:
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return name


def _write(sheet: Path, picture: str) -> None:
    try:
        sheet.write_text(picture, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotUse(f"{named(sheet)} cannot be written: {error.strerror}.") from None
