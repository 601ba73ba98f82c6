"""The real browser: Debian's Chromium, driven by Playwright, kept away from the network."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ViewportSize, sync_playwright

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
#: The width that WCAG 2.2 asks for at 400% zoom (1.4.10), and that of the smallest phones.
PHONE: ViewportSize = {"width": 320, "height": 640}

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page might ask for, no name but this machine's is ever looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
_MISSING = "The browser tests need Chromium as “chromium” on the PATH. `make debian` sees to it."


@contextmanager
def launched() -> Iterator[Browser]:
    """Start Chromium.

    Raises:
        FileNotFoundError: If there is none: a missing browser never means a skipped test.
    """
    path = shutil.which("chromium")
    if path is None:
        raise FileNotFoundError(_MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()
