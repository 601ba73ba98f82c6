"""A case on a drawing as people draw them: what is made up has pages, and marks what is drawn."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from tests.webapp.client import Browser, Page
from tests.webapp.reading import drawn, marked
from tests.webapp.story import MOTHER, OFFICER, Story, send
from workflow.bootstrap import Workflow
from workflow.publishing import pathway_files

KEY = "a_bike"
FOLDER = Path(str(files("tests"))) / "workflow" / "pathways" / "as_drawn"
DONE = {"done": "yes"}
WHICH = "Which way at “Is it a bike?”?"


@pytest.fixture
def bike(workflow: Workflow) -> None:
    workflow.publishing.publish(pathway_files(FOLDER))


@pytest.fixture
def asked(bike: None, sign_in: Callable[[str], Browser], story: Story) -> tuple[Browser, Page]:
    """Return the officer's browser at the question that the drawing leaves open."""
    del bike
    mother = sign_in(MOTHER)
    send(mother, mother.press(mother.get(f"/ask/{KEY}"), "Start"), DONE)
    return story.waiting(OFFICER)


def case_page(browser: Browser) -> Page:
    (href,) = [href for href in browser.get("/cases").links().values() if "/cases/" in href]
    return browser.get(href)


def test_an_open_choice_is_asked_on_a_page_in_the_words_of_the_drawing(
    asked: tuple[Browser, Page],
) -> None:
    _, page = asked

    assert page.h1 == WHICH
    assert [one.strip() for one in page.tree.xpath("//label/text()")] == ["Yes", "No"]
    assert "Is it a bike?" in page.words


def test_an_answer_is_needed_and_the_one_given_is_shown_before_it_is_sent(
    asked: tuple[Browser, Page],
) -> None:
    browser, page = asked

    refused = browser.press_wrongly(page, "Continue")
    check = browser.press(page, "Continue", way="Flow_no")

    assert refused.problems == ["Select an answer to “Is it a bike?”."]
    assert "Is it a bike? No" in check.words


def test_the_worklist_and_the_case_say_what_waits_and_mark_where_it_is_drawn(
    asked: tuple[Browser, Page], sign_in: Callable[[str], Browser]
) -> None:
    browser, _ = asked

    assert WHICH in browser.get("/worklist").words
    for reader in (browser, sign_in(MOTHER)):
        page = case_page(reader)
        assert WHICH in page.words
        (anchor,) = marked(page)["You are here"]
        assert drawn(page)["You are here"] == {anchor}
        (step,) = page.tree.xpath(f"//*[@id='{anchor}']")
        assert "Is it a bike?" in step.text_content()


def test_a_case_is_walked_to_its_end_and_what_was_answered_is_told(
    asked: tuple[Browser, Page], story: Story, sign_in: Callable[[str], Browser]
) -> None:
    browser, page = asked
    send(browser, page, {"way": "Flow_no"})
    officer, page = story.waiting(OFFICER)
    assert page.h1 == "Write why not"
    send(officer, page, DONE)

    for reader in (officer, sign_in(MOTHER)):
        page = case_page(reader)
        assert "Is it a bike? No" in page.words
        assert "Has this been done? Yes" in page.words
    assert "The case ended: “The end after “Write why not””." in case_page(officer).words
