"""Beginning a case."""

from collections.abc import Callable

from tests.webapp.client import Browser, Page
from tests.webapp.story import KEY, MOTHER


def test_a_case_begins_with_its_first_task(sign_in: Callable[[str], Browser]) -> None:
    browser = sign_in(MOTHER)
    page = browser.get(f"/ask/{KEY}")

    first = browser.press(page, "Start")

    assert page.h1.startswith("Ask for “")
    assert first.path.startswith("/tasks/")


def test_pressing_start_twice_begins_one_case(sign_in: Callable[[str], Browser]) -> None:
    browser = sign_in(MOTHER)
    form = browser.get(f"/ask/{KEY}").form("Start")

    first, second = (browser.client.post(form.action, data=form.fields) for _ in range(2))

    assert first.location == second.location
    assert len(browser.get("/cases").links()) == 1


def test_somebody_has_to_be_chosen(sign_in: Callable[[str], Browser]) -> None:
    browser = sign_in(MOTHER)
    form = browser.get(f"/ask/{KEY}").form("Start")

    page = browser.post(form.action, form.filled(child=""), status=422)

    assert isinstance(page, Page)
    assert page.problems == ["Choose who you are asking for"]


def test_a_child_of_somebody_else_cannot_be_asked_for(sign_in: Callable[[str], Browser]) -> None:
    browser = sign_in(MOTHER)
    form = browser.get(f"/ask/{KEY}").form("Start")

    browser.post(form.action, form.filled(child="nobody"), status=404)


def test_a_pathway_that_is_not_published_cannot_be_asked_for(
    sign_in: Callable[[str], Browser],
) -> None:
    assert sign_in(MOTHER).get("/ask/nothing", status=404).h1 == "We cannot find this page"


def test_a_form_without_its_key_is_refused(sign_in: Callable[[str], Browser]) -> None:
    browser = sign_in(MOTHER)
    form = browser.get(f"/ask/{KEY}").form("Start")

    for key in ("", "short", "x" * 100, "é" * 20):
        browser.post(form.action, form.filled(key=key), status=400)
