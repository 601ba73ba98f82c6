"""Long worklists and long lists of cases, page by page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.workflow.many import DONE, Council, build_council, fill
from workflow.model.actor import FINANCE, Actor
from workflow.model.page import Page
from workflow.model.task import WorklistEntry
from workflow.store import accounts

CASES = 120


@pytest.fixture
def council(each_database_url: str, tmp_path: Path) -> Iterator[Council]:
    built = build_council(each_database_url, tmp_path)
    fill(built, CASES)
    yield built
    built.workflow.stop()


def _all(council: Council, who: Actor, **narrowed: str) -> list[Page[WorklistEntry]]:
    pages = [council.workflow.engine.worklist(who, **narrowed)]
    while pages[-1].following:
        pages.append(council.workflow.engine.worklist(who, pages[-1].following, **narrowed))
    return pages


def test_every_task_is_on_one_page_and_the_soonest_come_first(council: Council) -> None:
    pages = _all(council, council.finance)

    entries = [entry for page in pages for entry in page]
    assert [len(page) for page in pages] == [50, 50, 21]
    assert len({entry.task.id for entry in entries}) == CASES + 1
    due = [entry.task.due_at for entry in entries if entry.task.due_at]
    assert due == sorted(due)


def test_pages_can_be_turned_back(council: Council) -> None:
    first, second, _ = _all(council, council.finance)

    assert council.workflow.engine.worklist(council.finance, second.previous).lines == first.lines
    assert first.previous == ""


def test_what_is_done_meanwhile_shifts_no_page(council: Council) -> None:
    engine, (first, second, _) = council.workflow.engine, _all(council, council.finance)

    for number, entry in enumerate(first.lines[:10]):
        engine.complete(council.finance, entry.task.id, DONE, key=f"form-{number}")

    assert engine.worklist(council.finance, first.following).lines == second.lines
    assert [len(page) for page in _all(council, council.finance)] == [50, 50, 11]


def test_a_task_for_a_person_and_for_their_team_is_there_once(council: Council) -> None:
    (team,) = council.finance.memberships
    other = replace(team, organisation_id="another-team", organisation="Another team")
    both = replace(council.finance, memberships=(team, team, other))

    assert sum(len(page) for page in _all(council, both)) == CASES + 1


def test_who_may_not_do_a_step_twice_does_not_see_it_on_any_page(council: Council) -> None:
    (team,) = council.finance.memberships
    with council.workflow.store.write() as tx:
        accounts.join(tx, council.family.id, team.organisation_id, FINANCE)
    asked_for_one = council.workflow.people.actor(council.family.id)
    assert asked_for_one is not None

    entries = [entry for page in _all(council, asked_for_one) for entry in page]

    own = {entry.task.step for entry in entries if entry.task.case_id == council.case_id}
    assert own == {"say_more"}
    assert sum(entry.task.step == "hold_the_money" for entry in entries) == CASES


def test_a_worklist_can_be_narrowed_to_one_step_and_to_what_is_due_soon(council: Council) -> None:
    engine, officer = (
        council.workflow.engine,
        replace(council.officer, id=f"{council.officer.id}-0"),
    )
    soon = council.time.now() + timedelta(days=10, minutes=30)

    steps = {entry.task.step for page in _all(council, officer, step="check_it") for entry in page}
    page = engine.worklist(officer, until=soon)

    assert steps == {"check_it"}
    assert _all(council, officer, step="say_more")[0].lines == ()
    assert len(page) == 29
    assert all(entry.task.due_at and entry.task.due_at < soon for entry in page)


def test_a_long_list_of_cases_is_turned_newest_first(council: Council) -> None:
    engine, pages = council.workflow.engine, [council.workflow.engine.cases(council.manager)]
    while pages[-1].following:
        pages.append(engine.cases(council.manager, pages[-1].following))

    lines = [line for page in pages for line in page]
    assert [len(page) for page in pages] == [50, 50, 21]
    assert len({line.case.id for line in lines}) == CASES + 1
    opened = [line.case.opened_at for line in lines]
    assert opened == sorted(opened, reverse=True)
    assert {line.role for line in lines} == {"manager"}
    assert engine.cases(council.manager, pages[1].previous).lines == pages[0].lines


def test_finance_reads_no_case_whole_on_any_page(council: Council) -> None:
    assert council.workflow.engine.cases(council.finance).lines == ()


def test_somebody_in_several_teams_reads_what_any_of_them_may(council: Council) -> None:
    (finance,), (manager,) = council.finance.memberships, council.manager.memberships
    both = replace(council.family, memberships=(finance, manager, finance))
    engine, case_id = council.workflow.engine, council.case_of(3)

    (task,) = [one for one in engine.case_file(both, case_id).open_tasks if one.role == FINANCE]

    assert len(engine.cases(both)) == 50
    assert engine.task(both, task.id).task == task
    assert engine.complete(both, task.id, DONE, key="k").task.ended_by == both.name
