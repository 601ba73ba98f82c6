"""With very many cases and open tasks, nothing that a person or a clock waits for is looked for.

What is looked at is exactly what the store sends: the plans of all statements that the verbs of
daily work cause, on a database that has statistics of what is in it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from tests.workflow.many import DONE, KEY, Council, build_council, fill
from tests.workflow.plans import (
    Sent,
    generic_plan_on_postgresql,
    large_tables,
    looked_through_on_sqlite,
    plan_on_postgresql,
    sent_statements,
    told,
    touched,
)
from workflow.model.actor import Actor
from workflow.store import timers
from workflow.store.tables import metadata

#: A table with so many rows grows with the cases.
LARGE = 1_000
#: Rows that one statement may touch for one page: a few pages of each part of a list.
MOST_ROWS = 700


@pytest.fixture(
    scope="module",
    params=[
        ("sqlite", 20_000),
        ("postgresql", 20_000),
        pytest.param(("sqlite", 200_000), marks=pytest.mark.long),
        pytest.param(("postgresql", 200_000), marks=pytest.mark.long),
    ],
    ids=lambda param: f"{param[0]}-{param[1]}",
)
def council(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Council, str]]:
    database, cases = request.param
    folder = tmp_path_factory.mktemp("many")
    url = f"sqlite:///{folder}/many.db"
    if database == "postgresql":
        url = request.getfixturevalue("postgresql").empty()
    built = build_council(url, folder)
    fill(built, cases)
    yield built, url
    built.workflow.stop()


def _officer(council: Council) -> Actor:
    """Return an officer with 200 cases."""
    return replace(council.officer, id=f"{council.officer.id}-3")


def _family(council: Council, number: int) -> Actor:
    return replace(council.family, id=f"{council.family.id}-{number}")


def _turn_pages(council: Council) -> None:
    """Look at lists as everybody, to and fro."""
    engine = council.workflow.engine
    for who in (_family(council, 5), _officer(council), council.manager, council.finance):
        tasks, cases = engine.worklist(who), engine.cases(who)
        tasks = engine.worklist(who, tasks.following)
        engine.worklist(who, tasks.previous)
        engine.worklist(who, step="check_it", until=council.time.now())
        cases = engine.cases(who, cases.following)
        engine.cases(who, cases.previous)
        council.workflow.clocks.notices(who)
        engine.children(who)


def _look_at_a_case(council: Council) -> None:
    engine, case_id = council.workflow.engine, council.case_of(17)
    file = engine.case_file(council.manager, case_id)
    for task in file.open_tasks:
        if task.step == "check_it":
            officer = replace(council.officer, id=f"{council.officer.id}-0")
            engine.task(officer, task.id)
            engine.save_answers(officer, task.id, DONE)
            engine.complete(officer, task.id, DONE, key=str(uuid4()))
        if task.step == "hold_the_money":
            engine.complete(council.finance, task.id, DONE, key=str(uuid4()))
    (task,) = engine.case_file(council.manager, case_id).open_tasks
    engine.complete(_family(council, 17), task.id, DONE, key=str(uuid4()))


def _open_a_case(council: Council) -> None:
    engine, family = council.workflow.engine, _family(council, 23)
    (child,) = engine.children(family)
    engine.open_case(family, KEY, child.id, key=str(uuid4()))


def _let_a_deadline_happen(council: Council) -> None:
    """Take the job that has been due longest and fire its timer."""
    with council.workflow.store.read() as view:
        (wait,) = timers.waits(view, council.case_of(1))
    council.time.set(wait.due_at)
    council.workflow.jobs.tick(council.time.now())


VERBS = (_turn_pages, _look_at_a_case, _open_a_case, _let_a_deadline_happen)


@pytest.mark.parametrize("do", VERBS, ids=lambda do: do.__name__.strip("_"))
def test_no_statement_of_daily_work_looks_through_what_grows(
    council: tuple[Council, str], do: Callable[[Council], None]
) -> None:
    built, url = council
    large = large_tables(built.workflow.store, LARGE)
    assert {"pathway_case", "task", "offer", "party", "timer", "job", "event"} <= large

    with sent_statements() as sent:
        do(built)

    assert sent
    assert {one.statement: found for one in sent if (found := _wrong(url, one, large))} == {}


@pytest.mark.parametrize(
    "statement",
    [
        "select id from task where token = 'x'",
        "select count(*) from pathway_case",
        "select task_id from offer order by due_at limit 50",
    ],
)
def test_a_statement_that_looks_through_what_grows_is_found_out(
    council: tuple[Council, str], statement: str
) -> None:
    built, url = council

    assert _wrong(url, Sent(statement, {}), large_tables(built.workflow.store, LARGE))


def _wrong(url: str, sent: Sent, large: frozenset[str]) -> list[str]:
    """Return what is wrong with how a statement is gone about."""
    if url.startswith("sqlite"):
        engine = create_engine(url)
        with engine.connect() as connection:
            scans = looked_through_on_sqlite(connection, sent)
        engine.dispose()
        small = tuple(f"SCAN {name}" for name in metadata.tables.keys() - large)
        return [scan for scan in scans if not scan.startswith(small)]
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        nodes = plan_on_postgresql(connection, sent)
        connection.rollback()
        nodes += generic_plan_on_postgresql(connection, sent)
    engine.dispose()
    return [
        told(node)
        for node in nodes
        if (node["Node Type"] == "Seq Scan" and node["Relation Name"] in large)
        or touched(node) > MOST_ROWS
    ]
