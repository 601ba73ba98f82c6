"""Every file gets a copy that runs, or findings that name what cannot."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from bench.corpus.subject import Subject
from pathways.executable import Executable, executable
from pathways.feel import Value, parse
from pathways.model.decision import Outcome
from pathways.model.finding import Finding
from workflow import clocks
from workflow.interpreter import (
    InterpreterError,
    Record,
    Start,
    Unrunnable,
    advance,
    read_specification,
)

STARTS = "starts"
REFUSED = "refused by the element"
_MONDAY = datetime(2027, 1, 11, 9, tzinfo=UTC)


def run(subject: Subject) -> Iterator[str]:
    """Yield why a file neither starts nor is refused with the name of an element."""
    made = subject.row.timed("executable", lambda: executable(subject.drawing))
    if made.may_run:
        subject.row.ended["runs"] = STARTS
        yield from _started(made)
    else:
        subject.row.ended["runs"] = REFUSED
        yield from _refused(subject, made.findings)


def _started(made: Executable) -> Iterator[str]:
    try:
        specification = read_specification(made.xml, made.drawing.id)
        advance(
            None,
            specification,
            version="corpus@1",
            rules=AnyRules(),
            record=Record({}, _nothing),
            command=Start(),
            now=_MONDAY,
        )
    except Unrunnable as refused:
        yield f"No finding, and the interpreter does not read it: {refused} ({refused.element})"
    except InterpreterError as refused:
        yield f"No finding, and it does not start: {type(refused).__name__}: {refused}"


def _refused(subject: Subject, findings: Iterable[Finding]) -> Iterator[str]:
    drawing = subject.drawing
    if not drawing.nodes:
        return  # there is nothing to name
    known = subject.ids | drawing.nodes.keys() | drawing.processes.keys()
    errors = [finding for finding in findings if finding.stops]
    if not any(finding.element in known for finding in errors):
        said = "; ".join(f"{finding.rule}: {finding.message}" for finding in errors)
        yield f"It may not run, and no error names an element of the file: {said[:300]}"


class AnyRules:
    """Rules for a drawing without its tables and periods: conditions are FEEL, as drawn."""

    def condition(self, text: str, scope: Mapping[str, Value], *, now: datetime) -> Value:
        """Return what a FEEL text says."""
        return parse(text).evaluate(scope, now=now)

    def decide(self, decision: str, scope: Mapping[str, Value], *, now: datetime) -> Outcome:
        """Return an answer without outputs: there are no tables."""
        del scope, now
        return Outcome(decision=decision, outputs={}, inputs={}, rules=(), because=())

    def due_at(self, timer: str, since: datetime, *, times: int = 1) -> datetime:
        """Return when a timer falls due; a period, whose length nobody knows here, after a day."""
        if timer.startswith("P"):
            return clocks.after(timer, since, times=times)
        try:
            return datetime.fromisoformat(timer).astimezone(UTC)
        except ValueError:
            return since + timedelta(days=1)  # a period, by its code


def _nothing(_step: str) -> tuple[()]:
    return ()
