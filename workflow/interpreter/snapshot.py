"""What is kept of a case between two commands: live tokens by step id, and counters.

No answers, nothing of the drawing. A finished token leaves nothing behind. A live one hangs from
the loop or the edge that it belongs to, or else from the beginning of its process or part. Ids are
counted per case, so the same commands give the same text.
"""

from collections.abc import Iterator

from SpiffWorkflow.bpmn.specs.control import BoundaryEventSplit
from SpiffWorkflow.bpmn.specs.mixins.multiinstance_task import LoopTask
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.elements import PartStep
from workflow.interpreter.errors import SnapshotRefused
from workflow.interpreter.intact import check_intact
from workflow.interpreter.library import Token, spec_of
from workflow.interpreter.memory import Memory, memory
from workflow.interpreter.parts import Case, Part
from workflow.interpreter.snapshot_rows import FORMAT, PartRow, Rows, TokenRow, read, written
from workflow.interpreter.surroundings import Engine, Surroundings

#: What goes wrong where rows do not belong together.
_NOT_OURS = (KeyError, IndexError, TypeError, ValueError)


class Names:
    """The ids of tokens: kept from the snapshot, or counted on for new ones."""

    def __init__(self, last: int = 0) -> None:
        """Go on counting from the last."""
        self.last = last
        self._new: dict[object, str] = {}

    def of(self, token: Task) -> str:
        """Return the id of a token."""
        if isinstance(token.id, str):
            return token.id
        if token.id not in self._new:
            self.last += 1
            self._new[token.id] = str(self.last)
        return self._new[token.id]


def begin(surroundings: Surroundings) -> tuple[Case, Names]:
    """Return a case that begins."""
    return Case(surroundings.specification, Engine(surroundings)), Names()


def save(case: Case, names: Names, surroundings: Surroundings, version: str) -> str:
    """Return what is to be kept.

    Raises:
        RuntimeError: If a token holds data. Answers belong in the record.
    """
    parts = [_saved_part(part, names) for part in case.parts()]
    turns = [(*key, number) for key, number in surroundings.turns.counts.items()]
    return written(Rows(FORMAT, version, names.last, turns, parts))


def restore(snapshot: str, surroundings: Surroundings, version: str | None) -> tuple[Case, Names]:
    """Return a case as it was saved, and put its counters into the surroundings.

    Args:
        snapshot: Text from `save`.
        surroundings: What the case is to have around it.
        version: The version it must be of, or None to take it as it is.

    Raises:
        SnapshotRefused: If it is not our text, not our format, or of another version.
    """
    rows = read(snapshot, version)
    case = rebuild(rows, surroundings)
    check(case, rows.version)
    return case, Names(rows.last)


def rebuild(rows: Rows, surroundings: Surroundings) -> Case:
    """Return a case from its rows, not looked through, and put its counters into the surroundings.

    Raises:
        SnapshotRefused: If the rows do not belong together.
    """
    surroundings.turns.counts = {(p, r, name): number for p, r, name, number in rows.turns}
    case = Case(surroundings.specification, Engine(surroundings), deserializing=True)
    hosts: dict[str, Task] = {}
    try:
        for part in rows.parts:
            _restore_part(case, part, hosts)
    except _NOT_OURS as cause:
        raise _refused(rows.version) from cause
    return case


def check(case: Case, version: str) -> None:
    """Refuse a case that no command can have left behind.

    Raises:
        SnapshotRefused: If it is one.
    """
    try:
        check_intact(case)
    except _NOT_OURS as cause:
        raise _refused(version) from cause


def _refused(version: str) -> SnapshotRefused:
    return SnapshotRefused(f"This is not a snapshot of {version}.")


def _saved_part(part: Case | Part, names: Names) -> PartRow:
    ranks: dict[object, int] = {}
    tokens: list[TokenRow] = []
    for token in _kept(part):
        ranks[token.id] = len(ranks) + 1
        live = not token.has_state(TaskState.FINISHED_MASK)
        above = ranks[token.parent.id] if token.parent is not None and _holds(token.parent) else 0
        remembered = _remembered(token) if live else Memory()
        name, element = names.of(token) if live else "", token.task_spec.name
        tokens.append(TokenRow(name, element, token.state, above, remembered))
    host = names.of(part.host) if isinstance(part, Part) else ""
    return PartRow(host, names.of(part.task_tree), memory(part.task_tree), tokens)


def _kept(part: Case | Part) -> Iterator[Task]:
    """Yield the live tokens, each after the one that it hangs from."""
    held: set[object] = set()
    for token in part.tasks.values():
        if token.data:
            raise RuntimeError(f"A token at {token.task_spec.name} holds data.")
        if not token.has_state(TaskState.WAITING | TaskState.READY | TaskState.STARTED):
            continue
        above = token.parent
        if above is not None and above.id not in held and _is_edge(above):
            held.add(above.id)
            yield above
        yield token


def _holds(token: Task) -> bool:
    """Return whether tokens hang from this one: its repetitions, or what waits on its edge."""
    live = not token.has_state(TaskState.FINISHED_MASK)
    return _is_edge(token) or (live and isinstance(token.task_spec, LoopTask))


def _is_edge(token: Task) -> bool:
    return isinstance(token.task_spec, BoundaryEventSplit)


def _remembered(token: Task) -> Memory:
    """Return a token's memory, and the turns that it has from tokens which are not kept."""
    turns: dict[str, int] = {}
    above: Task | None = token
    while above is not None and above.parent is not None:
        turns = memory(above).get("turns", {}) | turns
        above = above.parent
    return {**memory(token), "turns": turns} if turns else memory(token)


def _restore_part(case: Case, saved: PartRow, hosts: dict[str, Task]) -> None:
    part: Case | Part = case
    if bool(saved.host) != bool(hosts):
        raise ValueError("the case itself comes first, and once")
    if saved.host:
        host = hosts[saved.host]
        spec = host.task_spec
        if not isinstance(spec, PartStep):
            raise TypeError(spec)
        part = Part(case.subprocess_specs[spec.spec], host, case, deserializing=True)
        case.subprocesses[host.id] = part
        spec.watch(part, host)
    root = Token(part, part.spec.start, None, TaskState.COMPLETED, saved.id)
    root.internal_data = dict(saved.memory)
    part.task_tree = root
    hosts[saved.id] = root
    tokens = [root]
    for row in saved.tokens:
        above = tokens[row.above]
        spec = spec_of(part.spec, row.element)
        token = Token(part, spec, above, row.state, row.id or f"held {len(tokens)}")
        token.internal_data = dict(row.memory)
        token.triggered = isinstance(above.task_spec, LoopTask)
        tokens.append(token)
        hosts[row.id] = token
