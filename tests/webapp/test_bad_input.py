"""Whatever is sent gets a page that says what to do, and nothing is written."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.webapp.client import Browser, Page, check_page
from tests.webapp.rows import rows
from tests.webapp.story import ASKED, MOTHER, Story
from workflow.bootstrap import Settings

_PATHS = (
    "/",
    "/worklist",
    "/worklist?when=late",
    "/cases",
    "/ask/quick_one_off",
    "/demo",
    "/privacy",
    "/accessibility",
    "/sign-in",
)


@pytest.fixture
def database(settings: Settings) -> Path:
    return Path(settings.database.removeprefix("sqlite:///"))


def test_ten_megabytes_are_refused_in_plain_words(story: Story, database: Path) -> None:
    browser, page = story.asked()
    form = page.form("Continue")
    before = rows(database)

    refused = browser.post(form.action, form.filled(what_matters="x" * 10_000_000), status=413)

    assert isinstance(refused, Page)
    assert "larger than 1 megabyte" in refused.words
    assert rows(database) == before


def test_an_answer_that_is_too_long_is_named(story: Story) -> None:
    browser, page = story.asked()

    refused = browser.press_wrongly(page, "Continue", **(ASKED | {"what_matters": "x" * 40_000}))

    assert any("What matters most" in problem for problem in refused.problems)


@pytest.mark.parametrize(
    "task_id", ["nothing", "0", "' or 1=1", "../worklist", "%FF%FE", "x" * 500]
)
def test_a_task_that_does_not_exist_is_not_found(
    sign_in: Callable[[str], Browser], task_id: str
) -> None:
    browser = sign_in(MOTHER)
    path = f"/tasks/{task_id if '%' in task_id else quote(task_id, safe='')}"

    assert browser.get(path, status=404).h1 == "We cannot find this page"


def test_broken_utf_8_is_read_as_well_as_it_can_be(story: Story) -> None:
    browser, page = story.asked()
    form = page.form("Continue")
    body = f"csrf_token={form.fields['csrf_token'][0]}&what_it_is=".encode() + b"%FF%FEtablet"

    response = browser.client.post(
        form.action, data=body, content_type="application/x-www-form-urlencoded"
    )

    assert (
        "tablet"
        in check_page(form.action, response, status=422).form("Continue").fields["what_it_is"][0]
    )


@pytest.mark.parametrize("sealed", ["", "[]", "null", "{", "[" * 100_000, '{"a": NaN}', "\ud800"])
def test_answers_that_were_tampered_with_are_refused(
    story: Story, database: Path, sealed: str
) -> None:
    browser, page = story.asked()
    form = browser.press(page, "Continue", **ASKED).form("Send")
    before = rows(database)
    data = form.filled(answers=sealed.encode("utf-8", "replace").decode())

    browser.post(form.action, data, status=400)

    assert rows(database) == before


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from([*ASKED, "x", "save-for-later"]), st.text(max_size=50)))
def test_no_form_however_odd_breaks_the_page(story: Story, entries: dict[str, str]) -> None:
    browser, page = story.asked()
    form = page.form("Continue")

    response = browser.client.post(form.action, data=form.filled_with(entries))

    assert response.status_code in {303, 422}


def test_no_page_that_is_only_looked_at_writes_anything(story: Story, database: Path) -> None:
    browser, page = story.asked()
    browser.press(page, "Continue", **ASKED)
    before = rows(database)

    (case,) = browser.get("/cases").links().values()

    for path in (*_PATHS, case, page.path, f"{page.path}/check", f"{page.path}/sent"):
        browser.get(path)

    assert rows(database) == before


def test_a_wrong_method_says_which_are_right(sign_in: Callable[[str], Browser]) -> None:
    browser = sign_in(MOTHER)

    page = browser.get("/tasks/x/complete", status=405)

    assert "POST" in page.response.headers["Allow"]
