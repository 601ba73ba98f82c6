"""What a move leaves for good: answers and decisions in the record, letters in the outbox."""

from pathways import feel
from workflow import notices
from workflow.engine.move import Brought, Given, Move
from workflow.interpreter import Acted, Advance, Decided, Sent
from workflow.model.actor import SYSTEM, Actor
from workflow.model.case import Sent as WrittenLetter
from workflow.model.case import Values
from workflow.model.errors import NobodyTakesLane, PathwayFault
from workflow.model.task import Task
from workflow.store import letters, parties, record
from workflow.store.record import RecordRow

#: The kind of the job that carries a letter out of the house.
DELIVER_LETTER = "deliver_letter"


def keep_answers(move: Move, given: Given, arrived: Advance) -> None:
    """Write the answers that completed a task."""
    task = given.task
    sealed = record.seal(move.case_id, given.answers)
    sequence = move.tell(
        "TaskCompleted", task.step, by=move.actor, sealed=sealed, flows=arrived.travelled
    )
    _append(move, task, sequence, sealed, by=move.actor, decided=False)


def keep_brought(move: Move, brought: Brought, arrived: Advance, *, kind: str) -> None:
    """Write what something from outside brought, and that it has come."""
    by_itself = isinstance(brought.content, Values)
    values = brought.content.values if isinstance(brought.content, Values) else brought.content
    sealed = record.seal(move.case_id, brought.content) if values else None
    sequence = move.tell(
        kind,
        brought.step,
        by=move.actor,
        sealed=sealed,
        flows=arrived.travelled,
        **brought.details,
    )
    if sealed is not None:
        _append(move, brought, sequence, sealed, by=move.actor, decided=by_itself)


def keep_decision(move: Move, decided: Decided) -> None:
    """Write what a table decided, with the rules that fired and their reasons.

    Raises:
        PathwayFault: If something in it cannot be kept, or it is too much.
    """
    try:
        sealed = record.seal(move.case_id, decided.outcome)
    except (ValueError, feel.Refused) as problem:
        raise PathwayFault(move.edition.name(decided.step), str(problem)) from problem
    sequence = move.tell("DecisionMade", decided.step, sealed=sealed, rules=decided.outcome.rules)
    _append(move, decided, sequence, sealed, by=SYSTEM, decided=True)


def keep_values(move: Move, acted: Acted) -> None:
    """Write what a step worked out.

    Raises:
        PathwayFault: If something in it cannot be kept, or it is too much.
    """
    try:
        sealed = record.seal(move.case_id, Values(acted.values))
    except ValueError as problem:
        raise PathwayFault(move.edition.name(acted.step), str(problem)) from problem
    sequence = move.tell("ValuesWritten", acted.step, sealed=sealed)
    _append(move, acted, sequence, sealed, by=SYSTEM, decided=True)


def _append(
    move: Move,
    at: Task | Decided | Acted | Brought,
    sequence: int,
    sealed: bytes,
    *,
    by: Actor,
    decided: bool,
) -> None:
    row = RecordRow(
        sequence=sequence,
        step=at.step,
        place=at.place,
        round=at.round,
        sealed=sealed,
        decided=decided,
        by=by,
        role=at.role if isinstance(at, Task | Brought) else move.edition.role(at.step),
        at=move.now,
        version_id=move.edition.version.id,
    )
    record.append(move.tx, move.case_id, row)


def write_letter(move: Move, sent: Sent | Acted) -> None:
    """Write a letter and promise to send it.

    Raises:
        NobodyTakesLane: If it is written to a lane that nobody takes in this case.
        PathwayFault: If a place in it cannot be filled in.
    """
    step_name = move.edition.name(sent.step)
    template = move.edition.version.pathway.letters[sent.step]
    to = parties.of_role(move.tx, move.case_id, template.to)
    if not to:
        raise NobodyTakesLane(move.edition.lane_name(template.to), step_name)
    try:
        letter = notices.write(template, sent.scope, to=to, now=move.now)
    except feel.Refused as refused:
        raise PathwayFault(step_name, str(refused)) from refused
    keep_letter(move, letter)


def keep_letter(move: Move, letter: WrittenLetter) -> None:
    """Put a letter into the outbox, tell of it and promise to send it."""
    sealed = letters.seal(move.case_id, letter.body)
    step = letter.step or None  # one about the whole case belongs to no step
    sequence = move.tell("LetterWritten", step, sealed=sealed, letter=letter.id)
    letters.insert(move.tx, move.case_id, letter, sealed=sealed, sequence=sequence)
    move.promise(DELIVER_LETTER, letter.id, run_at=move.now)
