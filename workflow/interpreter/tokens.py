"""One command moves the tokens of one case."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NoReturn

from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from pathways.feel import Value
from pathways.model.decision import Outcome
from workflow.interpreter.advances import Advance
from workflow.interpreter.alerts import happen, live, waiting
from workflow.interpreter.awaitables import Condition
from workflow.interpreter.commands import Command, Complete, Occur, Start
from workflow.interpreter.errors import Deadlock, NotAwaited, NotOpen
from workflow.interpreter.library import move
from workflow.interpreter.moves import settle
from workflow.interpreter.parts import Case
from workflow.interpreter.record import Record
from workflow.interpreter.rules import Rules
from workflow.interpreter.snapshot import Names, begin, restore, save
from workflow.interpreter.specification import Specification
from workflow.interpreter.standing import place
from workflow.interpreter.stops import awaited, open_tasks
from workflow.interpreter.surroundings import Surroundings
from workflow.model.place import Place, Round

_NEVER = datetime.min.replace(tzinfo=UTC)


def advance(  # noqa: PLR0913 - everything that a case has around it is an argument
    snapshot: str | None,
    specification: Specification,
    *,
    version: str,
    rules: Rules,
    record: Record,
    command: Command,
    now: datetime,
) -> Advance:
    """Move the tokens of a case, and say where they stopped and what they met.

    The same arguments give the same result; nothing is remembered outside the snapshot. If this
    raises, the snapshot that was given is still good, and the record is to be thrown away.

    Args:
        snapshot: Text from the last advance; None to `Start`.
        specification: The version's, from `read_specification`.
        version: The version's id, e.g. `"quick_one_off@3"`.
        rules: What the version's conditions, tables and periods say.
        record: Facts and answers, those of this command included (`address` says where they
            belong). A fresh one for each command: decisions are added to it.
        command: What to do.
        now: The moment of the command; aware, UTC.

    Raises:
        NotOpen: If `Complete` names no open task.
        NotAwaited: If `Occur` names no event that is awaited.
        GoingInCircles: If the drawing goes round without meeting a person.
        TooMuchAtOnce: If it would move or make more tokens than a case can bear.
        Deadlock: If nothing is open and nothing awaited, but the case is not done.
        NoWayOut: If no way leads on from a gateway.
        RuleFailed: If a rule could not be answered.
        SnapshotRefused: If the snapshot is not of this version.
        ValueError: If `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("now must have a time zone")
    surroundings = Surroundings(specification, rules, record, now=now)
    case, names = _restored(snapshot, command, surroundings, version)
    _obey(case, names, command)
    settle(case)
    return _stopped(case, names, surroundings, version)


def _stopped(case: Case, names: Names, surroundings: Surroundings, version: str) -> Advance:
    """Say where the tokens stopped, and what they met."""
    text = save(case, names, surroundings, version)
    open_, waits = tuple(open_tasks(case, names)), tuple(awaited(case, names))
    if not open_ and not waits and live(case):
        raise Deadlock(_joining(case))
    return Advance(
        snapshot=text,
        open=open_,
        awaited=waits,
        decided=tuple(surroundings.decided),
        acted=tuple(surroundings.acted),
        sent=tuple(surroundings.sent),
        ended=tuple(surroundings.ended),
        travelled=tuple(surroundings.travelled),
        done=not live(case),
    )


def address(snapshot: str, specification: Specification, task: str) -> tuple[Place, Round]:
    """Return where the answers of an open task (or of a waiting message) belong in the record.

    Raises:
        NotOpen: If no token of this id is open or waits.
        SnapshotRefused: If the snapshot is not of this specification.
    """
    surroundings = Surroundings(specification, _NoRules(), Record({}), now=_NEVER)
    case, _ = restore(snapshot, surroundings, None)
    token = _find(case, task)
    if token is None or token.task_spec.bpmn_id is None:
        raise NotOpen(task)
    here = place(token)
    return here, surroundings.round(token, token.task_spec.bpmn_id, here)


def view(
    snapshot: str,
    specification: Specification,
    task: str,
    *,
    record: Record,
    rules: Rules | None = None,
    now: datetime = _NEVER,
) -> Mapping[str, Value]:
    """Return what a rule can name, seen from an open task: for what its page shows.

    Args:
        snapshot: As in `advance`.
        specification: As in `advance`.
        task: Token of the open task.
        record: As in `advance`.
        rules: As in `advance`; without them the items of repeated steps cannot be named.
        now: The present moment; aware.

    Raises:
        NotOpen: If no token of this id is open or waits.
        SnapshotRefused: If the snapshot is not of this specification.
    """
    surroundings = Surroundings(specification, rules or _NoRules(), record, now=now)
    case, _ = restore(snapshot, surroundings, None)
    token = _find(case, task)
    if token is None:
        raise NotOpen(task)
    return surroundings.scope(token)


def _restored(
    snapshot: str | None, command: Command, surroundings: Surroundings, version: str
) -> tuple[Case, Names]:
    if isinstance(command, Start) != (snapshot is None):
        raise ValueError("a case starts without a snapshot, and goes on with one")
    if snapshot is None:
        return begin(surroundings)
    return restore(snapshot, surroundings, version)


def _obey(case: Case, names: Names, command: Command) -> None:
    if isinstance(command, Complete):
        token = _find(case, command.task)
        if token is None or token.state != TaskState.READY or not token.task_spec.manual:
            raise NotOpen(command.task)
        move(token)
    elif isinstance(command, Occur):
        for token, event in waiting(case):
            named = names.of(token) == command.task and event.step == command.step
            if named and not isinstance(event, Condition):
                happen(token, event)
                return
        raise NotAwaited(command.task, command.step)


def _find(case: Case, name: str) -> Task | None:
    found = (part.tasks[name] for part in case.parts() if name in part.tasks)
    return next((token for token in found if not token.has_state(TaskState.FINISHED_MASK)), None)


def _joining(case: Case) -> str:
    """Return a gateway at which tokens wait for others."""
    steps = (
        token.task_spec.bpmn_id
        for part in case.parts()
        for token in part.tasks.values()
        if token.state == TaskState.WAITING
    )
    return next((step for step in steps if step), "")


class _NoRules:
    """For questions that need no rules."""

    def condition(self, text: str, scope: Mapping[str, object], *, now: datetime) -> NoReturn:
        raise NotImplementedError

    def decide(self, decision: str, scope: Mapping[str, object], *, now: datetime) -> Outcome:
        raise NotImplementedError

    def due_at(self, timer: str, since: datetime, *, times: int = 1) -> datetime:
        raise NotImplementedError
