"""Signing in with a password."""

import pytest
from flask import Flask

from tests.webapp.client import Browser, Page
from webapp.application import create_app
from workflow.bootstrap import Workflow

EMAIL, PASSWORD = "officer@example.org", "a long enough password"


@pytest.fixture
def app(workflow: Workflow) -> Flask:
    workflow.people.add("An Officer", EMAIL, PASSWORD)
    return create_app(workflow, demo=False)


def _try(browser: Browser, email: str, password: str, status: int) -> Page:
    page = browser.get("/sign-in")
    return browser.press_wrongly(page, "Sign in", status=status, email=email, password=password)


def test_who_knows_the_password_comes_in(browser: Browser) -> None:
    page = browser.press(browser.get("/sign-in"), "Sign in", email=EMAIL, password=PASSWORD)

    assert page.h1 == "Your tasks"
    assert browser.get("/sign-in").h1 == "Your tasks"


def test_browsers_and_password_managers_know_the_fields(browser: Browser) -> None:
    page = browser.get("/sign-in")

    assert page.tree.get_element_by_id("email").get("autocomplete") == "username"
    assert page.tree.get_element_by_id("password").get("autocomplete") == "current-password"


def test_a_wrong_password_and_an_unknown_address_read_the_same(browser: Browser) -> None:
    wrong = _try(browser, EMAIL, "not the password", 403)
    unknown = _try(browser, "nobody@example.org", PASSWORD, 403)

    assert wrong.problems == unknown.problems
    assert wrong.problems == [
        "The e-mail address or the password is not right. Check both and try again."
    ]
    assert wrong.tree.get_element_by_id("email").get("value") == EMAIL
    assert wrong.tree.get_element_by_id("password").get("value") is None


def test_an_empty_form_says_what_is_missing(browser: Browser) -> None:
    assert _try(browser, "", "", 422).problems == ["Enter your e-mail address and your password"]


def test_after_too_many_tries_the_page_says_when_to_try_again(browser: Browser) -> None:
    for _ in range(5):
        _try(browser, EMAIL, "not the password", 403)

    page = _try(browser, EMAIL, PASSWORD, 429)

    (problem,) = page.problems
    assert "try again after 9:01am" in problem


def test_without_a_cookie_the_page_says_so_instead_of_asking_again(
    browser: Browser, app: Flask
) -> None:
    form = browser.get("/sign-in").form("Sign in")
    stranger = Browser(app)

    page = stranger.post(form.action, form.filled(email=EMAIL, password=PASSWORD), status=400)

    assert isinstance(page, Page)
    assert page.h1 == "Your browser did not keep our cookie"
