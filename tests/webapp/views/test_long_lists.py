"""Long worklists and long lists of cases, page by page, without a script."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.webapp.client import Browser, Page
from tests.workflow.many import Council, build_council, fill
from webapp.application import create_app
from workflow.model.actor import FINANCE, MANAGER

CASES = 120
EMAIL, PASSWORD = "somebody@example.org", "correct horse battery"


@pytest.fixture
def council(tmp_path: Path) -> Iterator[Council]:
    built = build_council(f"sqlite:///{tmp_path}/many.db", tmp_path)
    fill(built, CASES)
    yield built
    built.workflow.stop()


@pytest.fixture
def browser(council: Council) -> Browser:
    """Return the browser of somebody who is a manager and looks after the money."""
    people = council.workflow.people
    somebody = people.add("Somebody", EMAIL, PASSWORD)
    for actor, role in ((council.finance, FINANCE), (council.manager, MANAGER)):
        people.join(somebody.id, actor.memberships[0].organisation_id, role)
    opened = Browser(create_app(council.workflow, demo=False))
    opened.press(opened.get("/sign-in"), "Sign in", email=EMAIL, password=PASSWORD)
    return opened


def _lines(page: Page) -> dict[str, str]:
    return page.links("//*[@class='fingerpost-rows']//a")


def _ways(page: Page) -> dict[str, str]:
    return page.links("//nav[contains(@class, 'govuk-pagination')]//a")


def _turn(browser: Browser, page: Page) -> list[Page]:
    pages = [page]
    while "Next page" in _ways(pages[-1]):
        pages.append(browser.get(_ways(pages[-1])["Next page"]))
    return pages


def test_a_long_worklist_is_turned_by_links(browser: Browser) -> None:
    pages = _turn(browser, browser.get("/worklist"))

    assert [len(_lines(page)) for page in pages] == [50, 50, 21]
    assert "More than 50 tasks wait for you. On this page: 50." in pages[0].words
    assert "Previous page" not in _ways(pages[0])
    assert _lines(browser.get(_ways(pages[1])["Previous page"])) == _lines(pages[0])


def test_a_narrowed_worklist_stays_narrowed_from_page_to_page(browser: Browser) -> None:
    first = browser.get("/worklist?step=hold_the_money")

    assert len(_turn(browser, first)) == 3
    assert "step=hold_the_money" in _ways(first)["Next page"]
    assert "On this page: 0." in browser.get("/worklist?step=say_more").words


def test_a_mark_that_was_typed_shows_the_beginning(browser: Browser) -> None:
    assert _lines(browser.get("/worklist?at=nonsense")) == _lines(browser.get("/worklist"))


def test_a_long_list_of_cases_is_turned_by_links(browser: Browser) -> None:
    pages = _turn(browser, browser.get("/cases"))

    assert [len(_lines(page)) for page in pages] == [50, 50, 21]
    assert len(set().union(*(_lines(page).values() for page in pages))) == CASES + 1


def test_a_case_is_found_by_its_reference_however_it_is_typed(
    browser: Browser, council: Council
) -> None:
    reference = council.workflow.engine.case_file(council.manager, council.case_id).case.reference
    typed = reference.lower().replace("-", " ")

    form = browser.get("/cases").form("Find")
    found = browser.get(f"{form.action}?reference={typed.replace(' ', '+')}")

    assert reference in found.words


def test_a_reference_that_nobody_has_is_said_to_be_wrong(browser: Browser) -> None:
    page = browser.get("/cases?reference=FP-222-2222")

    assert page.problems == [
        "There is no case with this reference that you may read. Look at how it is written."
    ]
    assert page.tree.get_element_by_id("reference").value == "FP-222-2222"


def test_few_cases_need_neither_pages_nor_a_search(tmp_path: Path) -> None:
    built = build_council(f"sqlite:///{tmp_path}/few.db", tmp_path)

    page = built.workflow.engine.cases(built.manager)

    assert page.whole
    built.workflow.stop()
