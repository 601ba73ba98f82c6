"""Plays the scenarios of a pathway and says whether each came out as its author expected."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from pathways.model.scenario import ExceptionMove, Expected, Move, Scenario, StepMove, WaitMove
from pathways.scenarios import read_scenario
from workflow.model.actor import CASE_OFFICER
from workflow.model.case import CaseFile
from workflow.model.clock import Reliance
from workflow.model.errors import WorkflowError
from workflow.rehearsal.stage import Stage, build_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """How one scenario came out."""

    scenario: Scenario
    #: What came out differently, as sentences; empty where all was as expected.
    problems: tuple[str, ...]
    #: Ids of the sequence flows travelled.
    travelled: frozenset[str]
    #: (decision id, rule id) of the rules that fired.
    fired: frozenset[tuple[str, str]]


class Otherwise(Exception):
    """The story took another turn than its author wrote."""


def scenarios(files: Mapping[str, bytes]) -> tuple[Scenario, ...]:
    """Return the scenarios among the files of a pathway, by file name.

    Raises:
        PathwayInvalid: If one of them cannot be read.
    """
    return tuple(
        read_scenario(files[path], file=path)
        for path in sorted(files)
        if path.startswith("scenarios/")
    )


def rehearse(files: Mapping[str, bytes], scenario: Scenario) -> Rehearsal:
    """Play one scenario in a house of its own and return how it came out.

    Every move is one command on the database: the case is saved and read again between every two.

    Raises:
        PathwayInvalid: If the pathway cannot be used as it is.
    """
    with TemporaryDirectory(prefix="rehearsal-") as folder:
        stage = build_stage(Path(folder), dict(files), scenario)
        try:
            return play(stage, stage.open(), scenario)
        finally:
            stage.workflow.stop()


def play(stage: Stage, case_id: str, scenario: Scenario, *, done: int = 0) -> Rehearsal:
    """Go on with a case for which so many moves of a scenario are done, and say how it came out."""
    problems: tuple[str, ...] = ()
    try:
        for number, move in enumerate(scenario.moves[done:], start=done + 1):
            make(stage, case_id, move, number)
    except Otherwise as turn:
        problems = (str(turn),)
    file = _file(stage, case_id)
    return Rehearsal(
        scenario=scenario,
        problems=problems or tuple(_differences(scenario.expected, file)),
        travelled=file.travelled,
        fired=frozenset(
            (outcome.decision, rule)
            for row in file.record
            if row.outcome
            for outcome in row.outcome.whole()
            for rule in outcome.rules
        ),
    )


def make(stage: Stage, case_id: str, move: Move, number: int) -> None:
    """Make one move of a story.

    Raises:
        Otherwise: If the case does not take it as its author wrote.
    """
    if isinstance(move, WaitMove):
        stage.wait(move)
    elif isinstance(move, ExceptionMove):
        _rely_on(stage, case_id, move, number)
    else:
        _complete(stage, case_id, move, number)


def _complete(stage: Stage, case_id: str, move: StepMove, number: int) -> None:
    waiting = {task.step: task for task in _file(stage, case_id).open_tasks}
    if move.step not in waiting:
        there = ", ".join(sorted(waiting)) or "nothing"
        raise Otherwise(f"Move {number}: “{move.step}” does not wait; {there} does.")
    task = waiting[move.step]
    actor = stage.cast[move.by or f"{task.role}_1"]
    with _expecting(move.refused, f"Move {number}, “{move.step}”"):
        stage.workflow.engine.complete(actor, task.id, move.answers, key=str(uuid4()))


def _rely_on(stage: Stage, case_id: str, move: ExceptionMove, number: int) -> None:
    clocks = {one.code: one for one in _file(stage, case_id).clocks}
    if move.clock not in clocks:
        there = ", ".join(sorted(clocks)) or "none"
        raise Otherwise(f"Move {number}: no clock “{move.clock}” has started; {there} has.")
    actor = stage.cast[move.by or f"{CASE_OFFICER}_1"]
    said = Reliance(exception=move.exception, evidence=move.evidence, why=move.why, told=move.told)
    with _expecting(move.refused, f"Move {number}, the exception for “{move.clock}”"):
        stage.workflow.clocks.rely_on_exception(
            actor, clocks[move.clock].id, said, key=str(uuid4())
        )


@contextmanager
def _expecting(expected: str | None, where: str) -> Iterator[None]:
    """Let what happens inside be refused as expected, and as nothing else."""
    refused = None
    try:
        yield
    except WorkflowError as error:
        refused = error
    if (type(refused).__name__ if refused else None) != expected:
        raise Otherwise(f"{where}: {_said(refused, expected)}")


def _said(refused: WorkflowError | None, expected: str | None) -> str:
    if refused is None:
        return f"should have been refused with {expected}, but was not."
    problems: Mapping[str, str] = getattr(refused, "problems", {})
    return " ".join([str(refused), *(f"{name}: {what}" for name, what in problems.items())])


def _file(stage: Stage, case_id: str) -> CaseFile:
    return stage.workflow.engine.case_file(stage.cast["family_1"], case_id)


def _differences(expected: Expected, file: CaseFile) -> Iterator[str]:
    if file.case.outcome != expected.ended:
        yield f"Ended at {file.case.outcome or 'nothing'}, expected {expected.ended or 'nothing'}."
    steps = sorted(task.step for task in file.open_tasks)
    if expected.open is not None and steps != sorted(expected.open):
        yield f"Waits for {steps or 'nothing'}, expected {sorted(expected.open) or 'nothing'}."
    letters = tuple(letter.step for letter in file.letters)
    if expected.letters is not None and letters != expected.letters:
        yield f"Wrote the letters {letters}, expected {expected.letters}."
    yield from _clock_differences(expected, file)
    outcomes = {
        outcome.decision: outcome
        for row in file.record
        if row.outcome
        for outcome in row.outcome.whole()
    }
    for decision, rules in expected.decided.items():
        fired = outcomes[decision].rules if decision in outcomes else ()
        if fired != rules:
            yield f"“{decision}” fired {fired}, expected {rules}."


def _clock_differences(expected: Expected, file: CaseFile) -> Iterator[str]:
    states = {one.code: one.state.value for one in file.clocks}
    for code, state in expected.clocks.items():
        stands = states.get(code, "not started")
        if stands != state:
            yield f"The clock {code} is {stands}, expected {state}."
    told = (
        ("ClockWarned", "before", expected.warned, "Warned of"),
        ("ExceptionReliedOn", "exception", expected.excused, "Relied on"),
    )
    for kind, detail, wanted, what in told:
        happened = tuple(
            f"{event.details['clock']} {event.details[detail]}"
            for event in file.history
            if event.kind == kind
        )
        if wanted is not None and happened != wanted:
            yield f"{what} {happened or 'nothing'}, expected {wanted or 'nothing'}."
