"""Who may come in where: every route is listed here, and a new one fails until it is."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.webapp.client import Browser
from tests.webapp.story import (
    EVERYBODY,
    HEAD,
    KEY,
    MANAGER,
    MOTHER,
    OFFICER,
    OTHER_MANAGER,
    Story,
)
from webapp.application import create_app
from webapp.security import CACHEABLE, PUBLIC
from workflow.bootstrap import Workflow

PUBLIC_ROUTES = {
    "GET /",
    "GET /accessibility",
    "GET /privacy",
    "GET /sign-in",
    "POST /sign-in",
    "POST /sign-out",
    "GET /static/<path:filename>",
    "GET /local-offer/<key>",
    "GET /local-offer/<key>/picture.svg",
    "GET /local-offer/<key>/pathway.bpmn",
    "GET /demo",
    "POST /demo",
    "POST /demo/sign-in",
}
SIGNED_IN_ROUTES = {
    "GET /worklist",
    "GET /cases",
    "GET /cases/<case_id>",
    "GET /ask/<key>",
    "POST /ask/<key>",
    "GET /tasks/<task_id>",
    "POST /tasks/<task_id>",
    "GET /tasks/<task_id>/check",
    "POST /tasks/<task_id>/complete",
    "GET /tasks/<task_id>/sent",
    "GET /clocks/<clock_id>/exception",
    "POST /clocks/<clock_id>/exception",
    "GET /cases/<case_id>/suspend",
    "POST /cases/<case_id>/suspend",
    "GET /cases/<case_id>/resume",
    "POST /cases/<case_id>/resume",
}
#: Who reads the mother's case as a whole, beside her.
CASE_READERS = {OFFICER, MANAGER, OTHER_MANAGER}
#: Routes about one task or one case: to everybody who has no part in it they do not exist.
ABOUT_ONE = {route for route in SIGNED_IN_ROUTES if "<task_id>" in route or "<case_id>" in route}


def _routes(app: Flask) -> dict[str, str]:
    return {
        f"{method} {rule.rule}": rule.endpoint
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_is_listed_with_who_may_come_in(app: Flask) -> None:
    routes = _routes(app)

    assert set(routes) == PUBLIC_ROUTES | SIGNED_IN_ROUTES
    assert {routes[route] for route in PUBLIC_ROUTES} <= PUBLIC
    assert not {routes[route] for route in SIGNED_IN_ROUTES} & PUBLIC
    assert CACHEABLE <= PUBLIC


@pytest.mark.parametrize("route", sorted(SIGNED_IN_ROUTES))
def test_nobody_comes_in_without_signing_in(browser: Browser, route: str) -> None:
    method, path = route.split(" ")
    path = path.replace("<key>", KEY).replace("<task_id>", "t").replace("<case_id>", "c")
    path = path.replace("<clock_id>", "l")
    token = browser.get("/sign-in").form("Sign in").fields["csrf_token"]

    response = browser.client.open(path, method=method, data={"csrf_token": token})

    assert response.status_code in {302, 303}
    assert response.location.startswith("/sign-in")


@pytest.mark.parametrize("name", [name for name in EVERYBODY if name != MOTHER])
def test_what_is_somebody_else_s_does_not_exist(
    story: Story, sign_in: Callable[[str], Browser], name: str
) -> None:
    mother, page = story.asked()
    task_id, case_id = page.path.rpartition("/")[2], _only_case(mother)
    browser = sign_in(name)
    token = browser.get("/worklist").form("Sign out").fields["csrf_token"]

    for route in sorted(ABOUT_ONE):
        if "<case_id>" in route and name in CASE_READERS:
            continue
        method, path = route.replace("<task_id>", task_id).replace("<case_id>", case_id).split(" ")
        data = {"csrf_token": token, "key": "k" * 20, "answers": "{}"}
        response = browser.client.open(path, method=method, data=data)
        assert response.status_code == 404, route


def _only_case(browser: Browser) -> str:
    (link,) = browser.get("/cases").links().values()
    return link.rpartition("/")[2]


@pytest.mark.parametrize("path", ["/demo", "/demo/sign-in"])
def test_the_demonstration_s_pages_do_not_exist_outside_it(workflow: Workflow, path: str) -> None:
    browser = Browser(create_app(workflow, demo=False))

    assert browser.get(path, status=404).h1 == "We cannot find this page"
    page = browser.get("/sign-in")
    assert "Demonstration" not in page.tree.text_content()
    assert not [button for button in page.tree.xpath("//button") if "Sign in as" in button.text]


def test_every_page_of_a_demonstration_says_so(story: Story) -> None:
    browser, page = story.asked()

    for met in (page, browser.get("/"), browser.get("/nowhere", status=404)):
        assert "All people, places and amounts here are fictional." in met.tree.text_content()


def test_somebody_without_a_child_cannot_ask(sign_in: Callable[[str], Browser]) -> None:
    page = sign_in(HEAD).get(f"/ask/{KEY}")

    assert "You are not set up to ask for a child" in page.words
