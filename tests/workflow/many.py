"""A council with many cases, made quickly: one real case, copied by the database itself.

Each copy has its own child and family. Cases are shared out among the officers; the managers' and
the finance team are party to all of them. Copies can be read and gone on with as any other case;
only their histories are not whole, since a hash names its case.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import CTE, ColumnElement, Integer, Row, Table, Text, cast, literal, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from tests.fakes import FakeTime
from workflow.bootstrap import Settings, Workflow, build
from workflow.model.actor import CASE_OFFICER, FAMILY, FINANCE, MANAGER, Actor
from workflow.publishing import pathway_files
from workflow.store import Store, Transaction, accounts
from workflow.store.tables import (
    Moment,
    account,
    answers,
    case,
    child,
    child_party,
    event,
    job,
    latest,
    offer,
    party,
    submission,
    task,
    timer,
)

KEY = "three_at_once"
#: What the forms ask where a pathway has none.
DONE = {"done": True}
_FILES = pathway_files(Path(__file__).parent / "pathways" / KEY)
#: What a case is made of, what is referred to before what refers to it.
COPIED = (
    account,
    child,
    child_party,
    case,
    party,
    task,
    offer,
    answers,
    latest,
    event,
    timer,
    job,
    submission,
)
#: A family's account is the only one that each case has for itself.
_OFFICER_CASES = 200
_BETWEEN_CASES = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """The house with those who work in it."""

    workflow: Workflow
    time: FakeTime
    #: Of the case that all others are copies of.
    case_id: str
    family: Actor
    officer: Actor
    manager: Actor
    finance: Actor

    def case_of(self, number: int) -> str:
        """Return the id of one of the copies, counted from 1."""
        return f"{self.case_id}-{number}"


class _Later(FunctionElement[datetime]):
    """A moment, so many minutes later."""

    type = Moment()
    inherit_cache = True
    name = "later"


@compiles(_Later, "postgresql")
def _later_on_postgresql(element: _Later, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401
    at, minutes = (compiler.process(one, **given) for one in element.clauses)
    return f"({at} + {minutes} * interval '1 minute')"


@compiles(_Later, "sqlite")
def _later_on_sqlite(element: _Later, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401
    at, minutes = (compiler.process(one, **given) for one in element.clauses)
    return f"strftime('%Y-%m-%d %H:%M:%f000', {at}, {minutes} || ' minutes')"


def build_council(url: str, folder: Path) -> Council:
    """Return a council on an empty database, with one case in which three tasks wait."""
    time = FakeTime()
    workflow = build(Settings(database=url, outbox=folder / "outbox", time=time))
    workflow.publishing.publish(_FILES)
    with workflow.store.write() as tx:
        people = {role: _person(tx, role, time) for role in (FAMILY, CASE_OFFICER)}
        for role in (MANAGER, FINANCE):
            people[role] = _person(tx, role, time)
            team = accounts.insert_organisation(tx, f"The {role} team", kind="council")
            accounts.join(tx, people[role], team, role)
            accounts.take_desk(tx, role, team)
        child_id = accounts.insert_child(tx, "Ada", born_on=date(2016, 5, 3), setting_id=None)
        for role in (FAMILY, CASE_OFFICER):
            accounts.name_party(tx, child_id, role, account_id=people[role])
    actors = {role: _actor(workflow, account_id) for role, account_id in people.items()}
    family = actors[FAMILY]
    opened = workflow.engine.open_case(family, KEY, child_id, key=str(uuid4()))
    assert opened.task is not None
    workflow.engine.complete(family, opened.task.id, DONE, key=str(uuid4()))
    return Council(
        workflow=workflow,
        time=time,
        case_id=opened.case.id,
        family=family,
        officer=actors[CASE_OFFICER],
        manager=actors[MANAGER],
        finance=actors[FINANCE],
    )


def fill(council: Council, cases: int, told: Callable[[str], None] = lambda _what: None) -> None:
    """Copy the council's case so many times, and let the database look at what it has then.

    Args:
        council: What `build_council` returned.
        cases: How many copies.
        told: Called with each of `COPIED` before it is written.
    """
    store = council.workflow.store
    with store.write() as tx:
        _trust(tx, store)
        _add_officers(tx, council, cases)
        numbers = _numbers(cases)
        own = _own_ids(tx, council)
        for table in COPIED:
            told(table.name)
            for row in _rows_of_the_case(tx, council, table):
                _copy(tx, table, row, own, council.officer.id, numbers)
        tx.execute(text("analyze"))


def _person(tx: Transaction, role: str, time: FakeTime) -> str:
    return accounts.insert(tx, f"A {role}", email=None, password_hash=None, at=time.now())


def _actor(workflow: Workflow, account_id: str) -> Actor:
    actor = workflow.people.actor(account_id)
    assert actor is not None
    return actor


def _trust(tx: Transaction, store: Store) -> None:
    """Leave out what is there for those who may be wrong: time limits and looking up references."""
    if store.alone:
        tx.execute(text("pragma defer_foreign_keys = on"))
        return
    tx.execute(text("set local statement_timeout = 0"))
    tx.execute(text("set local session_replication_role = replica"))


def _add_officers(tx: Transaction, council: Council, cases: int) -> None:
    rows = [
        {
            "id": f"{council.officer.id}-{number}",
            "name": "Another",
            "created_at": council.time.now(),
        }
        for number in range(cases // _OFFICER_CASES + 1)
    ]
    tx.execute(account.insert(), rows)


def _numbers(count: int) -> CTE:
    """Return the numbers from 1 up."""
    one = select(literal(1, Integer).label("number")).cte("numbers", recursive=True)
    return one.union_all(select(one.c.number + 1).where(one.c.number < count))


def _own_ids(tx: Transaction, council: Council) -> Mapping[str, str]:
    """Return each id that a copy has for itself -> the same."""
    where = case.c.id == council.case_id
    child_id, reference = tx.execute(select(case.c.child_id, case.c.reference).where(where)).one()
    ids = [council.case_id, child_id, reference, council.family.id]
    for table in (task, timer):
        found = select(table.c.id).where(table.c.case_id == council.case_id)
        ids += tx.execute(found).scalars()
    ids += tx.execute(select(submission.c.key)).scalars()
    return dict.fromkeys(ids, "own")


def _rows_of_the_case(
    tx: Transaction, council: Council, table: Table
) -> Iterator[Row[*tuple[Any, ...]]]:
    own = _own_ids(tx, council)
    for row in tx.execute(select(table)).all():
        values = [value for value in row if isinstance(value, str)]
        named = (one in value for value in values for one in own)
        if any(named) and (table is not account or row.id == council.family.id):
            yield row


def _copy(
    tx: Transaction,
    table: Table,
    row: Row[*tuple[Any, ...]],
    own: Mapping[str, str],
    officer_id: str,
    numbers: CTE,
) -> None:
    """Write one row of each copy, by one statement."""
    copied = [column for column in table.c if not (table is job and column.name == "id")]
    values = {
        column.name: _value(row._mapping[column.name], own, officer_id, numbers, column.type)  # noqa: SLF001
        for column in copied
    }
    chosen = select(*(value.label(name) for name, value in values.items())).select_from(numbers)
    tx.execute(table.insert().from_select(list(values), chosen))


def _value(
    value: object,
    own: Mapping[str, str],
    officer_id: str,
    numbers: CTE,
    type_: Any,  # noqa: ANN401
) -> ColumnElement[Any]:
    """Return what a column of a copy holds: its own ids, its own times, all else as it was."""
    if isinstance(value, datetime):
        return _Later(literal(value, Moment()), numbers.c.number)
    if not isinstance(value, str):
        return literal(value, type_)
    ids = "|".join(map(re.escape, (*own, officer_id)))
    number = cast(numbers.c.number, Text)
    share = cast(numbers.c.number // _OFFICER_CASES, Text)
    parts = [
        literal(f"{part}-", Text) + (number if part in own else share)
        if part in own or part == officer_id
        else literal(part, Text)
        for part in re.split(f"({ids})", value)
        if part
    ]
    whole = parts[0] if parts else literal("", Text)
    for part in parts[1:]:
        whole = whole + part
    return whole
