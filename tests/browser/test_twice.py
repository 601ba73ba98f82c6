"""The same thing twice: a double click, two windows, two people."""

import pytest

from tests.browser import story
from tests.browser.acting import Acting
from tests.browser.conftest import Visit
from tests.webapp.story import MANAGER, MOTHER, OFFICER, OTHER_MANAGER

ONCE = "“Ask for a one-off” was done."


@pytest.mark.parametrize("scripted", [True, False], ids=["with_script", "without_script"])
def test_a_double_click_sends_once(acting: Acting, visit: Visit, *, scripted: bool) -> None:
    acting.begun()
    mother = visit(MOTHER, scripted=scripted)
    mother.open_task("Ask for a one-off")
    mother.answer(story.ASKED)
    mother.continue_()

    mother.send_with_a_double_click()

    assert mother.path.startswith("/cases/")
    officer = visit(OFFICER)
    officer.open(mother.path)
    officer.unfold("The whole history, newest first")
    assert officer.words.count(ONCE) == 1


def test_a_second_window_is_told_that_it_is_done(acting: Acting, visit: Visit) -> None:
    acting.agreed()
    manager = visit(MANAGER)
    manager.open_task("Decide, with reasons")
    manager.answer(story.DECIDED)
    manager.continue_()
    window = manager.another_window()
    manager.send()

    window.send(status=409)

    assert window.heading == "This has been done already"
    assert "You did it on Monday 11 January 2027 at 9:00am. It counts once." in window.words


def test_the_slower_of_two_people_reads_who_did_it_and_when(acting: Acting, visit: Visit) -> None:
    acting.agreed()
    oak, elm = visit(MANAGER), visit(OTHER_MANAGER)
    for manager in (oak, elm):
        manager.open_task("Decide, with reasons")
        manager.answer(story.DECIDED if manager is oak else story.REFUSED)
        manager.continue_()
    oak.send()

    elm.send(status=409)

    assert elm.heading == "This has been done already"
    assert "Manager Oak (fictional) did it on Monday 11 January 2027 at 9:00am." in elm.words
    elm.open(oak.path)
    assert story.WHY_YES in elm.words
    assert story.WHY_NO not in elm.words
