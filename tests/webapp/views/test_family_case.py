"""A case as its family reads it."""

from collections.abc import Callable

import pytest

from tests.webapp.acting import Stage
from tests.webapp.client import Browser, Page
from tests.webapp.reading import (
    anchors,
    drawn,
    fragments,
    listed,
    marked,
    section,
)
from tests.webapp.story import FINANCE, HEAD, MOTHER, OTHER_OFFICER, PRINCIPAL, YOUNG_PERSON

TABLET = "a_tablet_to_talk_with"


@pytest.fixture
def read(sign_in: Callable[[str], Browser]) -> Callable[[str], Page]:
    """Return a way to read a case as its family."""
    return lambda case_id: sign_in(MOTHER).get(f"/cases/{case_id}")


@pytest.mark.parametrize("moves", [0, 1, 2, 3, 4, 5])
def test_the_place_that_is_marked_is_where_the_tasks_are(
    stage: Stage, read: Callable[[str], Page], moves: int
) -> None:
    case_id = stage.play(TABLET, moves=moves)
    here = {task.step for task in stage.file(case_id).open_tasks}

    page = read(case_id)

    assert marked(page)["You are here"] == here
    assert drawn(page)["You are here"] == here


def test_what_was_passed_is_done_in_the_list_and_in_the_picture(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play(TABLET, moves=2))

    assert marked(page)["Done"] == drawn(page)["Done"]
    assert {"ask_for_it", "who_decides", "acknowledge_request", "check_the_plan"} <= marked(page)[
        "Done"
    ]
    assert not marked(page)["Done"] & {"tell_no", "buy_it", "say_if_it_can_be_used"}


def test_it_begins_with_what_happens_now_who_has_it_and_until_when(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play(TABLET, moves=1))

    words = section(page, "Where we are")
    assert words.startswith("A case officer looks at three things")
    assert "Who has it now Case officer North (fictional), case officer" in words
    assert "By when at the latest Monday 25 January 2027" in words
    assert "You do not have to do anything now." in words
    assert page.tree.xpath("//h2")[0].text_content() == "Where we are"


def test_what_the_family_has_to_do_is_a_button(stage: Stage, read: Callable[[str], Page]) -> None:
    case_id = stage.play(TABLET, moves=0)
    (task,) = stage.file(case_id).open_tasks

    page = read(case_id)

    assert "Who has it now You" in section(page, "Where we are")
    assert page.links("//main//a[@role='button']") == {"Ask for a one-off": f"/tasks/{task.id}"}


def test_lateness_is_said_with_what_to_do_about_it(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    case_id = stage.play(TABLET, moves=1)
    stage.wait(16)

    words = section(read(case_id), "Where we are")

    assert "Monday 25 January 2027. This is late: 2 days late." in words
    assert "It is not your fault" in words
    assert "ask Case officer North (fictional)" in words


def test_what_comes_next_is_told_in_the_words_for_families(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    words = section(read(stage.play(TABLET, moves=3)), "What happens next")

    assert "Is the answer yes?" in words
    assert "Yes: Tell the family yes. If the answer is yes, we write to you" in words
    assert "No: Tell the family no, and why." in words


def test_deadlines_that_are_waited_for_say_what_happens_then(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    words = section(read(stage.play(TABLET, moves=2)), "If time runs out")

    assert "Monday 25 January 2027 If there is no answer yet, we remind" in words
    assert "Monday 1 February 2027 If there is no answer in time, we stop waiting" in words
    assert words.index("25 January") < words.index("1 February")


def test_a_pause_says_when_it_goes_on(stage: Stage, read: Callable[[str], Page]) -> None:
    page = read(stage.play(TABLET, moves=7))

    assert "It goes on by itself" in section(page, "Where we are")
    assert marked(page)["You are here"] == {"time_to_use_it"}
    assert "If time runs out" not in page.words


def test_every_decision_is_told_with_its_reasons_the_newest_first(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    case_id = stage.play("no_and_it_stays_no")
    file = stage.file(case_id)

    words = section(read(case_id), "What we decided, and because of what")

    for row in file.record:
        reasons = [row.answers["reasons"]] if "reasons" in row.answers else []
        for reason in [*reasons, *(row.outcome.because if row.outcome else ())]:
            assert " ".join(reason.split()) in words
    assert words.index("Look again") < words.index("Decide, with reasons")
    assert words.index("Decide, with reasons") < words.index("Who decides?")


def test_letters_can_be_opened(stage: Stage, read: Callable[[str], Page]) -> None:
    case_id = stage.play(TABLET)

    page = read(case_id)

    for letter in stage.file(case_id).letters:
        assert letter.subject in section(page, "Letters")
        for line in letter.body.splitlines():
            assert " ".join(line.split()) in page.words
    assert len(page.tree.xpath("//details[contains(., 'To Ama')]")) == len(
        stage.file(case_id).letters
    )


def test_what_people_told_is_shown_in_the_words_of_the_form(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play(TABLET))

    assert "I want to tell jokes too" in section(page, "What you told us")
    assert "In their own words, signs or pictures" in section(page, "What you told us")
    assert "It is being reviewed" in section(page, "What others told us")
    assert "£349.99" in section(page, "What others told us")
    assert "15 January 2027" in section(page, "What you told us")


def test_an_ended_case_says_how_it_ended_and_what_can_be_done_now(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play("no_and_it_stays_no"))

    assert "The answer is no. You have our reasons in writing" in section(page, "How it ended")
    assert "somebody else looks again" in section(page, "What you can do now")
    headings = {one.text_content() for one in page.tree.xpath("//h2")}
    assert not headings & {"Where we are", "What happens next", "If time runs out"}
    assert marked(page)["You are here"] == {"ended_with_no"}


@pytest.mark.parametrize("story", [TABLET, "no_and_it_stays_no", "nobody_answers_at_all"])
def test_no_code_and_no_id_is_read_and_every_link_leads_somewhere(
    stage: Stage, read: Callable[[str], Page], story: str
) -> None:
    case_id = stage.play(story)
    file = stage.file(case_id)

    page = read(case_id)

    codes = {file.case.id, file.version.id, *(letter.id for letter in file.letters)}
    codes |= {row.step for row in file.record} | {"not_yet", "own_words", "under_16"}
    assert [code for code in codes if code in page.words] == []
    assert set(fragments(page)) <= anchors(page)
    assert len(listed(page)) == len(set(listed(page)))


def test_it_is_below_75_kilobytes_with_all_that_it_fetches_and_without_the_picture(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    page = read(stage.play("looked_at_again_twice"))

    assert page.weight < 75_000


def test_another_family_and_those_who_only_have_tasks_find_nothing(
    stage: Stage, sign_in: Callable[[str], Browser]
) -> None:
    case_id = stage.play(TABLET, moves=4)

    for name in (YOUNG_PERSON, HEAD, PRINCIPAL, FINANCE, OTHER_OFFICER):
        page = sign_in(name).get(f"/cases/{case_id}", status=404)
        assert "Ama" not in page.words


def test_what_people_wrote_is_shown_as_they_wrote_it_and_never_as_markup(
    stage: Stage, read: Callable[[str], Page]
) -> None:
    case_id = stage.play(TABLET, moves=0)
    words = "<b>loud</b> & {{ 7 * 7 }}\nand a new line"

    stage.answer(case_id, TABLET, what_they_say=words)

    page = read(case_id)
    assert "<b>loud</b> & {{ 7 * 7 }}" in section(page, "What you told us")
    assert "49" not in section(page, "What you told us")
