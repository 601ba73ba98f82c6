"""Pages of drawings, words and picture together: seen wide, narrow, dark, in forced colours."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bench.corpus.pages import faults_of, page_of
from pathways.bpmn import read_drawing
from tests.architecture.tree import ROOT
from tests.browser.inspection import window_apart
from tests.pathways.sketches import flow, simple, sketch, way

TIMER = "<timerEventDefinition><timeDuration>P10D</timeDuration></timerEventDefinition>"
NESTED = sketch(
    '<startEvent id="begin"/><subProcess id="part" name="Plan it"><startEvent id="inner"/>'
    '<userTask id="meet" name="Meet everybody"/><endEvent id="planned"/>'
    + way("inner", "meet", "planned")
    + f'</subProcess><boundaryEvent id="late" attachedToRef="part">{TIMER}</boundaryEvent>'
    '<endEvent id="finish" name="It is planned"/><endEvent id="too_late"/>'
    + way("begin", "part", "finish")
    + flow("late", "too_late")
)
HOSTILE = simple(
    '<task id="x&quot; onclick=&quot;y" name="&lt;script&gt;alert(1)&lt;/script&gt;"/>',
    f'<task id="ünlesbar" name="{"Donaudampfschifffahrtsgesellschaft" * 12}"/>',
    '<task id="nameless"/>',
)
DRAWINGS = {
    "shipped": (ROOT / "pathways/library/quick_one_off/pathway.bpmn").read_bytes(),
    "hundred": (ROOT / "bench/hundred.bpmn").read_bytes(),
    "nested": NESTED,
    "hostile": HOSTILE,
    "without a picture": sketch('<task id="alone" name="Do it"/>', drawn=False),
    "empty": sketch(""),
}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with window_apart(chromium) as apart:
        yield apart


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_page_of_words_and_picture_has_no_fault(page: Page, name: str) -> None:
    html = page_of(read_drawing(DRAWINGS[name]))

    assert list(faults_of(page, html)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ('id="meet"', 'id="meat"', "a link to #meet"),
        ("--ink: #0b0c0c", "--ink: #b0b0b0", "contrast"),
        ('lang="en"', 'lang=""', "axe html-has-lang"),
        ("<h2 id", "<p><a href='#meet' tabindex='5'>Go</a></p><h2 id", "Tab leads"),
    ],
)
def test_a_fault_of_such_a_page_is_found(page: Page, right: str, wrong: str, fault: str) -> None:
    html = page_of(read_drawing(NESTED))
    assert right in html

    found = list(faults_of(page, html.replace(right, wrong, 1)))

    assert [one for one in found if fault in one] != [], found
