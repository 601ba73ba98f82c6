"""A damaged snapshot is refused as a whole; nothing else ever comes of it, and never a hang."""

import json
from contextlib import suppress
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.interpreter.drive import MONDAY, FeelRules
from tests.workflow.interpreter.test_golden import DRAWINGS
from workflow.interpreter import (
    Advance,
    Complete,
    InterpreterError,
    Look,
    Occur,
    Record,
    SnapshotRefused,
    Specification,
    address,
    advance,
    read_specification,
    view,
)

FACTS = {"child": {"people": ["p1", "p2", "p3"]}}
PATHS = {path.stem: path for path in DRAWINGS}
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 300),
    st.sampled_from(["", "1", "2", "9", "a", "b", "p", "late", "edge", "join", "p.EndJoin", "x"]),
    st.text(max_size=3),
    st.lists(st.integers(0, 3), max_size=2),
    st.dictionaries(st.sampled_from(["key", "source", "due", "total"]), st.just("1"), max_size=2),
)


@cache
def specification(name: str) -> Specification:
    return read_specification(PATHS[name].read_bytes(), "p")


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where in a snapshot something can be changed."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, each in inner:
        found.append((*path, key))
        if isinstance(each, dict | list):
            found += places(each, (*path, key))
    return found


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A drawing's name, and a snapshot of a case on it that was changed in up to three places."""
    name = draw(st.sampled_from(sorted(PATHS)))
    lines = PATHS[name].with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    snapshot = json.loads(draw(st.sampled_from(lines)))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(places(snapshot)))
        holder = snapshot
        for key in path[:-1]:
            holder = holder[key]
        how = draw(st.sampled_from(["change", "change", "remove", "double"]))
        if how == "change":
            holder[path[-1]] = draw(VALUES)
        elif how == "remove":
            del holder[path[-1]]
        elif isinstance(holder, list):
            holder.append(holder[path[-1]])
        if not snapshot:
            break
    return name, json.dumps(snapshot)


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_only_a_refusal_or_a_case_that_goes_on_comes_of_a_damaged_snapshot(
    damage: tuple[str, str],
) -> None:
    name, snapshot = damage
    moved = None
    with suppress(SnapshotRefused):
        moved = looked_at(name, snapshot)
    if moved is None:
        return
    for task in moved.open:
        address(moved.snapshot, specification(name), task.token)
        view(moved.snapshot, specification(name), task.token, record=Record(FACTS))
    commands = [Complete(task.token) for task in moved.open]
    commands += [Occur(wait.token, wait.step) for wait in moved.awaited]
    for command in commands:
        with suppress(InterpreterError):
            commanded(name, moved.snapshot, command)


def looked_at(name: str, snapshot: str) -> Advance | None:
    try:
        return commanded(name, snapshot, Look())
    except SnapshotRefused:
        raise
    except InterpreterError:  # tokens that wait for each other, for example
        return None


def commanded(name: str, snapshot: str, command: object) -> Advance:
    return advance(
        snapshot,
        specification(name),
        version="p@1",
        rules=FeelRules(),
        record=Record(FACTS),
        command=command,
        now=MONDAY,
    )
