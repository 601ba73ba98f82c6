"""How a database goes about a statement: what it looks through, and how many rows it touches."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, event, func, select

from workflow.store import Store
from workflow.store.tables import metadata

#: What SQLite scans that is no table: results of its own, and names that we give to results.
_RESULTS = re.compile(r"^SCAN (\(subquery|SUBQUERY|anon_|CONSTANT ROW|\d+ CONSTANT ROW)")
#: A name in a statement as the driver of PostgreSQL gets it, with its type.
_NAMED = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Sent:
    """A statement as it went to the database."""

    statement: str
    values: Any

    @property
    def reads(self) -> bool:
        """Whether it only reads, and can be run again to see how."""
        return self.statement.lower().startswith(("select", "with")) and "update" not in (
            self.statement.lower()
        )


@contextmanager
def sent_statements() -> Iterator[list[Sent]]:
    """Collect the statements that are sent while this is open, each one once."""
    sent: dict[str, Sent] = {}

    def keep(_: object, __: object, statement: str, values: Any, *___: object) -> None:  # noqa: ANN401
        if not re.match("begin|select (set_config|pg_advisory)", statement.lower()):
            sent.setdefault(statement, Sent(statement, values))

    found: list[Sent] = []
    event.listen(Engine, "before_cursor_execute", keep)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", keep)
        found += sent.values()


def large_tables(store: Store, rows: int) -> frozenset[str]:
    """Return the tables that have at least so many rows."""
    with store.read() as view:
        return frozenset(
            table.name
            for table in metadata.sorted_tables
            if view.execute(select(func.count()).select_from(table)).scalar_one() >= rows
        )


def looked_through_on_sqlite(connection: Connection, sent: Sent) -> list[str]:
    """Return the steps of a plan that look through a whole table or index."""
    values = sent.values[0] if isinstance(sent.values, list) else sent.values
    plan = connection.exec_driver_sql(f"explain query plan {sent.statement}", values)
    scans = [step[3] for step in plan if step[3].startswith("SCAN")]
    return [scan for scan in scans if not _RESULTS.match(scan)]


def plan_on_postgresql(connection: Connection, sent: Sent) -> list[dict[str, Any]]:
    """Return the nodes of a plan; with what really happened where the statement only reads."""
    values = sent.values[0] if isinstance(sent.values, list) else sent.values
    how = "analyze, format json" if sent.reads else "format json"
    (plan,) = connection.exec_driver_sql(f"explain ({how}) {sent.statement}", values).scalar_one()
    return list(_nodes(plan["Plan"]))


def generic_plan_on_postgresql(connection: Connection, sent: Sent) -> list[dict[str, Any]]:
    """Return the nodes of the plan that is made once for all values, after some tries."""
    names = list(dict.fromkeys(_NAMED.findall(sent.statement)))
    numbered = _NAMED.sub(lambda found: f"${names.index(found[1]) + 1}", sent.statement)
    explained = f"explain (generic_plan, format json) {numbered.replace('%%', '%')}"
    raw = connection.connection.driver_connection
    assert raw is not None
    plan = raw.execute(explained).fetchone()[0][0]
    return list(_nodes(plan["Plan"]))


def touched(node: dict[str, Any]) -> int:
    """Return how many rows a node of a plan that was run has looked at."""
    removed = sum(value for name, value in node.items() if name.startswith("Rows Removed by"))
    return round((node.get("Actual Rows", 0) + removed) * node.get("Actual Loops", 1))


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for one in node.get("Plans", ()):
        yield from _nodes(one)


def told(node: dict[str, Any]) -> str:
    """Return a node as a line."""
    names = ("Node Type", "Relation Name", "Index Name", "Actual Rows", "Actual Loops")
    return json.dumps({name: node[name] for name in names if name in node})
