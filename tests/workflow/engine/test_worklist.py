"""What waits for whom, in which order, and what they have begun to write."""

from datetime import timedelta

import pytest

from tests.workflow.contents import everything
from tests.workflow.house import ASKED, CHECKED, SmallHouse
from tests.workflow.tablet import HEAD, MOTHER, OFFICER, Tablet
from workflow.model.case import CaseStatus
from workflow.model.errors import TaskExited
from workflow.store import accounts
from workflow.store.tables import saved_answers


def test_overdue_tasks_come_first_and_say_so(house: SmallHouse) -> None:
    late = house.asked()
    house.time.advance(timedelta(days=11))
    on_time = house.asked()

    entries = house.workflow.engine.worklist(house.officer)

    assert [(entry.task.id, entry.overdue) for entry in entries] == [
        (late.id, True),
        (on_time.id, False),
    ]


def test_a_line_says_which_step_of_which_case_for_whom(house: SmallHouse) -> None:
    task = house.asked()

    (entry,) = house.workflow.engine.worklist(house.officer)

    case = house.workflow.engine.case_file(house.family, task.case_id).case
    assert (entry.step_name, entry.child_name, entry.pathway_name, entry.case_reference) == (
        "Check it",
        "Ada",
        "Once around",
        case.reference,
    )


def test_a_task_that_is_done_is_on_no_list(house: SmallHouse) -> None:
    task = house.asked()

    house.complete(task, CHECKED)

    assert house.workflow.engine.worklist(house.officer).lines == ()


def test_the_page_of_a_task_shows_what_its_form_asks_to_show(house: SmallHouse) -> None:
    task = house.asked()

    sheet = house.workflow.engine.task(house.officer, task.id)

    assert sheet.shown == (("What they ask for", "A tablet"),)
    assert sheet.version.id == "once_around@1"


def test_saved_answers_are_there_again_and_gone_once_the_task_is_done(house: SmallHouse) -> None:
    engine, task = house.workflow.engine, house.asked()
    engine.save_answers(house.officer, task.id, {"seen": "It ta"})
    engine.save_answers(house.officer, task.id, {"seen": "It talks"})

    assert engine.task(house.officer, task.id).saved == {"seen": "It talks"}
    house.complete(task, CHECKED)

    assert everything(house.workflow.store)[saved_answers.name] == []


def test_saved_answers_are_gone_when_the_case_goes_on_without_the_task(house: SmallHouse) -> None:
    task = house.open()
    house.workflow.engine.save_answers(house.family, task.id, {"what": "Something private"})
    house.time.advance(timedelta(days=28))

    house.workflow.jobs.tick(house.time.now())

    assert everything(house.workflow.store)[saved_answers.name] == []
    with pytest.raises(TaskExited):
        house.workflow.engine.save_answers(house.family, task.id, {"what": "More"})


def test_a_task_that_a_deadline_took_back_says_when(house: SmallHouse) -> None:
    task = house.open()
    house.time.advance(timedelta(days=28))
    house.workflow.jobs.tick(house.time.now())

    with pytest.raises(TaskExited) as refused:
        house.complete(task, ASKED)

    assert refused.value.at == house.time.now()
    file = house.workflow.engine.case_file(house.family, task.case_id)
    assert (file.case.status, file.case.outcome) == (CaseStatus.COMPLETED, "ended_with_no")


def test_cases_are_listed_newest_first(house: SmallHouse) -> None:
    first = house.open().case_id
    house.time.advance(timedelta(days=1))
    second = house.open().case_id

    lines = house.workflow.engine.cases(house.family)

    assert [(line.case.id, line.role) for line in lines] == [(second, "family"), (first, "family")]


def test_references_differ_and_have_no_letters_that_are_taken_for_others(
    house: SmallHouse,
) -> None:
    cases = [house.open().case_id for _ in range(20)]

    references = {line.case.reference for line in house.workflow.engine.cases(house.family)}

    assert len(references) == len(cases)
    assert not set("".join(references)) & set("01BILOSUZ")


def test_a_school_that_is_named_twice_for_a_child_is_one_party(tablet: Tablet) -> None:
    (school,) = tablet.actor(HEAD).memberships
    (ama,) = tablet.workflow.engine.children(tablet.actor(MOTHER))
    with tablet.workflow.store.write() as tx:
        accounts.name_party(tx, ama.id, "setting", organisation_id=school.organisation_id)

    task = tablet.open()

    file = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)
    assert [party.name for party in file.parties if party.role == "setting"] == [
        "Fernside School (fictional)"
    ]


def test_who_is_named_for_a_child_takes_the_lane_instead_of_the_desk(tablet: Tablet) -> None:
    (ama,) = tablet.workflow.engine.children(tablet.actor(MOTHER))
    with tablet.workflow.store.write() as tx:
        accounts.name_party(tx, ama.id, "manager", account_id=tablet.actor(OFFICER).id)

    task = tablet.open()

    file = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)
    assert [party.name for party in file.parties if party.role == "manager"] == [OFFICER]
