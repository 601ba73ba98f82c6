"""What comes next in a case, told from its place in the drawing."""

from datetime import UTC, datetime

import pytest

from pathways.words import words
from tests.webapp.shipped import shipped
from webapp.presenters.ahead import ahead, deadlines
from workflow.model.case import Wait

DRAWING = shipped().drawing
WORDS = words(shipped())


def test_what_needs_nobody_is_told_with_what_comes_after_it_up_to_a_question() -> None:
    first, second = ahead(DRAWING, WORDS, ["ask_for_it"])

    assert (first.question, first.steps[0].name) == ("", "Find out who decides")
    assert second.question == "Is the person who decides the one asking?"
    assert [step.when for step in second.steps] == ["Yes", "No"]


def test_what_waits_for_somebody_ends_the_telling() -> None:
    (only,) = ahead(DRAWING, WORDS, ["time_to_use_it"])

    assert only.steps[0].name == "Say if it helped"


def test_two_places_that_lead_to_the_same_tell_it_once() -> None:
    once = ahead(DRAWING, WORDS, ["say_if_it_helped"])

    assert ahead(DRAWING, WORDS, ["say_if_it_helped", "ask_if_it_helped"]) == once


@pytest.mark.parametrize("step", [one.element for one in WORDS.steps])
def test_from_everywhere_the_telling_ends_and_leads_to_steps_of_the_page(step: str) -> None:
    anchors = {one.anchor for one in WORDS.steps}

    for one in ahead(DRAWING, WORDS, [step]):
        assert one.steps
        assert {way.href[1:] for way in one.steps} <= anchors


def test_a_case_that_is_nowhere_has_nothing_ahead() -> None:
    assert ahead(DRAWING, WORDS, []) == ()
    assert ahead(DRAWING, WORDS, ["finished", "not a step"]) == ()


def test_deadlines_are_told_by_day_and_pauses_are_none() -> None:
    waits = [
        Wait(step="answer_overdue", due_at=datetime(2027, 2, 1, 9, tzinfo=UTC)),
        Wait(step="reminder_due", due_at=datetime(2027, 1, 25, 9, tzinfo=UTC)),
        Wait(step="time_to_use_it", due_at=datetime(2027, 1, 20, 9, tzinfo=UTC)),
    ]

    told = deadlines(DRAWING, WORDS, waits)

    assert [one.day for one in told] == ["Monday 25 January 2027", "Monday 1 February 2027"]
    assert told[0].what.startswith("If there is no answer yet")
