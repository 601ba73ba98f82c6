"""A page for a drawing, its words and its pictures, looked at in Chromium."""

import traceback
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from playwright.sync_api import Page

from bench.corpus.look import RIGHT, WRONG
from bench.corpus.row import Row
from pathways.bpmn import read_drawing
from pathways.drawing import STYLESHEET, picture
from pathways.model.drawing import Drawing
from pathways.model.finding import PathwayInvalid
from pathways.words import drawing_words, html_fragment
from tests.browser.chromium import launched
from tests.browser.inspection import faults, window_apart

PAGES = "pages"
#: Nobody reads longer pages, and a browser takes minutes to judge one.
MOST_NODES = 1_000
_ADDRESS = "http://127.0.0.1/drawing"
_WORDS = files("pathways.words").joinpath("words.css").read_text("utf-8")
_SHELL = Template(Path(__file__).with_name("page.html").read_text("utf-8"))


def page_of(drawing: Drawing) -> str:
    """Return a page of its own: the words of a drawing, then its pictures."""
    words = drawing_words(drawing)
    planes = range(len(drawing.planes))
    pictures = [
        picture(drawing, anchors=words.anchors, name=f"picture-{plane}", plane=plane)
        for plane in planes
    ]
    title = escape(drawing.name or "A drawing")
    framed = (
        f'<div class="picture" tabindex="0" role="region" aria-label="Picture {number}">{svg}</div>'
        for number, svg in enumerate(pictures, start=1)
    )
    return _SHELL.substitute(
        language="en",
        title=title,
        style=_WORDS + STYLESHEET,
        words=html_fragment(words),
        pictures="Pictures" if pictures else "No picture",
        picture="\n".join(framed),
    )


def look_at_pages(rows: Sequence[Row]) -> Iterator[Row]:
    """Look at the page of each file in Chromium; yield the row in which is noted what is wrong."""
    with launched() as browser, window_apart(browser) as page:
        for row in rows:
            _look(page, row)
            yield row


def faults_of(page: Page, html: str) -> Iterator[str]:
    """Open a page in a window apart, and yield everything that is wrong with it."""
    page.unroute_all()
    page.route(_ADDRESS, lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(_ADDRESS)
    yield from faults(page)


def _look(page: Page, row: Row) -> None:
    try:
        drawing = read_drawing(Path(row.file).read_bytes())
    except PathwayInvalid:
        return
    if len(drawing.nodes) > MOST_NODES:
        row.ended[PAGES] = "too long for a page"
        return
    try:
        for fault in faults_of(page, page_of(drawing)):
            row.add(PAGES, fault)
    except Exception:  # noqa: BLE001 - whatever is raised is a problem of this page
        row.tracebacks += 1
        row.add(PAGES, traceback.format_exc(limit=-3).strip())
    row.ended[PAGES] = WRONG if PAGES in row.problems else RIGHT
