"""What a case tells of itself: who did what and when, and nothing of what they said."""

import logging

import pytest

from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.tablet import MANAGER_ELM, MANAGER_OAK, MOTHER, NO, OFFICER, Tablet
from workflow.model.case import CaseFile


def _file(tablet: Tablet, case_id: str) -> CaseFile:
    return tablet.workflow.engine.case_file(tablet.actor(MOTHER), case_id)


def test_everybody_is_named_with_what_they_did(tablet: Tablet) -> None:
    task = tablet.at("look_again", answers=NO)
    tablet.complete(task, NO["look_again"], by=MANAGER_ELM)

    file = _file(tablet, task.case_id)

    done = [(one.step, one.by) for one in file.history if one.kind == "TaskCompleted"]
    assert done == [
        ("ask_for_it", MOTHER),
        ("check_the_plan", OFFICER),
        ("decide_the_request", MANAGER_OAK),
        ("ask_us_to_look_again", MOTHER),
        ("look_again", MANAGER_ELM),
    ]
    assert [(row.step, row.by) for row in file.record if row.outcome is None] == done


def test_what_follows_by_itself_is_nobodys_deed(tablet: Tablet) -> None:
    task = tablet.at("say_if_it_can_be_used")
    tablet.let_days_pass(14)

    history = _file(tablet, task.case_id).history

    by = {one.kind: one.by for one in history}
    assert by == {
        "CaseOpened": MOTHER,
        "TaskOffered": "Fingerpost",
        "TaskCompleted": OFFICER,
        "DecisionMade": "Fingerpost",
        "LetterWritten": "Fingerpost",
        "TimerFired": "Fingerpost",
    }
    assert {row.by for row in _file(tablet, task.case_id).record if row.outcome} == {"Fingerpost"}


def test_a_task_that_was_taken_back_says_by_whom(tablet: Tablet) -> None:
    task = tablet.at("say_if_it_can_be_used")
    tablet.let_days_pass(22)

    exited = [one for one in _file(tablet, task.case_id).history if one.kind == "TaskExited"]

    assert [(one.step, one.by) for one in exited] == [("say_if_it_can_be_used", "Fingerpost")]


def test_each_table_keeps_what_it_looked_at_which_rule_fired_and_why(tablet: Tablet) -> None:
    task = tablet.at("say_if_it_can_be_used")

    outcomes = {row.step: row.outcome for row in _file(tablet, task.case_id).record if row.outcome}

    consent = outcomes["whose_consent"]
    assert consent.rules == ("used_at_school",)
    assert consent.inputs["Where will it be used?"] == "both"
    assert consent.because[0].startswith("It will be used at school, so the head teacher has to")


def test_the_ways_travelled_are_those_of_the_drawing_and_lead_to_where_the_case_is(
    tablet: Tablet,
) -> None:
    task = tablet.at("decide_the_request")
    file = _file(tablet, task.case_id)

    flows = file.version.pathway.drawing.flows

    assert file.travelled <= set(flows)
    assert "does_the_setting_agree_yes" in file.travelled
    assert "does_the_setting_agree_no" not in file.travelled


@pytest.mark.parametrize("answers", [None, NO])
def test_nothing_that_anybody_said_is_outside_the_sealed_columns(
    tablet: Tablet, answers: dict[str, dict[str, object]] | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = answers or {}
    task = tablet.at("look_again", answers=NO) if told else tablet.at("say_if_it_helped")
    given = {
        value
        for row in _file(tablet, task.case_id).record
        for value in row.answers.values()
        if isinstance(value, str) and " " in value
    }

    contents = everything(tablet.workflow.store)

    assert len(given) > 5
    open_tables = {name: repr(rows) for name, rows in contents.items() if name not in _SEALED}
    for said in given:
        assert [name for name, text in open_tables.items() if said in text] == []
        assert said not in caplog.text
    for name in ("event", "job", "timer", "submission", "task"):
        assert "Ama (" not in open_tables[name]
    assert faults(tablet.workflow) == []


#: Tables with a column that the codec seals; those columns are bytes.
_SEALED = ("answers", "letter", "saved_answers", "version")


def test_only_the_sealed_column_of_those_tables_holds_what_people_said(tablet: Tablet) -> None:
    tablet.at("look_again", answers=NO)

    contents = everything(tablet.workflow.store)

    for name in ("answers", "letter"):
        plain = repr(
            [[cell for cell in row if not isinstance(cell, bytes)] for row in contents[name]]
        )
        for step in NO.values():
            for value in step.values():
                assert not (isinstance(value, str) and " " in value and value in plain)
