"""What is said of a step or a part because of what is drawn around it: messages, data, notes."""

from collections.abc import Iterable, Iterator, Sequence

from pathways.model.drawing import Artifact, MessageFlow
from pathways.words.messages import Message, headings, notes, sides
from pathways.words.patterns import Reference
from pathways.words.scene import Scene
from pathways.words.values import Sentence


class SurroundingsTeller:
    """Says what else is drawn at a told node, a process, or a pool without one."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._say = scene.say

    def notes(self, place: str) -> Iterator[Sentence]:
        """Yield what is drawn beside the way at a place.

        Args:
            place: Id of a told node, a process, or a pool without one.
        """
        beside = self._scene.beside
        for message in beside.received.get(place, ()):
            yield self._message(message, message.source, _RECEIVED)
        for message in beside.sent.get(place, ()):
            yield self._message(message, message.target, _SENT)
        yield from self._data(notes.USES, beside.uses.get(place, ()))
        yield from self._data(notes.MAKES, beside.makes.get(place, ()))
        for frame, names in beside.frames.get(place, ()):
            yield self._frame(frame, names)
        for note in beside.annotations.get(place, ()):
            if note.name:
                yield self._say.sentence(notes.NOTE, text=self._scene.names.of(note.id, note.name))

    def _message(
        self, message: MessageFlow, other: str, messages: tuple[Message, Message]
    ) -> Sentence:
        name = self._scene.names.short(message.id, message.name)
        side = self._side(other)
        named, unnamed = messages
        return self._say.sentence(named if name.text else unnamed, name=name, to=side, at=side)

    def _side(self, element: str) -> Reference:
        """How a step of another side is referred to, with the name of that side."""
        place = self._scene.beside.place(element)
        node = self._scene.drawing.nodes.get(place)
        if node is None:
            return self._scene.part(place)
        step = self._scene.steps[place]
        pool = self._scene.names.pools.get(node.process)
        side = None if pool is None else self._scene.names.pool(pool)
        if side is None or not side.text:
            return step
        return Reference(
            self._say.sentence(headings.STEP_OF_SIDE, step=step.plain, side=side),
            self._say.sentence(headings.STEP_OF_SIDE, step=step.of, side=side),
        )

    def _data(self, message: Message, found: Sequence[Artifact]) -> Iterator[Sentence]:
        named = {(data.name, data.state): data for data in found if data.name}
        if named:
            items = [self._item(data) for data in named.values()]
            yield self._say.sentence(message, list=self._say.listed(items))

    def _item(self, data: Artifact) -> Reference:
        name = self._scene.names.short(data.id, data.name)
        if data.state:
            state = self._scene.names.drawn(data.state)
            said = self._say.sentence(headings.WITH_STATE, name=name, state=state)
        else:
            said = self._say.sentence(headings.QUOTED, text=name)
        return Reference(said, said)

    def _frame(self, frame: Artifact, names: Iterable[str]) -> Sentence:
        steps = self._scene.listed(names)
        if not frame.name:
            return self._say.sentence(sides.DRAWN_TOGETHER, list=steps)
        name = self._scene.names.short(frame.id, frame.name)
        return self._say.sentence(sides.DRAWN_TOGETHER_AS, name=name, list=steps)


#: With a name, and without one.
_RECEIVED = (notes.RECEIVES, notes.RECEIVES_SOMETHING)
_SENT = (notes.SENDS, notes.SENDS_SOMETHING)
