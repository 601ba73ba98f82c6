"""What anybody can read without signing in."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import PHONE
from tests.browser.conftest import Visit
from tests.browser.site import Site
from tests.webapp.story import KEY

PATHWAY = f"/local-offer/{KEY}"


@pytest.mark.parametrize("path", ["/", "/demo", "/accessibility", "/privacy"])
def test_a_page_that_anybody_can_read(visit: Visit, path: str) -> None:
    visitor = visit()
    visitor.open(path)

    assert visitor.heading


def test_an_address_where_nothing_is_says_so(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/nothing-here", status=404)

    assert visitor.heading == "We cannot find this page"


def test_the_clock_says_how_far_it_can_be_moved(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/demo")
    visitor.answer({"How many days?": "1000"})
    visitor.press("Move the clock on", status=422)

    assert visitor.problems() == ["Enter a whole number of days from 1 to 366"]


def test_every_shape_of_the_picture_leads_to_its_step(visit: Visit) -> None:
    visitor = visit()
    visitor.open(PATHWAY)
    shapes = visitor.page.locator("svg a")
    links = shapes.evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    steps = visitor.page.get_by_role("main").get_by_role("list").locator("> li[id]")

    anchors = steps.evaluate_all("all => all.map((one) => `#${one.id}`)")

    assert len(links) > 20
    assert set(links) <= set(anchors)


def test_the_picture_can_be_walked_with_the_keyboard(visit: Visit) -> None:
    visitor = visit()
    visitor.open(PATHWAY)
    visitor.page.get_by_role("region", name="Picture of the pathway").focus()

    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Tab")
    anchor = visitor.page.evaluate("document.activeElement.getAttribute('href')")
    visitor.page.keyboard.press("Enter")

    expect(visitor.page).to_have_url(f"{visitor.address}{PATHWAY}{anchor}")
    expect(visitor.page.locator(f"[id='{anchor[1:]}']")).to_be_in_viewport()


def test_the_picture_alone_is_an_image_that_can_do_nothing(visit: Visit) -> None:
    visitor = visit(viewport=PHONE)
    response = visitor.page.goto(f"{visitor.address}{PATHWAY}/picture.svg")

    assert response is not None
    assert response.headers["content-type"].startswith("image/svg+xml")
    assert "sandbox" in response.headers["content-security-policy"]


def test_the_drawing_can_be_taken_home(visit: Visit, site: Site) -> None:
    visitor = visit()
    visitor.open(PATHWAY)

    with visitor.page.expect_download() as taking:
        visitor.page.get_by_role("link", name="Download the drawing (BPMN 2.0)").click()

    drawn = site.workflow.publishing.version(KEY).pathway.drawing.xml
    assert taking.value.path().read_bytes() == drawn
