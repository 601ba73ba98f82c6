"""What is drawn beside the way, sorted by the step or the part at which it is told."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from pathways.model.drawing import (
    Artifact,
    ArtifactKind,
    Association,
    AssociationKind,
    Drawing,
    MessageFlow,
)
from pathways.model.geometry import Bounds
from pathways.model.spoken import shortened
from pathways.words.listed import Listing

_Value = TypeVar("_Value")
_DATA = frozenset(ArtifactKind) - {ArtifactKind.ANNOTATION, ArtifactKind.GROUP}
#: So many pairs of a frame and a shape are looked at.
_BUDGET = 300_000


class Beside:
    """Notes, data, frames and messages of one drawing.

    They are told at a told node, or at a part: a process, or a pool without one.
    """

    def __init__(self, drawing: Drawing, listing: Listing) -> None:
        self._drawing = drawing
        self._listing = listing
        #: Id of a node or a part -> the notes there.
        self.annotations: dict[str, list[Artifact]] = {}
        #: Id of a node -> the data that it uses.
        self.uses: dict[str, list[Artifact]] = {}
        #: Id of a node -> the data that it makes.
        self.makes: dict[str, list[Artifact]] = {}
        #: Id of a node or a part -> the messages that leave there.
        self.sent: dict[str, list[MessageFlow]] = {}
        #: Id of a node or a part -> the messages that arrive there.
        self.received: dict[str, list[MessageFlow]] = {}
        #: Id of a process -> frames with the told nodes in them.
        self.frames: dict[str, list[tuple[Artifact, tuple[str, ...]]]] = {}
        self._sort_associations()
        self._sort_messages()
        self._sort_frames()

    def place(self, element: str) -> str:
        """Return the id of the node or the part at which an element is told; or nothing."""
        drawing = self._drawing
        if element in drawing.nodes:
            return self._listing.told_at(element)
        if element in drawing.flows:
            return self._listing.told_at(drawing.flows[element].source)
        if element in drawing.messages:
            return self.place(drawing.messages[element].source)
        if element in drawing.pools:
            return drawing.pools[element].process or element
        lane = drawing.lanes.get(element)
        name = element if lane is None else lane.process
        return name if name in drawing.processes else ""

    def _sort_associations(self) -> None:
        told: set[str] = set()
        for line in self._drawing.associations.values():
            for artifact, element, used in self._ends(line):
                place = self.place(element)
                if artifact.kind is ArtifactKind.ANNOTATION:
                    self._annotate(place or self._home(element), artifact, told)
                elif artifact.kind in _DATA and place in self._drawing.nodes:
                    _put(self.uses if used else self.makes, place, artifact)
        for artifact in self._drawing.artifacts.values():
            if artifact.kind is ArtifactKind.ANNOTATION and artifact.id not in told:
                self._annotate(self._home(artifact.id), artifact, told)

    def _annotate(self, place: str, note: Artifact, told: set[str]) -> None:
        """Tell a note; only its beginning where it was told before."""
        again = note.id in told
        told.add(note.id)
        _put(self.annotations, place, replace(note, name=shortened(note.name)) if again else note)

    def _ends(self, line: Association) -> Iterator[tuple[Artifact, str, bool]]:
        """Yield (artifact, what it is about, whether that uses it and does not make it)."""
        source = self._drawing.artifacts.get(line.source)
        target = self._drawing.artifacts.get(line.target)
        plain = line.kind is AssociationKind.PLAIN
        if source is not None:
            yield source, line.target, line.target not in self._drawing.flows
        if target is not None:
            without_head = plain and line.direction == "None"
            yield target, line.source, without_head and line.source not in self._drawing.flows

    def _home(self, element: str) -> str:
        """The node or the part around something that is drawn on its own."""
        artifact = self._drawing.artifacts.get(element)
        around = "" if artifact is None else artifact.inside or artifact.process
        return around or self._drawing.id

    def _sort_messages(self) -> None:
        for message in self._drawing.messages.values():
            _put(self.sent, self.place(message.source), message)
            _put(self.received, self.place(message.target), message)

    def _sort_frames(self) -> None:
        shapes = self._drawing.shapes
        drawn = {name: shapes[name].bounds for name in self._drawing.nodes if name in shapes}
        frames = [
            artifact
            for artifact in self._drawing.artifacts.values()
            if artifact.kind is ArtifactKind.GROUP and artifact.id in shapes
        ]
        for frame in frames[: _BUDGET // max(len(drawn), 1)]:
            names = self._framed(shapes[frame.id].bounds, drawn)
            if names:
                _put(self.frames, self._drawing.nodes[names[0]].process, (frame, names))

    def _framed(self, frame: Bounds, drawn: dict[str, Bounds]) -> tuple[str, ...]:
        inside = [name for name, bounds in drawn.items() if frame.holds(bounds)]
        return tuple(dict.fromkeys(self._listing.told_at(name) for name in inside))


def _put(places: dict[str, list[_Value]], place: str, value: _Value) -> None:
    if place:
        places.setdefault(place, []).append(value)
