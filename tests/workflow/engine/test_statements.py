"""What completing a task asks of the database, and how the database goes about it."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import Engine, event

from tests.workflow.house import AGAIN, ASKED, SmallHouse
from workflow.store import record

#: Tables that grow with every step of a case: none may be read by the case alone.
GROWING = re.compile(r"SEARCH (answers|event|letter|pathway_case|task|timer) .*\(case_id=\?\)")

Sent = list[tuple[str, object]]

THINK = timedelta(days=15)


@contextmanager
def statements() -> Iterator[Sent]:
    sent: Sent = []

    def keep(_: object, __: object, statement: str, values: object, *___: object) -> None:
        sent.append((statement, values))

    event.listen(Engine, "before_cursor_execute", keep)
    yield sent
    event.remove(Engine, "before_cursor_execute", keep)


def plan(house: SmallHouse, statement: str, values: object) -> list[str]:
    first = values[0] if isinstance(values, list) else values
    with sqlite3.connect(house.path) as database:
        rows = database.execute(f"explain query plan {statement}", first).fetchall()
    database.close()
    return [str(row[3]) for row in rows]


def grows(line: str) -> bool:
    return line.startswith("SCAN") or GROWING.search(line) is not None


def once_around(house: SmallHouse, case_id: str) -> Sent:
    """Go round once: ask, check, let the time to think pass; return what that asked."""
    asked = house.waiting(case_id)
    with statements() as sent:
        house.complete(asked, ASKED)
    check = house.waiting(case_id)
    with statements() as more:
        house.complete(check, AGAIN)
        house.time.advance(THINK)
        house.workflow.jobs.tick(house.time.now())
    return [*sent, *more]


def test_nothing_that_grows_is_looked_through_when_a_case_moves(house: SmallHouse) -> None:
    case_id = house.open().case_id

    sent = once_around(house, case_id)
    plans = {
        statement: plan(house, statement, values)
        for statement, values in sent
        if not statement.startswith("begin")
    }

    looked_through = [lines for lines in plans.values() if any(map(grows, lines))]
    assert plans
    assert looked_through == []


def test_who_has_done_a_step_is_found_without_looking_through_the_record(
    house: SmallHouse,
) -> None:
    case_id = house.asked().case_id

    with house.workflow.store.read() as tx, statements() as sent:
        done = record.done_by(tx, case_id, ["check_it", "ask_for_it"], house.family)

    (lines,) = [plan(house, *one) for one in sent]
    assert done == "ask_for_it"
    assert not any(grows(line) or "TEMP B-TREE" in line for line in lines)


def test_a_later_round_asks_no_more_of_the_database_than_an_earlier_one(house: SmallHouse) -> None:
    case_id = house.open().case_id
    once_around(house, case_id)

    rounds = [len(once_around(house, case_id)) for _ in range(4)]

    assert len(set(rounds)) == 1
