"""A case's tokens on another version of the same pathway: where each stands, and no token moves.

Elements are known by their BPMN ids. What cannot stand there is an obstacle that names the element,
and then nothing is changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations

from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.awaitables import Timer
from workflow.interpreter.events import Catching
from workflow.interpreter.memory import memory
from workflow.interpreter.parts import Case
from workflow.interpreter.record import Record
from workflow.interpreter.remapped import Address, Hindrance, Obstacle, Remapped
from workflow.interpreter.renumbering import Renumbering
from workflow.interpreter.rewriting import Rewriting, Standing
from workflow.interpreter.routes import routes_of
from workflow.interpreter.rules import Rules
from workflow.interpreter.snapshot import Names, check, rebuild, restore, save
from workflow.interpreter.snapshot_rows import FORMAT, Rows, read
from workflow.interpreter.specification import Specification
from workflow.interpreter.stops import awaited, open_tasks
from workflow.interpreter.stuck import Unclear, stuck_at
from workflow.interpreter.surroundings import Surroundings
from workflow.interpreter.together import together_in


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """From which version to which, and what of the one is what of the other."""

    old: Specification
    new: Specification
    #: The new version's id, e.g. `"quick_one_off@4"`.
    version: str
    #: What the new version's periods say.
    rules: Rules
    #: Element of the old version -> the same one in the new: steps, choices, events, processes.
    #: What is gone is missing.
    ids: Mapping[str, str]
    #: (token, event of the new version) -> when it falls due, where the deadline is not kept.
    due: Mapping[tuple[str, str], datetime] = field(default_factory=dict)


def remap(
    snapshot: str,
    change: VersionChange,
    *,
    addresses: Iterable[Address],
    record: Record,
    now: datetime,
) -> Remapped | tuple[Obstacle, ...]:
    """Return how a case stands on the other version, or all that is in the way.

    The tokens keep their ids, their items, their rounds and their deadlines. Events that are new on
    the edge of a step where a token stands begin to be awaited now; those that are gone are no
    longer awaited.

    Args:
        snapshot: Text from the last advance, of the old version.
        change: From which version to which.
        addresses: Where the answers of the case are read from so far.
        record: Facts and answers as they are read from then on; asked for messages alone.
        now: The moment of the move; aware, UTC.

    Raises:
        SnapshotRefused: If the snapshot is not of the old version.
        RuleFailed: If a deadline that begins cannot be worked out.
    """
    before = Surroundings(change.old, change.rules, Record({}), now=now)
    case, names = restore(snapshot, before, None)
    stops = [(one.step, one.place, one.round) for one in open_tasks(case, names)]
    rounds = Renumbering(change.old, change.new, change.ids, before.turns.counts)
    rewriting = Rewriting(change.old, change.new, change.ids, rounds, names.last)
    parts = list(rewriting.parts(read(snapshot, None).parts))
    obstacles = rewriting.obstacles or list(_meeting(rewriting.standing))
    if obstacles:
        return tuple(obstacles)
    rounds.addresses(stops)
    found = rounds.addresses(addresses)
    turns = [(*key, number) for key, number in rounds.counts().items()]
    rows = Rows(FORMAT, change.version, rewriting.last, turns, parts)
    return _remapped(rows, change, found, Surroundings(change.new, change.rules, record, now=now))


def _remapped(
    rows: Rows,
    change: VersionChange,
    addresses: Mapping[Address, Address],
    surroundings: Surroundings,
) -> Remapped:
    case, names = rebuild(rows, surroundings), Names(rows.last)
    _arm(case, names, change, surroundings)
    check(case, change.version)
    waits = tuple(awaited(case, names))  # event sub-processes that are new begin to wait
    return Remapped(
        snapshot=save(case, names, surroundings, change.version),
        open=tuple(open_tasks(case, names)),
        awaited=waits,
        addresses=addresses,
    )


def _arm(case: Case, names: Names, change: VersionChange, surroundings: Surroundings) -> None:
    """Begin the deadlines that are new, and change those that are not kept."""
    for part in case.parts():
        for token in part.tasks.values():
            spec = token.task_spec
            waits = token.state == TaskState.WAITING and isinstance(spec, Catching)
            for event in spec.awaited() if waits and isinstance(spec, Catching) else ():
                if event.step not in memory(token).get("due", {}):
                    event.arm(token, surroundings.rules, surroundings.now)
                due_at = change.due.get((names.of(token), event.step))
                if due_at is not None and isinstance(event, Timer):
                    memory(token)["due"][event.step] = due_at.isoformat()


def _meeting(standing: Iterable[Standing]) -> Iterator[Obstacle]:
    """Yield where the tokens of a part would wait for ever, or do something twice."""
    for part in standing:
        old, new = together_in(part.old), together_in(part.new)
        for (one, one_now), (other, other_now) in combinations(part.spots, 2):
            if old.can_be(one, other) and not new.can_be(one_now, other_now):
                yield Obstacle(Hindrance.DONE_TWICE, one[0], other[0])
        try:
            join = stuck_at(routes_of(part.new), [now for _, now in part.spots])
        except Unclear:
            yield Obstacle(Hindrance.UNCLEAR, part.old.name)
        else:
            if join is not None:
                yield Obstacle(Hindrance.WAITS_FOR_EVER, join)
