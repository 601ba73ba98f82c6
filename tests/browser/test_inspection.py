"""The inspection has eyes: each kind of fault, put into a page, is found."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import DESKTOP
from tests.browser.inspection import HEAVIEST, Inspection, script
from tests.browser.sight import Sight
from tests.browser.tabbing import tabbed_through
from tests.browser.watch import Watch

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title><style>
:focus {{ outline: 3px solid #000; }} {style}</style></head>
<body><main><h1>A page</h1>{body}</main></body></html>"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_page(viewport=DESKTOP) as opened:
        yield opened


def _show(page: Page, body: str, *, style: str = "", title: str = "A page – Fingerpost") -> None:
    page.set_content(PAGE.format(body=body, style=style, title=title))


def test_a_page_without_faults_has_none(page: Page) -> None:
    _show(page, '<p id="a">Words, and <a href="#a">a link</a>.</p><button>Press</button>')
    page.evaluate(script("axe-core"))

    for name in ("structure", "axe", "sideways", "targets", "contrast", "spacing"):
        assert page.evaluate(script(name)) == []
    assert list(tabbed_through(page, script("controls"))) == []


@pytest.mark.parametrize(
    ("name", "body", "style", "fault"),
    [
        ("axe", '<img src="data:,">', "", "axe image-alt"),
        ("structure", "<h1>Another</h1>", "", "2 main headings"),
        ("structure", '<p id="a"></p><p id="a"></p>', "", "doubled ids: a"),
        ("structure", '<a href="#nowhere">Go</a>', "", "a link to #nowhere"),
        (
            "structure",
            '<svg><a href="#nowhere"><text>Go</text></a></svg>',
            "",
            "a link to #nowhere",
        ),
        ("structure", "<h3>Deep</h3>", "", "a heading level is left out"),
        ("sideways", '<p class="w">Wide</p>', ".w { width: 2000px }", "the page scrolls sideways"),
        (
            "targets",
            "<button>a</button><button>b</button>",
            "button { width: 15px; height: 15px; padding: 0; margin: 0; border: 0; font: 9px a }",
            "a target of 15 by 15 px: a",
        ),
        ("contrast", "<p>Pale</p>", "p { color: #999 }", "contrast 2.8 of “Pale”"),
        (
            "contrast",
            '<svg><rect width="90" height="40" fill="#333" /><text x="9" y="20">Dark</text></svg>',
            "",
            "contrast 1.7 of “Dark”",
        ),
        (
            "spacing",
            "<p class='c'>Words that only just have the room that they need</p>",
            ".c { width: 18em; height: 2.4em; line-height: 1.2; overflow: hidden }",
            "cut off with wide spacing",
        ),
    ],
)
def test_a_fault_is_found(page: Page, name: str, body: str, style: str, fault: str) -> None:
    _show(page, body, style=style)
    page.evaluate(script("axe-core"))

    found = page.evaluate(script(name))

    assert [one for one in found if fault in one] != [], found


@pytest.mark.parametrize(
    ("body", "style", "fault"),
    [
        ("<button>a</button>", ":focus { outline: none }", "focus cannot be seen on: a"),
        ('<button>a</button><button tabindex="1">b</button>', "", "it does not reach ['b']"),
        (
            "<div><button>a</button><button>b</button></div>",
            "div { display: flex; flex-direction: column-reverse; width: 9em }",
            "Tab jumps up from “a” to “b”",
        ),
    ],
)
def test_a_fault_of_the_tab_key_is_found(page: Page, body: str, style: str, fault: str) -> None:
    _show(page, body, style=style)

    found = list(tabbed_through(page, script("controls")))

    assert [one for one in found if fault in one] != [], found


def test_colours_that_only_work_on_white_are_found(page: Page) -> None:
    picture = '<svg><rect width="90" height="40" fill="Canvas" /><text x="9" y="20">Go</text></svg>'
    _show(page, picture, style="text { fill: #111 } :root { color-scheme: light dark }")
    page.emulate_media(color_scheme="dark")

    assert page.evaluate(script("contrast"))


def test_a_page_that_is_too_heavy_is_found(inspection: Inspection) -> None:
    html = PAGE.format(title="A page", style="", body="x" * HEAVIEST)
    sight = Sight(url="http://127.0.0.1/", status=200, headers={}, html=html, scripted=True)

    with pytest.raises(AssertionError, match="bytes"):
        inspection.look(sight)


def test_what_goes_on_behind_a_page_is_noticed(chromium: Browser) -> None:
    html = '<title>A</title><script>1</script><img src="http://elsewhere.invalid/a.png">'
    policy = {"content-security-policy": "script-src 'self'", "content-type": "text/html"}
    with chromium.new_context() as context:
        watch = Watch("http://127.0.0.1:1").over(context)
        page = context.new_page()
        page.route("http://127.0.0.1:1/", lambda route: route.fulfill(headers=policy, body=html))
        page.goto("http://127.0.0.1:1/")

    assert [one for one in watch.noticed() if "elsewhere.invalid" in one]
    assert [one for one in watch.noticed() if "Content Security Policy" in one]
