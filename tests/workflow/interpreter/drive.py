"""A case in a test: saved and restored between every two commands, with real FEEL rules."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

from pathways.feel import Expression, parse
from pathways.model.decision import Outcome
from workflow.interpreter import (
    Advance,
    Command,
    Complete,
    Look,
    Occur,
    Record,
    Row,
    Specification,
    Start,
    address,
    advance,
    read_specification,
)
from workflow.model.place import Place


def dice(seed: int) -> Random:
    """Return chances that are the same every time."""
    return Random(seed)  # noqa: S311 - a walk, not a secret


MONDAY = datetime(2027, 1, 11, 9, tzinfo=UTC)


@cache
def _parsed(text: str) -> Expression:
    return parse(text)


class FeelRules:
    """Conditions in FEEL; tables as functions of the scope; timers as days (`P3D`) or moments."""

    def __init__(
        self,
        tables: Mapping[str, Callable[[Mapping[str, object]], Mapping[str, object]]] | None = None,
    ) -> None:
        self.tables = tables or {}

    def condition(self, text: str, scope: Mapping[str, object], *, now: datetime) -> object:
        return _parsed(text).evaluate(scope, now=now)

    def decide(self, decision: str, scope: Mapping[str, object], *, now: datetime) -> Outcome:
        del now
        outputs = self.tables[decision](scope)
        return Outcome(decision=decision, outputs=outputs, inputs={}, rules=("r1",), because=())

    def due_at(self, timer: str, since: datetime, *, times: int = 1) -> datetime:
        if timer.startswith("P"):
            return since + times * timedelta(days=int(timer[1:-1]))
        return datetime.fromisoformat(timer)


class Case:
    """One case; after every command only the snapshot's text and the record's rows are left."""

    def __init__(
        self,
        drawing: bytes | Specification,
        process: str = "p",
        *,
        rules: object = None,
        facts: Mapping[str, object] | None = None,
    ) -> None:
        self.specification = (
            read_specification(drawing, process) if isinstance(drawing, bytes) else drawing
        )
        self.rules = rules or FeelRules()
        self.facts = dict(facts or {})
        self.rows: dict[str, list[Row]] = {}
        self.asked: list[str] = []
        self.now = MONDAY
        self.snapshot: str | None = None
        self.last: Advance
        self.trail: list[Advance] = []

    def load(self, step: str) -> Iterable[Row]:
        self.asked.append(step)
        return self.rows.get(step, [])

    def command(self, command: Command, extra: Iterable[tuple[str, Row]] = ()) -> Advance:
        record = Record(self.facts, self.load)
        for step, row in extra:
            record.put(step, row.place, row.round, row.answers)
        done = advance(
            self.snapshot,
            self.specification,
            version="p@1",
            rules=self.rules,
            record=record,
            command=command,
            now=self.now,
        )
        for step, row in extra:
            self.rows.setdefault(step, []).append(row)
        for d in done.decided:
            self.rows.setdefault(d.step, []).append(Row(d.place, d.round, d.outcome.outputs))
        self.snapshot, self.last = done.snapshot, done
        self.trail.append(done)
        return done

    def start(self) -> "Case":
        self.command(Start())
        return self

    def look(self) -> Advance:
        return self.command(Look())

    def complete(
        self,
        step: str,
        answers: Mapping[str, object] | None = None,
        *,
        item: str | None = None,
        token: str | None = None,
        place: Place | None = None,
    ) -> Advance:
        found = [
            t
            for t in self.last.open
            if t.step == step
            and (item is None or (t.place and t.place[-1][1] == item))
            and token in {None, t.token}
            and place in {None, t.place}
        ]
        assert found, f"{step} is not open: {self.open}"
        task = found[0]
        here, number = address(self.snapshot, self.specification, task.token)
        assert (here, number) == (task.place, task.round)
        return self.command(Complete(task.token), [(step, Row(here, number, dict(answers or {})))])

    def occur(
        self,
        step: str,
        answers: Mapping[str, object] | None = None,
        *,
        place: Place | None = None,
    ) -> Advance:
        found = (w for w in self.last.awaited if w.step == step and place in {None, w.place})
        waits = next(found)
        if waits.due_at is not None:
            self.now = waits.due_at
        extra = [] if answers is None else [(step, Row(waits.place, waits.round, dict(answers)))]
        return self.command(Occur(waits.token, step), extra)

    @property
    def open(self) -> list[str]:
        return sorted(t.step for t in self.last.open)

    @property
    def waits(self) -> list[str]:
        return sorted(w.step for w in self.last.awaited)

    @property
    def sent(self) -> list[str]:
        return [s.step for a in self.trail for s in a.sent]

    @property
    def ended(self) -> list[str]:
        return [e for a in self.trail for e in a.ended]
