"""Takes the README's picture: `.venv/bin/python docs/images/take_screenshots.py`.

Serves a fresh demonstration from a temporary folder and looks at it with Chromium.
"""
# ruff: noqa: INP001 - a script beside what it makes, not a package

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))  # the tests have the browser and the site

from tests.browser.chromium import DESKTOP, launched  # noqa: E402 - after the path is set
from tests.browser.site import served  # noqa: E402 - after the path is set


def words_beside_picture(file: Path) -> None:
    """Write the public page of a pathway as a desktop shows it: its words beside its picture."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as site,
        launched() as browser,
        browser.new_page(viewport=DESKTOP) as page,
    ):
        page.goto(f"{site.address}/local-offer/quick_one_off#the.words")
        page.screenshot(path=file)


if __name__ == "__main__":
    words_beside_picture(HERE / "words-beside-picture.png")
