"""Copies that are run by the interpreter: opened, and walked on with given or chosen answers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bench.corpus.running import AnyRules
from pathways import forms
from pathways.executable import Executable
from workflow.interpreter import (
    Advance,
    Command,
    Complete,
    Occur,
    Record,
    Row,
    Specification,
    Start,
    advance,
    read_specification,
)

NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)


@dataclass
class Run:
    """One case on a copy."""

    made: Executable
    specification: Specification = field(init=False)
    now: Advance = field(init=False)
    _rows: dict[str, list[Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.specification = read_specification(self.made.xml, self.made.drawing.id)
        self.now = self._advance(Start(), snapshot=None)

    @property
    def open(self) -> list[str]:
        """The steps that wait for a person."""
        return [task.step for task in self.now.open]

    @property
    def awaited(self) -> list[str]:
        """The events that are waited for."""
        return [each.step for each in self.now.awaited]

    def complete(self, step: str, **answers: object) -> "Run":
        """Complete a step; answers to a made-up form must fit it."""
        task = next(task for task in self.now.open if task.step == step)
        form = self.made.forms.get(step)
        if form is not None:
            assert forms.check(form, answers) == {}
            answers = dict(forms.typed(form, answers))
        rows = [row for row in self._rows.get(step, ()) if row.round != task.round]
        self._rows[step] = [*rows, Row(task.place, task.round, answers)]
        self.now = self._advance(Complete(task.token), snapshot=self.now.snapshot)
        return self

    def done(self, *steps: str) -> "Run":
        """Complete steps whose forms ask nothing but whether it is done."""
        for step in steps:
            self.complete(step, done=True)
        return self

    def occur(self, event: str) -> "Run":
        """Let an event occur."""
        waiting = next(each for each in self.now.awaited if each.step == event)
        self.now = self._advance(Occur(waiting.token, event), snapshot=self.now.snapshot)
        return self

    def _advance(self, command: Command, *, snapshot: str | None) -> Advance:
        return advance(
            snapshot,
            self.specification,
            version="v",
            rules=AnyRules(),
            record=Record({}, self._of),
            command=command,
            now=NOW,
        )

    def _of(self, step: str) -> Iterator[Row]:
        return iter(self._rows.get(step, ()))
