"""What is said of a whole process, or of a side of which no steps are drawn."""

from collections.abc import Iterator

from pathways.model.drawing import Pool, Process
from pathways.words.beginnings import first_ones, starts
from pathways.words.messages import headings, sides
from pathways.words.scene import Scene
from pathways.words.surroundings import SurroundingsTeller
from pathways.words.values import Sentence, Told, ToldProcess


class PartTeller:
    """Says what is to be known about each part of a drawing."""

    def __init__(self, scene: Scene, surroundings: SurroundingsTeller) -> None:
        self._scene = scene
        self._say = scene.say
        self._surroundings = surroundings

    def process(self, process: Process, steps: tuple[Told, ...]) -> ToldProcess:
        """Return a process with its steps."""
        name = self._scene.names.process(process.id)
        return ToldProcess(
            id=process.id,
            anchor=self._scene.parts[process.id],
            name=name.text,
            language=name.language,
            notes=(*self._notes(process), *self._surroundings.notes(process.id)),
            steps=steps,
        )

    def side(self, pool: Pool) -> ToldProcess:
        """Return a side of which no steps are drawn."""
        name = self._scene.names.of(pool.id, pool.name)
        return ToldProcess(
            id=pool.id,
            anchor=self._scene.parts[pool.id],
            name=name.text,
            language=name.language,
            notes=(*self._undrawn(pool), *self._surroundings.notes(pool.id)),
        )

    def _undrawn(self, pool: Pool) -> Iterator[Sentence]:
        yield self._say.sentence(sides.NOT_DRAWN)
        if pool.multiple:
            yield self._say.sentence(sides.SEVERAL)

    def _notes(self, process: Process) -> Iterator[Sentence]:
        pool = self._scene.names.pools.get(process.id)
        if not self._scene.insides.get(process.id):
            yield self._say.sentence(sides.EMPTY if pool is None else sides.NOT_DRAWN)
        else:
            yield from self._beginning(process)
        if pool is not None and pool.multiple:
            yield self._say.sentence(sides.SEVERAL)
        callers = self._scene.relations.callers.get(process.id, ())
        if callers:
            yield self._say.sentence(sides.CALLED, at=self._scene.listed(callers))

    def _beginning(self, process: Process) -> Iterator[Sentence]:
        """Where it begins, if that is not at one start."""
        nodes = self._scene.insides[process.id]
        begins = starts(nodes)
        if len(begins) > 1:
            listed = self._scene.listed((node.id for node in begins), last=headings.OR)
            yield self._say.sentence(sides.CAN_BEGIN, to=listed)
        if begins:
            return
        first = first_ones(self._scene.drawing, nodes)
        if first:
            listed = self._scene.listed(node.id for node in first)
            yield self._say.sentence(sides.BEGINS, to=listed)
        else:
            yield self._say.sentence(sides.NO_START)
