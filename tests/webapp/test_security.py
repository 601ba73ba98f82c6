"""What every answer says to browsers, and which forms are refused."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.webapp.client import Browser, check_page
from tests.webapp.story import MOTHER
from webapp.security import HEADERS


@pytest.fixture
def token(browser: Browser) -> str:
    return browser.get("/sign-in").form("Sign in").fields["csrf_token"][0]


def test_the_policy_lets_nothing_in_that_is_not_ours(browser: Browser) -> None:
    policy = browser.get("/").response.headers["Content-Security-Policy"]

    assert policy == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


@pytest.mark.parametrize("path", ["/", "/nowhere", "/worklist", "/static/nothing.css", "/demo"])
def test_every_answer_has_the_headers(browser: Browser, path: str) -> None:
    response = browser.client.get(path)

    assert {name: response.headers[name] for name in HEADERS} == HEADERS


def test_secure_connections_are_asked_to_stay_secure(app: Flask) -> None:
    client = app.test_client()

    secure, plain = client.get("/", base_url="https://localhost"), client.get("/")

    assert "max-age=31536000" in secure.headers["Strict-Transport-Security"]
    assert "Strict-Transport-Security" not in plain.headers


def test_public_pages_may_be_kept_and_all_others_not(
    browser: Browser, sign_in: Callable[[str], Browser]
) -> None:
    public = browser.get("/").response
    signed_in = sign_in(MOTHER)

    assert public.headers["Cache-Control"] == "public, max-age=300"
    assert "Cookie" in public.headers["Vary"]
    assert "Set-Cookie" not in public.headers
    assert browser.get("/sign-in").response.headers["Cache-Control"] == "no-store"
    for path in ("/", "/worklist", "/cases", "/nowhere"):
        response = signed_in.client.get(path)
        assert response.headers["Cache-Control"] == "no-store"


def test_static_files_named_by_their_content_may_be_kept_for_ever(browser: Browser) -> None:
    (style,) = browser.get("/").tree.xpath("//link[@rel='stylesheet']/@href")

    named, unnamed, misnamed = (
        browser.client.get(path, buffered=True)
        for path in (style, style.partition("?")[0], f"{style}x")
    )

    assert named.status_code == unnamed.status_code == 200
    assert named.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert unnamed.headers["Cache-Control"] == "public, max-age=300"
    assert misnamed.headers["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
    ],
)
def test_a_form_that_another_site_sends_is_refused(
    browser: Browser, token: str, headers: dict[str, str]
) -> None:
    response = browser.client.post("/sign-out", data={"csrf_token": token}, headers=headers)

    assert check_page("/sign-out", response, status=403).h1 == "You cannot do this"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_of_our_own_is_taken(browser: Browser, token: str, headers: dict[str, str]) -> None:
    response = browser.client.post("/sign-out", data={"csrf_token": token}, headers=headers)

    assert response.status_code == 303


@pytest.mark.parametrize("sent", [{}, {"csrf_token": ""}, {"csrf_token": "made up"}])
def test_a_form_without_our_token_is_refused_with_what_to_do(
    browser: Browser, token: str, sent: dict[str, str]
) -> None:
    assert token

    page = browser.post("/sign-out", sent, status=400)

    assert page.h1 == "This page was open for too long"


def test_a_browser_that_does_not_keep_cookies_is_told_so(browser: Browser, token: str) -> None:
    stranger = browser.client.application.test_client(use_cookies=False)

    response = stranger.post("/demo/sign-in", data={"csrf_token": token})

    page = check_page("/demo/sign-in", response, status=400)
    assert page.h1 == "Your browser did not keep our cookie"


def test_a_token_of_another_session_is_refused(
    sign_in: Callable[[str], Browser], token: str
) -> None:
    sign_in(MOTHER).post("/sign-out", {"csrf_token": token}, status=400)


def test_an_address_of_another_site_is_never_gone_on_to(browser: Browser) -> None:
    for onward in (
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/\t/x",
    ):
        page = browser.get("/sign-in?next=" + onward.replace("\t", "%09"))
        form = page.form(f"Sign in as {MOTHER}")
        answered = browser.client.post(form.action, data=form.filled_with({"next": onward}))
        assert answered.location == "/worklist"
        browser.client.delete_cookie("__Host-fingerpost")


def test_signing_in_goes_on_to_where_somebody_wanted_to_be(browser: Browser) -> None:
    page = browser.get("/cases")

    assert page.h1 == "Sign in"
    assert browser.press(page, f"Sign in as {MOTHER}").h1 == "Your cases"
