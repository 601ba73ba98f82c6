"""The demonstration: fictional people, one-click sign-in for them alone, a clock to move on."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeTime
from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.tablet import ANSWERS, HEAD, MANAGER_OAK, MOTHER, OFFICER, Tablet
from workflow.bootstrap import Settings, Workflow, build, publish_shipped
from workflow.demo import Demo
from workflow.model.errors import SignInRefused


@pytest.fixture
def demo(workflow: Workflow) -> Demo:
    assert workflow.demo is not None
    return workflow.demo


@pytest.fixture
def tablet(workflow: Workflow) -> Tablet:
    return Tablet(workflow)


def test_setting_up_twice_is_setting_up_once(workflow: Workflow, demo: Demo) -> None:
    before = everything(workflow.store)

    demo.set_up()
    publish_shipped(workflow)

    assert everything(workflow.store) == before


def test_the_people_are_there_though_somebody_else_was_added_first(settings: Settings) -> None:
    house = build(settings)
    house.people.add("Somebody real", "real@example.org", "long enough words")
    assert house.demo is not None

    house.demo.set_up()

    assert len(house.demo.people()) == 9
    house.stop()


def test_everybody_is_made_up_and_says_so(workflow: Workflow, demo: Demo) -> None:
    assert len(demo.people()) == 9
    for person in demo.people():
        assert person.name.endswith("(fictional)")
        assert person.who
    contents = everything(workflow.store)
    for table in ("account", "organisation", "child"):
        assert all("(fictional)" in repr(row) for row in contents[table])


def test_every_lane_of_the_shipped_pathway_is_taken_for_every_child(tablet: Tablet) -> None:
    task = tablet.open()

    file = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)

    assert {one.role for one in file.parties} == set(file.version.pathway.drawing.lanes)


def test_one_click_signs_in_each_of_them(demo: Demo) -> None:
    for person in demo.people():
        assert demo.sign_in(person.account_id).name == person.name


@pytest.mark.parametrize("strange", ["", "no such", "' or 1=1 --", "a\0b", "system"])
def test_one_click_signs_in_nobody_else(demo: Demo, strange: str) -> None:
    with pytest.raises(SignInRefused):
        demo.sign_in(strange)


def test_one_click_does_not_sign_in_somebody_with_a_password(
    workflow: Workflow, demo: Demo
) -> None:
    real = workflow.people.add("Somebody real", "real@example.org", "long enough words")
    namesake = workflow.people.add(MOTHER, "namesake@example.org", "long enough words")

    for actor in (real, namesake):
        with pytest.raises(SignInRefused):
            demo.sign_in(actor.id)

    assert len(demo.people()) == 9


def test_one_click_does_not_open_an_account_that_was_closed(workflow: Workflow, demo: Demo) -> None:
    person = demo.people()[0]
    workflow.people.disable(person.account_id)

    with pytest.raises(SignInRefused):
        demo.sign_in(person.account_id)


def test_nobody_can_sign_in_as_one_of_them_with_a_password(workflow: Workflow) -> None:
    for email in ("", "None", MOTHER):
        with pytest.raises(SignInRefused):
            workflow.people.sign_in(email, "", address="192.0.2.1")


def test_a_house_that_is_no_demonstration_has_none_of_it(tmp_path: Path, time: FakeTime) -> None:
    house = build(Settings(database=f"sqlite:///{tmp_path / 'x.db'}", outbox=tmp_path, time=time))

    assert house.demo is None
    assert house.people.everybody() == ()
    assert house.time.now() == time.now()
    house.stop()


def test_the_clock_moves_on_by_days_and_is_kept(
    workflow: Workflow, demo: Demo, settings: Settings, time: FakeTime
) -> None:
    began = time.now()

    assert demo.move_clock(3) == began + timedelta(days=3)
    time.advance(timedelta(hours=1))

    again = build(settings)
    assert workflow.time.now() == again.time.now() == began + timedelta(days=3, hours=1)
    again.stop()


@pytest.mark.parametrize("days", [0, -1, 367, 10**9])
def test_the_clock_moves_neither_back_nor_out_of_the_calendar(demo: Demo, days: int) -> None:
    before = demo.now()

    with pytest.raises(ValueError, match="1 to 366"):
        demo.move_clock(days)

    assert demo.now() == before


def test_each_deadline_happens_on_its_day_though_weeks_pass_at_once(tablet: Tablet) -> None:
    task = tablet.at("say_if_it_can_be_used")

    tablet.let_days_pass(40)

    file = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)
    fired = {
        one.step: one.at.date().isoformat() for one in file.history if one.kind == "TimerFired"
    }
    # Ten and fifteen working days after Monday 11 January 2027.
    assert fired == {"reminder_due": "2027-01-25", "answer_overdue": "2027-02-01"}
    assert [one.step for one in file.open_tasks] == ["telephone_the_setting"]
    assert file.open_tasks[0].due_at is not None
    assert file.open_tasks[0].due_at.date().isoformat() == "2027-02-08"


def test_nothing_happens_a_day_before(tablet: Tablet) -> None:
    task = tablet.at("say_if_it_can_be_used")

    tablet.let_days_pass(13)
    early = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)
    tablet.let_days_pass(1)
    on_the_day = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)

    assert "TimerFired" not in {one.kind for one in early.history}
    assert [one.step for one in on_the_day.letters][-1] == "remind_the_setting"


def test_a_deadline_that_a_deadline_sets_is_counted_from_its_day(tablet: Tablet) -> None:
    task = tablet.at("say_if_it_can_be_used")
    tablet.let_days_pass(40)
    tablet.complete(
        tablet.waiting(task.case_id), {"called_on": "2027-02-20", "answer": "no_answer"}
    )

    tablet.let_days_pass(366)

    file = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)
    assert file.case.outcome == "ended_by_choice"
    assert file.case.completed_at is not None
    assert file.case.completed_at.date().isoformat() == "2027-03-20"
    assert faults(tablet.workflow) == []


def test_letters_are_in_the_outbox_once_time_has_passed(tablet: Tablet, settings: Settings) -> None:
    tablet.at("decide_the_request")

    tablet.let_days_pass(1)

    texts = [path.read_text("utf-8") for path in settings.outbox.iterdir()]
    assert len(texts) == 1
    assert texts[0].startswith(f"To: {MOTHER}\nSubject: ")


def test_the_whole_story_of_the_tablet_runs_with_the_people_of_the_demonstration(
    tablet: Tablet,
) -> None:
    task = tablet.at("say_if_it_helped")
    tablet.complete(task)

    file = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)

    assert file.case.outcome == "finished"
    assert {one.by for one in file.record if one.outcome is None} == {
        MOTHER, OFFICER, HEAD, MANAGER_OAK, "Finance officer (fictional)",
    }  # fmt: skip
    assert set(ANSWERS) == {one.step for one in file.record if one.outcome is None}
    assert faults(tablet.workflow) == []


def test_jobs_run_by_threads_while_the_clock_is_moved_do_each_thing_once(
    tablet: Tablet,
) -> None:
    tablet.workflow.start(2)
    try:
        tasks = [tablet.at("say_if_it_can_be_used") for _ in range(3)]
        tablet.let_days_pass(30)
    finally:
        tablet.workflow.jobs.stop()

    for task in tasks:
        file = tablet.workflow.engine.case_file(tablet.actor(MOTHER), task.case_id)
        fired = [one.step for one in file.history if one.kind == "TimerFired"]
        assert fired == ["reminder_due", "answer_overdue"]
    assert faults(tablet.workflow) == []
