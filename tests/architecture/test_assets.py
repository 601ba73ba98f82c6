import json
import re
from hashlib import sha256

from tests.architecture.tree import ROOT, text_of

STATIC = ROOT / "webapp" / "static"
#: Of the 100 KB that a page may weigh; the rest is for its own HTML.
MOST_FOR_EVERY_PAGE = 75_000


def test_stylesheet_and_script_together_are_below_75_kilobytes() -> None:
    sizes = [(STATIC / name).stat().st_size for name in ("fingerpost.css", "fingerpost.js")]

    assert sum(sizes) < MOST_FOR_EVERY_PAGE


def test_the_manifest_tells_every_built_file_by_its_hash() -> None:
    manifest = json.loads((STATIC / "manifest.json").read_text("utf-8"))
    built = {path.name: path for path in STATIC.iterdir() if path.name != "manifest.json"}

    assert manifest == {name: sha256(built[name].read_bytes()).hexdigest() for name in built}


def test_the_stylesheet_carries_no_font_crown_or_logo_and_fetches_nothing() -> None:
    stylesheet = text_of("webapp/static/fingerpost.css")

    assert re.findall(r"GDS Transport|crown|crest|@font-face|@import|url\(", stylesheet) == []


def test_the_stylesheet_has_none_of_the_blue_that_belongs_to_gov_uk() -> None:
    stylesheet = text_of("webapp/static/fingerpost.css").lower()

    assert "#1d70b8" not in stylesheet


def test_only_stylesheets_scripts_and_drawn_images_are_shipped_to_the_browser() -> None:
    endings = {path.suffix for path in STATIC.iterdir()}

    assert endings <= {".css", ".js", ".svg", ".json"}
    assert (ROOT / "webapp/assets/node_modules/axe-core/axe.min.js").is_file()
