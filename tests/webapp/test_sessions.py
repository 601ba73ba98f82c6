"""Sessions live on the server; the browser has a token and nothing else."""

from collections.abc import Callable
from datetime import timedelta

from flask import Flask

from tests.fakes import FakeTime
from tests.webapp.client import Browser
from tests.webapp.story import MOTHER
from webapp.security import current_session
from webapp.sessions import COOKIE
from workflow.bootstrap import Workflow


def _token(browser: Browser) -> str:
    cookie = browser.client.get_cookie(COOKIE)
    assert cookie is not None
    return cookie.value


def test_the_cookie_is_closed_to_scripts_other_sites_and_plain_connections(app: Flask) -> None:
    cookie = app.test_client().get("/sign-in").headers["Set-Cookie"]

    parts = set(cookie.split("; ")[1:])
    assert cookie.startswith("__Host-fingerpost=")
    assert parts == {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}


def test_a_visit_that_leaves_nothing_makes_no_session(browser: Browser) -> None:
    browser.get("/")
    browser.get("/accessibility")

    assert browser.client.get_cookie(COOKIE) is None


def test_signing_in_begins_a_new_session_and_ends_the_one_before(
    browser: Browser, workflow: Workflow
) -> None:
    page = browser.get("/sign-in")
    before = _token(browser)

    browser.press(page, f"Sign in as {MOTHER}")

    assert _token(browser) != before
    assert workflow.people.sessions.read(before) is None


def test_signing_out_ends_the_session_on_the_server(
    sign_in: Callable[[str], Browser], app: Flask
) -> None:
    browser = sign_in(MOTHER)
    token = _token(browser)

    browser.press(browser.get("/worklist"), "Sign out")

    thief = app.test_client()
    thief.set_cookie(COOKIE, token)
    assert thief.get("/worklist").status_code == 302
    assert browser.client.get_cookie(COOKIE) is None


def test_a_session_that_ended_meanwhile_is_not_written_back_to_life(
    sign_in: Callable[[str], Browser], app: Flask, workflow: Workflow
) -> None:
    token = _token(sign_in(MOTHER))

    with app.test_request_context("/demo", headers={"Cookie": f"{COOKIE}={token}"}):
        current_session()["changed"] = True
        workflow.people.sessions.end(token)
        app.session_interface.save_session(app, current_session(), app.make_response(""))

    assert workflow.people.sessions.read(token) is None


def test_half_an_hour_without_a_click_ends_the_session(
    sign_in: Callable[[str], Browser], time: FakeTime
) -> None:
    browser = sign_in(MOTHER)

    time.advance(timedelta(minutes=29))
    assert browser.get("/worklist").h1 == "Your tasks"
    time.advance(timedelta(minutes=31))

    assert browser.get("/worklist").h1 == "Sign in"


def test_a_closed_account_is_out_at_once(
    sign_in: Callable[[str], Browser], workflow: Workflow
) -> None:
    browser = sign_in(MOTHER)
    assert workflow.demo is not None
    (account_id,) = [one.account_id for one in workflow.demo.people() if one.name == MOTHER]

    workflow.people.disable(account_id)

    assert browser.get("/worklist").h1 == "Sign in"


def test_a_made_up_token_opens_nothing(app: Flask) -> None:
    client = app.test_client()
    client.set_cookie(COOKIE, "x" * 43)

    assert client.get("/worklist").status_code == 302


def test_moving_the_demonstration_s_clock_leaves_people_signed_in(
    sign_in: Callable[[str], Browser],
) -> None:
    browser = sign_in(MOTHER)

    page = browser.press(browser.get("/demo"), "Move the clock on", days="15")

    assert "It is now Tuesday 26 January 2027" in page.words
    assert browser.get("/worklist").h1 == "Your tasks"
