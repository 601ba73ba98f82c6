"""A drawing as people draw them, with nothing beside it: published, opened, walked to its end."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeTime
from tests.workflow.house import SmallHouse, build_small_house
from workflow.model.actor import CASE_OFFICER, FAMILY
from workflow.model.case import CaseFile, CaseStatus
from workflow.model.errors import InvalidAnswers
from workflow.model.task import Task
from workflow.publishing import pathway_files

KEY = "a_bike"
FILES = dict(pathway_files(Path(__file__).parents[1] / "pathways" / "as_drawn"))
DONE = {"done": True}
WHICH = "which_way_at_Gateway_1"


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> SmallHouse:
    return build_small_house(tmp_path / "small", time, FILES)


def opened(house: SmallHouse) -> Task:
    task = house.workflow.engine.open_case(house.family, KEY, house.child_id, key=str(uuid4())).task
    assert task is not None
    return task


def asked(house: SmallHouse) -> Task:
    """Return the question that the drawing leaves open."""
    first = opened(house)
    house.complete(first, DONE)
    return house.waiting(first.case_id)


def file(house: SmallHouse, case_id: str) -> CaseFile:
    return house.workflow.engine.case_file(house.family, case_id)


def test_a_drawing_alone_can_be_published_though_it_leaves_things_open(house: SmallHouse) -> None:
    version = house.workflow.publishing.version(KEY)

    assert version.id == "a_bike@1"
    assert dict(version.pathway.sources) == FILES
    assert version.pathway.forms == {}


def test_a_step_without_a_form_asks_whether_it_is_done(house: SmallHouse) -> None:
    task = opened(house)

    sheet = house.workflow.engine.task(house.family, task.id)

    assert (task.step, task.role) == ("Activity_say", FAMILY)
    assert [one.label for one in sheet.form.questions] == ["Has this been done?"]
    with pytest.raises(InvalidAnswers) as refused:
        house.complete(task, {"done": False})
    assert refused.value.problems == {"done": "Answer yes to “Has this been done?” to go on."}


def test_an_open_choice_waits_for_whoever_decides_it_with_the_names_of_its_ways(
    house: SmallHouse,
) -> None:
    task = asked(house)
    (entry,) = house.workflow.engine.worklist(house.officer)
    sheet = house.workflow.engine.task(house.officer, task.id)

    assert (task.step, task.role) == (WHICH, CASE_OFFICER)
    assert entry.step_name == "Which way at “Is it a bike?”?"
    (question,) = sheet.form.questions
    assert question.label == "Is it a bike?"
    assert [one.label for one in question.options] == ["Yes", "No"]
    assert file(house, task.case_id).drawn(task.step) == "Gateway_1"


def test_a_case_goes_the_way_that_was_answered_to_an_end_that_nobody_drew(
    house: SmallHouse,
) -> None:
    task = asked(house)
    house.complete(task, {"way": "Flow_no"})
    house.complete(house.waiting(task.case_id), DONE)

    done = file(house, task.case_id)

    assert done.case.status is CaseStatus.COMPLETED
    assert done.drawn(done.case.outcome or "") == "Activity_no"
    answered = [(row.step, dict(row.answers), row.role) for row in done.record]
    assert answered == [
        ("Activity_say", DONE, FAMILY),
        (WHICH, {"way": "Flow_no"}, CASE_OFFICER),
        ("Activity_no", DONE, CASE_OFFICER),
    ]


def test_an_automatic_step_waits_for_a_person_and_both_of_its_arrows_are_taken(
    house: SmallHouse,
) -> None:
    task = asked(house)
    house.complete(task, {"way": "Flow_yes"})
    house.complete(house.waiting(task.case_id), DONE)

    both = file(house, task.case_id).open_tasks
    for one in both:
        house.complete(one, DONE)

    assert {one.step for one in both} == {"Activity_school", "Activity_pay"}
    assert {one.role for one in both} == {CASE_OFFICER}
    assert file(house, task.case_id).case.status is CaseStatus.COMPLETED


def test_a_quoted_deadline_happens_after_its_days(house: SmallHouse) -> None:
    task = asked(house)
    house.complete(task, {"way": "Flow_yes"})
    (wait,) = file(house, task.case_id).waits

    house.time.advance(timedelta(days=15))
    house.workflow.jobs.tick(house.time.now())

    assert wait.step == "Event_late"
    assert house.waiting(task.case_id).step == "Activity_call"


def test_a_case_goes_on_in_a_house_that_was_opened_again(house: SmallHouse, tmp_path: Path) -> None:
    task = asked(house)
    house.complete(task, {"way": "Flow_yes"})
    house.workflow.stop()

    again = build_small_house(tmp_path / "small", house.time, FILES)

    opened_again = again.workflow.engine.case_file(house.family, task.case_id)
    assert [row.step for row in opened_again.record] == ["Activity_say", WHICH]
    (waiting,) = opened_again.open_tasks
    again.workflow.engine.complete(house.officer, waiting.id, DONE, key=str(uuid4()))
    again.workflow.stop()
