"""Edits of random drawings while a case is on its way, and the move of the case to what came out.

The reference is edited with the drawing: what is inserted behind where it stands is never met.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from typing_extensions import override

from tests.workflow.interpreter.blocks import Block, Part, Sequence, Step, World
from tests.workflow.interpreter.drawings import Process, timer
from tests.workflow.interpreter.drive import Case
from workflow.interpreter import (
    Obstacle,
    Record,
    Remapped,
    Row,
    Specification,
    VersionChange,
    read_specification,
    remap,
)


@dataclass
class Edged(Step):
    """A step with a deadline on its edge that nobody waits for in these walks."""

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        late = process.boundary(f"{self.name}_late", self.name, timer("P9D"), interrupting=False)
        process.flow(late, process.end(f"{self.name}_told"))
        return super().draw(process)


def everywhere(block: Block) -> Iterator[Block]:
    """Yield a block with all that is in it, copies for items too."""
    yield block
    for inner in (*block.inner(), *(block.copies if isinstance(block, Part) else ())):
        yield from everywhere(inner)


@dataclass
class Editor:
    """Changes a reference and remembers what was renamed."""

    random: Random
    whole: Block
    world: World
    renamed: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def edit(self) -> None:
        """Change one thing that no case minds."""
        self.random.choice([self._rename, self._insert, self._insert, self._change_edge])()

    def _rename(self) -> None:
        name = self._some(Step)
        new = self._fresh(name)
        for step in everywhere(self.whole):
            if isinstance(step, Step) and step.name == name:
                step.name = new
        self.world.answers = {
            (new if step == name else step, at): answers
            for (step, at), answers in self.world.answers.items()
        }
        before = next((old for old, now in self.renamed.items() if now == name), name)
        self.renamed[before] = new

    def _insert(self) -> None:
        name = self._some(Sequence)
        sequences = [
            block
            for block in everywhere(self.whole)
            if isinstance(block, Sequence) and block.name == name
        ]
        at, new = self.random.randint(0, len(sequences[0].parts)), self._fresh(name)
        for sequence in sequences:
            if new not in {part.name for part in sequence.parts}:  # copies can share their parts
                sequence.parts.insert(at, Step(new, at=sequence.at))
                sequence.now += 1 if at <= sequence.now else 0

    def _change_edge(self) -> None:
        name = self._some(Step)
        for step in everywhere(self.whole):
            if isinstance(step, Step) and step.name == name:
                step.__class__ = Step if isinstance(step, Edged) else Edged

    def _some(self, kind: type[Block]) -> str:
        names = {block.name for block in everywhere(self.whole) if isinstance(block, kind)}
        return self.random.choice(sorted(names))

    def _fresh(self, name: str) -> str:
        self.count += 1
        return f"{name}n{self.count}"


def counterparts(old: Specification, new: Specification, renamed: dict[str, str]) -> dict[str, str]:
    """Return element of the old version -> the same one in the new."""
    late = {f"{was}{end}": f"{now}{end}" for was, now in renamed.items() for end in _ENDS}
    names = {**renamed, **late}
    there = {new.process.name, *new.parts, *new.turns}
    ids = {name: names.get(name, name) for name in (old.process.name, *old.parts, *old.turns)}
    return {was: now for was, now in ids.items() if now in there}


_ENDS = ("_late", "_told")


def moved(case: Case, drawing: bytes, renamed: dict[str, str]) -> tuple[Obstacle, ...]:
    """Move a case to a drawing; return what is in the way, if anything is."""
    new = read_specification(drawing, "p")
    change = VersionChange(
        old=case.specification,
        new=new,
        version="p@1",
        rules=case.rules,
        ids=counterparts(case.specification, new, renamed),
    )
    addresses = [(step, row.place, row.round) for step, rows in case.rows.items() for row in rows]
    there = remap(case.snapshot or "", change, addresses=addresses, record=Record({}), now=case.now)
    if not isinstance(there, Remapped):
        return there
    rows: dict[str, list[Row]] = {}
    for step, old in case.rows.items():
        for row in old:
            address = there.addresses.get((step, row.place, row.round))
            if address is not None:
                rows.setdefault(address[0], []).append(
                    replace(row, place=address[1], round=address[2])
                )
    case.rows, case.specification, case.snapshot = rows, new, there.snapshot
    case.last = replace(case.last, open=there.open, awaited=there.awaited)
    return ()
