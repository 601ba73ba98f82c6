"""Filling in a task: mistakes, stopping half way, keys instead of a mouse."""

import pytest

from tests.browser import story
from tests.browser.acting import Acting
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor
from tests.webapp.story import HEAD, MOTHER, OFFICER


@pytest.fixture
def mother(acting: Acting, visit: Visit) -> Visitor:
    """Return the mother at the questions of her first task."""
    acting.begun()
    visitor = visit(MOTHER)
    visitor.open_task("Ask for a one-off")
    return visitor


def test_each_mistake_leads_to_its_question(mother: Visitor) -> None:
    question = "How does the child or young person tell us what they think?"
    mother.answer({question: "In their own words, signs or pictures"})
    mother.continue_(status=422)

    assert mother.focused == "There is a problem"
    problems = mother.problems()
    assert len(problems) == 7
    for problem in problems:
        mother.page.get_by_role("alert").get_by_role("link", name=problem).first.click()
        assert mother.page.evaluate("document.activeElement.matches('input, textarea')")


def test_what_was_right_is_kept_beside_a_mistake(mother: Visitor) -> None:
    mother.answer(story.ASKED | {"What are you asking for?": ""})
    mother.continue_(status=422)

    assert len(mother.problems()) == 1
    mother.answer({"What are you asking for?": story.WHAT})
    mother.continue_()
    mother.send()

    assert mother.path.startswith("/cases/")


def test_a_question_that_other_answers_call_for_appears_with_them(
    acting: Acting, visit: Visit
) -> None:
    acting.checked()
    head = visit(HEAD)
    head.open_task("Say if it can be used here")
    hidden = head.page.get_by_label("Why not?")

    before = hidden.is_visible()
    head.answer({"Can it be used here?": "No"})
    after = hidden.is_visible()

    assert (before, after) == (False, True)
    head.look_here()


def test_answers_are_saved_and_are_there_when_one_comes_back(mother: Visitor, visit: Visit) -> None:
    half = dict(list(story.ASKED.items())[:5])
    mother.answer(half)
    mother.press("Save and come back later")
    assert "Your answers are saved." in mother.words
    mother.sign_out()

    later = visit(MOTHER)
    later.open_task("Ask for a one-off")

    assert later.page.get_by_label("What do they say?").input_value() == story.IN_HER_WORDS
    assert later.page.get_by_role("radio", name="A parent or carer", exact=True).is_checked()
    later.answer(dict(list(story.ASKED.items())[5:]))
    later.continue_()
    later.send()
    assert later.path.startswith("/cases/")


def test_a_whole_task_is_done_with_the_keyboard_alone(acting: Acting, visit: Visit) -> None:
    acting.checked()
    head = visit(HEAD)
    head.open("/worklist")
    head.tab_to("Say if it can be used here")
    head.enter()
    head.tab_to("Yes")
    head.page.keyboard.press("ArrowDown")
    head.tab_to("What are your conditions?")
    head.page.keyboard.type(story.CONDITIONS)
    head.tab_to("What is your job?")
    head.page.keyboard.type("Head teacher")
    head.tab_to("Continue")
    head.enter()
    assert story.CONDITIONS in head.words
    head.tab_to("Send")
    head.enter()

    assert head.heading == "Thank you"


def test_an_answer_can_be_changed_before_it_is_sent(acting: Acting, visit: Visit) -> None:
    acting.asked()
    officer = visit(OFFICER)
    officer.open_task("Check the plan and the item")
    officer.answer(story.CHECKED)
    officer.continue_()
    assert "£349.99" in officer.words

    officer.follow("Change your answer to “What would it cost?”")
    officer.answer({"What would it cost?": "1,299"})
    officer.continue_()

    assert "£1,299.00" in officer.words
