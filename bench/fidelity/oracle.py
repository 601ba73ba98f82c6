"""The window in which bpmn-js draws, and in which pixels are counted."""

import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page

from bench.fidelity.ink import DARKNESSES, Compared, ink_of
from pathways.bpmn import read_drawing
from pathways.drawing import standalone
from pathways.model.finding import PathwayInvalid

HERE = Path(__file__).parent
_VIEWER = HERE / "node_modules" / "bpmn-js" / "dist" / "bpmn-viewer.production.min.js"
#: Larger pictures are shown in part, in pixels.
_MOST_SHOWN = 2400
_COLOURS = re.compile(r'\s(?:bioc|color):[\w-]+="[^"]*"')


class Oracle:
    """Compares files, one after the other."""

    def __init__(self, page: Page, *, colours: bool) -> None:
        self._page = page
        self._colours = colours

    def compare(self, file: Path) -> Compared:
        """Return how our picture of a file compares with that of bpmn-js."""
        xml = file.read_bytes()
        try:
            ours = standalone(read_drawing(xml))
        except PathwayInvalid as broken:
            return Compared(file=file, problem=f"not read: {broken.findings[0].message}")
        text = xml.decode("utf-8", "replace")
        if not self._colours:
            text = _COLOURS.sub("", text)
        return self._measured(file, self._page.evaluate("xml => drawnByOracle(xml)", text), ours)

    def _measured(self, file: Path, drawn: dict[str, str], ours: str) -> Compared:
        if "svg" not in drawn:
            return Compared(file=file, problem=f"bpmn-js: {drawn['error']}")
        asked: list[Any] = [drawn["svg"], ours, DARKNESSES]
        try:
            found = self._page.evaluate("([a, b, c]) => compared(a, b, c)", asked)
        except Error as broken:
            return Compared(file=file, problem=f"not compared: {broken.message[:200]}")
        inks = tuple(ink_of(counts) for counts in found)
        return Compared(file=file, inks=inks, theirs=drawn["svg"], ours=ours)

    def side_by_side(self, one: Compared) -> bytes:
        """Return a PNG: bpmn-js, ours, and what only one of them has (red theirs, blue ours)."""
        asked: list[Any] = [one.theirs, one.ours, _MOST_SHOWN]
        return b64decode(self._page.evaluate("([a, b, c]) => sideBySide(a, b, c)", asked))


@contextmanager
def oracle(browser: Browser, *, colours: bool = True) -> Iterator[Oracle]:
    """Open the window; `colours` says whether bpmn-js may paint a file's own colours."""
    with browser.new_page() as page:
        page.set_content("<!doctype html><title>Fidelity</title>")
        page.add_script_tag(path=_VIEWER)
        page.add_script_tag(path=HERE / "oracle.js")
        yield Oracle(page, colours=colours)
