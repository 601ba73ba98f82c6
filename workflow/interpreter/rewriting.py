"""The rows of a snapshot, written anew for another version of the same pathway."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.counterparts import Counterparts, Hindered, counted_on
from workflow.interpreter.elements import Element, PartStep
from workflow.interpreter.events import Boundary
from workflow.interpreter.gateways import Joining
from workflow.interpreter.memory import Memory
from workflow.interpreter.remapped import Hindrance, Obstacle
from workflow.interpreter.renumbering import Renumbering
from workflow.interpreter.routes import EDGE, Spot, drawn_name, routes_of
from workflow.interpreter.snapshot_rows import PartRow, TokenRow
from workflow.interpreter.specification import Specification

_BY_STEP = ("due", "began", "passed", "left")
_STEPS = ("true", "spent")


@dataclass(frozen=True, slots=True)
class Standing:
    """The tokens of one process or part: where they stood, and where they stand."""

    old: BpmnProcessSpec
    new: BpmnProcessSpec
    spots: list[tuple[Spot, Spot]] = field(default_factory=list)


@dataclass(slots=True)
class Rewriting:
    """Writes the rows of one case."""

    old: Specification
    new: Specification
    #: Element of the old version -> the same one in the new; what is gone is missing.
    ids: Mapping[str, str]
    rounds: Renumbering
    #: The number of the last token.
    last: int
    #: Id of a token -> the processes that run inside of it: of the old version, of the new.
    inside: dict[str, tuple[BpmnProcessSpec, BpmnProcessSpec]] = field(default_factory=dict)
    standing: list[Standing] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)

    def parts(self, parts: Iterable[PartRow]) -> Iterator[PartRow]:
        """Yield the parts of a case anew; what cannot be is in `obstacles`."""
        self.inside[""] = self.old.process, self.new.process
        for part in parts:
            if part.host in self.inside:
                yield _PartRewriting(self, part, *self.inside[part.host]).written()

    def memory(self, kept: Memory) -> Memory:
        """Return what a token remembers, by the names of the new version."""
        found: dict[str, object] = {**kept}
        for name in _BY_STEP:
            old = found.get(name)
            if isinstance(old, dict):
                found[name] = {self.ids[step]: old[step] for step in old if step in self.ids}
        for name in _STEPS:
            steps = found.get(name)
            if isinstance(steps, list):
                found[name] = [self.ids[step] for step in steps if step in self.ids]
        if "turns" in kept:
            found["turns"] = self.rounds.own(kept)
        return cast("Memory", found)

    def run_inside(self, token: str, was: PartStep, now: PartStep) -> None:
        """Note which processes run inside of a token."""
        self.inside[token] = self.old.parts[was.spec], self.new.parts[now.spec]

    def beginning(self, kept: Memory, old: BpmnProcessSpec, new: BpmnProcessSpec) -> Memory:
        """Return what the beginning of a part remembers."""
        found = self.memory(kept)
        before, after = self.old.alerts[old.name], self.new.alerts[new.name]
        spent = set(kept.get("spent", ()))
        if any(alert.interrupting and step in spent for step, alert in before.items()):
            found["spent"] = list(after)  # an interruption was for good
        if new.name in self.new.counted and new.name != self.new.process.name:
            found["turns"] = {new.name: 1} | found.get("turns", {})
        return found


class _PartRewriting:
    """Writes the rows of one part."""

    def __init__(
        self, whole: Rewriting, part: PartRow, old: BpmnProcessSpec, new: BpmnProcessSpec
    ) -> None:
        self._whole = whole
        self._part = part
        self._find = Counterparts(old, new, whole.ids)
        self._standing = Standing(old, new)
        self._hanging: dict[int, list[int]] = {}
        for rank, row in enumerate(part.tokens, start=1):
            self._hanging.setdefault(row.above, []).append(rank)
        self._alerts = {alert.host for alert in whole.old.alerts[old.name].values()}
        self._rows: list[TokenRow] = []

    def written(self) -> PartRow:
        """Return the part anew."""
        for rank in self._hanging.get(0, ()):
            try:
                self._write(rank)
            except Hindered as hindered:
                self._whole.obstacles.append(hindered.obstacle)
        self._whole.standing.append(self._standing)
        part, find = self._part, self._find
        kept = self._whole.beginning(part.memory, find.old, find.new)
        return PartRow(part.host, part.id, kept, self._rows)

    def _row(self, rank: int) -> TokenRow:
        return self._part.tokens[rank - 1]

    def _write(self, rank: int) -> None:
        """Write what hangs from the beginning: a token, or a step with events on its edge."""
        row, find = self._row(rank), self._find
        on_edge = self._hanging.get(rank, ()) if row.element.endswith(EDGE) else ()
        events = [one for one in on_edge if self._is_event(one)]
        step = next((one for one in on_edge if one not in events), rank)
        if self._is_of_library(step):
            self._write_of_library(step)
            return
        spec = find.of(self._row(step).element)
        edge = find.edge(spec.name)
        above = 0 if edge is None else self._add("", edge, TaskState.COMPLETED, 0, Memory())
        self._write_token(step, spec, above)
        for event in events:
            now = find.on_edge(self._row(event).element, spec.name)
            if now is not None:
                self._write_token(event, now, above)
        for new in find.new_on_edge(drawn_name(self._row(step).element), spec.name):
            self._whole.last += 1
            self._add(str(self._whole.last), new, TaskState.WAITING, above, Memory())

    def _write_token(self, rank: int, spec: TaskSpec, above: int) -> None:
        """Write a token, and the repetitions that hang from it."""
        row, whole = self._row(rank), self._whole
        was, kept = self._find.old.task_specs[row.element], whole.memory(row.memory)
        if isinstance(was, Joining) and "source" in row.memory:
            kept["source"] = self._find.source(was.name, row.memory["source"])
        here = self._add(row.id, spec, row.state, above, counted_on(kept, spec))
        if isinstance(was, PartStep) and isinstance(spec, PartStep):
            whole.run_inside(row.id, was, spec)
        for child in self._hanging.get(rank, ()):
            self._write_token(child, self._find.of(self._row(child).element), here)
        if not isinstance(spec, Boundary) and was.name not in self._alerts:
            self._stand(row, kept, spec)

    def _stand(self, row: TokenRow, kept: Memory, spec: TaskSpec) -> None:
        """Note where a token stands; its repetitions stand where it does."""
        old, new = routes_of(self._find.old), routes_of(self._find.new)
        if row.element in old.following:
            was = (row.element, row.memory.get("source", "") if row.element in old.joins else "")
            now = (spec.name, kept.get("source", "") if spec.name in new.joins else "")
            self._standing.spots.append((was, now))

    def _add(self, id_: str, spec: TaskSpec, state: int, above: int, kept: Memory) -> int:
        self._rows.append(TokenRow(id_, spec.name, state, above, kept))
        return len(self._rows)

    def _is_event(self, rank: int) -> bool:
        return isinstance(self._find.old.task_specs[self._row(rank).element], Boundary)

    def _is_of_library(self, rank: int) -> bool:
        return not isinstance(self._find.old.task_specs[self._row(rank).element], Element)

    def _write_of_library(self, rank: int) -> None:
        """Write a token at the end of its process, where it waits for the others."""
        row, find = self._row(rank), self._find
        spec = find.new.task_specs.get(row.element.replace(find.old.name, find.new.name, 1))
        if spec is None:
            raise Hindered(Hindrance.GONE, drawn_name(row.element))
        self._add(row.id, spec, row.state, 0, row.memory)
