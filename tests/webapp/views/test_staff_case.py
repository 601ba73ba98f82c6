"""A case as those read it who work on it."""

from collections.abc import Callable

import pytest

from tests.webapp.acting import Stage
from tests.webapp.client import Browser, Page
from tests.webapp.reading import anchors, drawn, fragments, marked, section
from tests.webapp.story import MANAGER, OFFICER, OTHER_MANAGER

TABLET = "a_tablet_to_talk_with"


@pytest.fixture
def read(sign_in: Callable[[str], Browser]) -> Callable[[str], Page]:
    """Return a way to read a case as its officer."""
    return lambda case_id: sign_in(OFFICER).get(f"/cases/{case_id}")


def test_what_the_child_says_stands_before_everything_else(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play(TABLET, moves=3))

    first = page.tree.xpath("//h2")[0].text_content()
    assert first == "What the child or young person says"
    assert section(page, first).index("I want to tell jokes too") < section(page, first).index(
        "In their own words"
    )


def test_a_child_who_has_not_been_heard_yet_is_not_passed_over(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play(TABLET, moves=0))

    assert "Nobody has written down yet" in section(page, "What the child or young person says")


def test_the_child_the_version_and_the_state_are_told(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    case_id = stage.play(TABLET, moves=2)

    page = read(case_id)

    assert stage.file(case_id).case.reference in page.h1
    assert "4 May 2017, 9 years old" in page.words
    assert "Fernside School (fictional)" in page.words
    assert "A quick one-off, version 1" in page.words
    assert "On its way; began on Monday 11 January 2027" in page.words


def test_open_tasks_say_for_whom_and_until_when_and_lead_on_only_for_one_s_own(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    own = stage.play(TABLET, moves=1)
    other = stage.play(TABLET, moves=2)
    (task,) = stage.file(own).open_tasks

    mine, theirs = read(own), read(other)

    assert mine.links()["Check the plan and the item"] == f"/tasks/{task.id}"
    assert "Say if it can be used here. Fernside School (fictional)" in section(
        theirs, "What waits now"
    )
    assert "Due Monday 25 January 2027" in section(theirs, "What waits now")
    assert "/tasks/" not in " ".join(theirs.links().values())


def test_lateness_is_said(stage: Stage, read: Callable[[str], Page]) -> None:
    case_id = stage.play(TABLET, moves=1)
    stage.wait(16)

    assert "2 days late" in section(read(case_id), "What waits now")


def test_a_table_s_decision_shows_what_it_looked_at_which_row_fitted_and_because_of_what(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    words = section(read(stage.play(TABLET, moves=2)), "What was decided, and because of what")

    assert "Where is the plan? It is being reviewed" in words
    assert "Row 2 fitted." in words
    assert "You can ask now, because your plan is being reviewed." in words


def test_answers_letters_people_and_the_whole_history_are_there(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play("no_and_it_stays_no"))

    assert "Decide, with reasons" in section(page, "Answers, step by step")
    assert "Our answer, and why" in section(page, "Letters")
    assert "Manager SEND managers (fictional)" in section(page, "Who takes part")
    history = section(page, "What happened")
    assert history.index("The case ended") < history.index("The case began")
    assert "Manager Oak (fictional): “Decide, with reasons” was done." in history


def test_the_picture_and_the_list_say_where_the_case_is(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play(TABLET, moves=3))

    assert marked(page)["You are here"] == drawn(page)["You are here"] == {"decide_the_request"}
    assert set(fragments(page)) <= anchors(page)


@pytest.mark.parametrize("name", [OFFICER, MANAGER, OTHER_MANAGER])
def test_officers_and_managers_of_the_case_read_it(
    stage: Stage, sign_in: Callable[[str], Browser], name: str
) -> None:
    page = sign_in(name).get(f"/cases/{stage.play(TABLET, moves=3)}")

    assert "What was decided, and because of what" in page.words


def test_it_is_below_75_kilobytes_with_all_that_it_fetches_and_without_the_picture(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play("looked_at_again_twice"))

    assert page.weight < 75_000
