"""Looks at every page that anybody meets, wide and narrow, once for each page that differs.

The page is opened again in a window apart from the very bytes that the visitor was sent, so that
looking never disturbs the visitor. Where the visitor's browser runs no scripts, the site's scripts
are left out here too; axe-core itself needs one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.chromium import DESKTOP, PHONE
from tests.browser.sight import Sight
from tests.browser.tabbing import tabbed_through

#: Bytes of HTML, stylesheet and script together, uncompressed, without the picture.
HEAVIEST = 100_000
_AXE = Path(str(files("webapp"))) / "assets" / "node_modules" / "axe-core" / "axe.min.js"
_SCRIPTS = Path(__file__).parent / "scripts"

_ALWAYS = ("axe", "sideways", "targets", "contrast")
_UNFOLD = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@cache
def script(name: str) -> str:
    """Return a script of this folder, or axe-core itself."""
    path = _AXE if name == "axe-core" else _SCRIPTS / f"{name}.js"
    return path.read_text(encoding="utf-8")


@contextmanager
def window_apart(browser: Browser) -> Iterator[Page]:
    """Open a window in which every page has axe-core."""
    with browser.new_context(viewport=DESKTOP) as context:
        context.add_init_script(script("axe-core"))
        yield context.new_page()


@dataclass(frozen=True, slots=True)
class Inspection:
    """Looks at pages, and remembers which ones it has seen."""

    #: The window apart.
    page: Page
    #: A folder with a file for everything that was looked at; all test processes share it.
    memory: Path
    #: Where screenshots go.
    pictures: Path
    #: Whether screenshots show whole pages at both widths, for people to look at; it takes longer.
    whole: bool = False

    def look(self, sight: Sight) -> None:
        """Fail with everything that is wrong with a page, unless one like it was looked at.

        So a fault fails the first test that meets the page; the tests after it go on.
        """
        assert weight(sight) < HEAVIEST, f"{sight.pattern} has {weight(sight)} bytes"
        if not self._first(f"page-{sight.fingerprint}"):
            return
        self._open(sight)
        found = list(self._findings(sight))
        assert not found, "\n".join([f"{sight.pattern}, status {sight.status}:", *found])

    def _open(self, sight: Sight) -> None:
        self.page.unroute_all()
        self.page.route(
            sight.url, lambda route: route.fulfill(headers=sight.policy, body=sight.html)
        )
        if not sight.scripted:
            self.page.route("**/*.js?*", lambda route: route.abort())
        self.page.set_viewport_size(DESKTOP)
        self.page.goto(sight.url)

    def look_at(self, page: Page) -> None:
        """Fail with what is wrong with a page as it stands in somebody's own browser."""
        page.evaluate(script("axe-core"))
        found = [*page.evaluate(script("structure")), *_run(page, (*_ALWAYS, "spacing"))]
        assert not found, "\n".join([page.url, *found])

    def _first(self, name: str) -> bool:
        """Whether nobody has looked at this before."""
        try:
            (self.memory / name).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def _findings(self, sight: Sight) -> Iterator[str]:
        first_of_its_kind = self._first(f"kind-{sight.kind}")
        names = (*_ALWAYS, "spacing") if first_of_its_kind else _ALWAYS
        yield from self.page.evaluate(script("structure"))
        self._picture(sight, DESKTOP)
        self.page.evaluate(_UNFOLD)
        yield from _run(self.page, names)
        if first_of_its_kind:
            yield from _in_other_colours(self.page)
        self.page.set_viewport_size(PHONE)
        self._picture(sight, PHONE)
        yield from _run(self.page, names)
        if first_of_its_kind:
            self.page.set_viewport_size(DESKTOP)
            yield from tabbed_through(self.page, script("controls"))

    def _picture(self, sight: Sight, viewport: ViewportSize) -> None:
        if self.whole or viewport is DESKTOP:
            name = f"{_file_name(sight)}-{viewport['width']}.png"
            self.page.screenshot(path=self.pictures / name, full_page=self.whole)


def faults(page: Page) -> Iterator[str]:
    """Yield everything that is wrong with a page in a window apart: wide, narrow, by Tab."""
    names = (*_ALWAYS, "spacing")
    page.set_viewport_size(DESKTOP)
    yield from page.evaluate(script("structure"))
    page.evaluate(_UNFOLD)
    yield from _run(page, names)
    yield from _in_other_colours(page)
    page.set_viewport_size(PHONE)
    yield from _run(page, names)
    page.set_viewport_size(DESKTOP)
    yield from tabbed_through(page, script("controls"))


def weight(sight: Sight) -> int:
    """Return the bytes of a page with its stylesheets and scripts, uncompressed."""
    static = files("webapp") / "static"
    return sight.weight + sum(len((static / name).read_bytes()) for name in sight.assets)


def _run(page: Page, names: tuple[str, ...]) -> Iterator[str]:
    width = page.evaluate("() => innerWidth")
    for name in names:
        for found in page.evaluate(script(name)):
            yield f"at {width} px: {found}"


def _in_other_colours(page: Page) -> Iterator[str]:
    page.emulate_media(color_scheme="dark")
    yield from (f"in dark colours: {found}" for found in page.evaluate(script("contrast")))
    page.emulate_media(color_scheme="light", forced_colors="active")
    yield from (f"in forced colours: {found}" for found in page.evaluate(script("contrast")))
    page.emulate_media(color_scheme="light", forced_colors="none")


def _file_name(sight: Sight) -> str:
    said = sight.pattern.strip("/").replace("/", "-").replace("…", "x") or "start"
    quiet = "" if sight.scripted else "-no-script"
    return f"{said}-{sight.status}-{sight.fingerprint[:6]}{quiet}"
