"""A no, and a second look by somebody who has not decided before."""

import pytest

from tests.browser import story
from tests.browser.acting import Acting
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor
from tests.webapp.story import MANAGER, MOTHER, OTHER_MANAGER


@pytest.fixture
def refused(acting: Acting, visit: Visit) -> Visitor:
    """Return the mother, who reads that the answer is no."""
    acting.agreed()
    visit(MANAGER).complete("Decide, with reasons", story.REFUSED)
    mother = visit(MOTHER)
    mother.open_case()
    return mother


def test_a_family_that_is_refused_reads_why_and_what_it_can_do(refused: Visitor) -> None:
    assert story.WHY_NO in refused.words
    assert "Who has it now You" in refused.words

    refused.unfold("Our answer, and why")

    assert "look" in refused.words


def test_who_decided_cannot_look_again_and_is_told_why(refused: Visitor, visit: Visit) -> None:
    refused.complete("Say if you want us to look again", story.LOOK_AGAIN)
    elm, oak = visit(OTHER_MANAGER), visit(MANAGER)
    elm.open_task("Look again")

    oak.open("/worklist")
    listed = oak.words
    oak.open(elm.path, status=403)

    assert "Nothing waits for you at the moment." in listed
    assert oak.heading == "You cannot do this"
    assert "You did “Decide, with reasons” in this case, so somebody else must do" in oak.words


def test_another_manager_can_change_it_to_yes(refused: Visitor, visit: Visit) -> None:
    refused.complete("Say if you want us to look again", story.LOOK_AGAIN)

    visit(OTHER_MANAGER).complete("Look again", story.LOOKED_AGAIN)

    refused.open_case()
    assert story.WHY_YES_NOW in refused.words
    assert "Decided by Manager Elm (fictional)" in refused.words
    assert "Who has it now Finance team (fictional)" in refused.words
