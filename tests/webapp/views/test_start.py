"""The start page, and the pages about this site."""

from collections.abc import Callable

import pytest

from tests.webapp.client import Browser
from tests.webapp.story import KEY, MOTHER


def test_the_start_page_says_what_this_is_and_which_pathways_there_are(browser: Browser) -> None:
    page = browser.get("/")

    assert page.h1 == "Find your way to a personal budget"
    assert {f"/ask/{KEY}", f"/local-offer/{KEY}"} <= set(page.links().values())
    assert page.links()["Sign in"] == "/sign-in"


def test_who_has_signed_in_is_led_to_their_tasks(sign_in: Callable[[str], Browser]) -> None:
    assert sign_in(MOTHER).get("/").links()["Go to your tasks"] == "/worklist"


@pytest.mark.parametrize("path", ["/accessibility", "/privacy"])
def test_every_page_leads_to_the_pages_about_this_site(browser: Browser, path: str) -> None:
    assert path in browser.get("/").links("//footer//a").values()
    assert browser.get(path).h1
