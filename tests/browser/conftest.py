"""A browser, a site and people who visit it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.acting import Acting
from tests.browser.chromium import DESKTOP, launched
from tests.browser.inspection import Inspection, window_apart
from tests.browser.site import Site, served
from tests.browser.visitor import Visitor
from tests.browser.watch import Watch

Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def inspection(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, shared_folder: Path
) -> Iterator[Inspection]:
    """Return what looks at every page.

    FINGERPOST_SCREENSHOTS names a folder for screenshots of whole pages, wide and narrow.
    """
    memory = shared_folder / "pages-that-were-looked-at"
    chosen = os.environ.get("FINGERPOST_SCREENSHOTS")
    pictures = Path(chosen) if chosen else tmp_path_factory.mktemp("screenshots")
    for folder in (memory, pictures):
        folder.mkdir(parents=True, exist_ok=True)
    with window_apart(chromium) as page:
        yield Inspection(page, memory, pictures, whole=bool(chosen))


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of one test run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with served(tmp_path) as house:
        yield house


@pytest.fixture
def acting(site: Site) -> Acting:
    """Return a way to begin in the middle of a story."""
    return Acting(site.workflow)


@pytest.fixture
def visit(chromium: Browser, inspection: Inspection, site: Site) -> Iterator[Visit]:
    """Return a way to let somebody in: a browser of their own, signed in where they have a name."""
    watch = Watch(site.address)
    contexts = []

    def arrive(
        name: str = "", *, scripted: bool = True, viewport: ViewportSize = DESKTOP
    ) -> Visitor:
        context = chromium.new_context(viewport=viewport, java_script_enabled=scripted)
        contexts.append(context)
        watch.over(context)
        visitor = Visitor(context.new_page(), site.address, inspection, scripted)
        if name:
            visitor.sign_in_as(name)
        return visitor

    yield arrive
    for context in contexts:
        context.close()
    assert watch.noticed() == []
