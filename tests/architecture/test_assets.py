import json
import re
from hashlib import sha256

import pytest

from tests.architecture.tree import ROOT, text_of

STATIC = ROOT / "webapp" / "static"
STYLESHEETS = ("fingerpost.css", "forms.css", "lists.css", "pathway.css")
#: Of the 100 KB that a page may weigh; the rest is for its own HTML. What pages weigh as a whole is
#: asked of every page that a test of tests/webapp meets.
MOST_FOR_READING = 40_000
MOST_FOR_FORMS = 60_000


def test_the_stylesheets_of_a_page_that_shows_a_pathway_are_below_40_kilobytes() -> None:
    assert _size("fingerpost.css", "pathway.css") < MOST_FOR_READING


def test_stylesheets_and_script_of_a_page_with_questions_are_below_60_kilobytes() -> None:
    assert _size("fingerpost.css", "forms.css", "forms.js") < MOST_FOR_FORMS


def test_the_manifest_tells_every_built_file_by_its_hash() -> None:
    manifest = json.loads((STATIC / "manifest.json").read_text("utf-8"))
    built = {path.name: path for path in STATIC.iterdir() if path.name != "manifest.json"}

    assert manifest == {name: sha256(built[name].read_bytes()).hexdigest() for name in built}


@pytest.mark.parametrize("name", STYLESHEETS)
def test_a_stylesheet_carries_no_font_crown_or_logo_and_fetches_nothing(name: str) -> None:
    stylesheet = text_of(f"webapp/static/{name}")

    assert re.findall(r"GDS Transport|crown|crest|@font-face|@import|url\(", stylesheet) == []


@pytest.mark.parametrize("name", STYLESHEETS)
def test_a_stylesheet_has_none_of_the_blue_that_belongs_to_gov_uk(name: str) -> None:
    assert "#1d70b8" not in text_of(f"webapp/static/{name}").lower()


def test_only_stylesheets_scripts_and_drawn_images_are_shipped_to_the_browser() -> None:
    endings = {path.suffix for path in STATIC.iterdir()}

    assert endings <= {".css", ".js", ".svg", ".json"}
    assert (ROOT / "webapp/assets/node_modules/axe-core/axe.min.js").is_file()


def _size(*names: str) -> int:
    return sum((STATIC / name).stat().st_size for name in names)
