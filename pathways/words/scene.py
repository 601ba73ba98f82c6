"""Everything that sentences about one drawing are made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pathways.model.drawing import Drawing
from pathways.model.graph import circles
from pathways.model.node import Event, EventPosition, Node
from pathways.words.beside import Beside
from pathways.words.catalogue import Catalogue
from pathways.words.listed import Listing
from pathways.words.messages import Message, headings, notes
from pathways.words.names import Names
from pathways.words.patterns import Reference
from pathways.words.relations import Relations
from pathways.words.timers import Times
from pathways.words.values import Part


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A drawing with its order and its names, in one language."""

    drawing: Drawing
    listing: Listing
    relations: Relations
    beside: Beside
    say: Catalogue
    names: Names
    times: Times
    #: Told node's id -> how it is referred to.
    steps: Mapping[str, Reference]
    #: Id of a process, or of a pool without one -> its anchor.
    parts: Mapping[str, str]
    #: Ids of the ends at which the case itself can end.
    endings: frozenset[str]

    def outermost(self, node: Node) -> bool:
        """Whether a node is in no sub-process and no called process."""
        return node.inside is None and not self.drawing.processes[node.process].called

    def ends_here(self, node: Node) -> bool:
        """Whether a node is an end that ends only what happens beside the way."""
        ending = isinstance(node, Event) and node.position is EventPosition.END
        return ending and self.outermost(node) and node.id not in self.endings

    def part(self, name: str) -> Reference:
        """Return how a process, or a pool without one, is referred to: by its name."""
        pool = self.drawing.pools.get(name)
        called = self.names.process(name) if pool is None else self.names.pool(pool)
        text = self.say.phrase(headings.QUOTED, text=called.text) if called.text else ""
        part = Part(
            text or self.say.text(notes.SIDE_WITHOUT_NAME),
            anchor=self.parts[name],
            language=called.language,
        )
        return Reference((part,), (part,))

    def listed(self, names: Iterable[str], *, last: Message = headings.AND) -> Reference:
        """Return several told nodes as one reference: `"step 3 and step 5"`."""
        return self.say.listed([self.steps[name] for name in names], last)

    @cached_property
    def circles(self) -> Mapping[str, str]:
        """Told node -> a name of the circle that it is in; others have a name for themselves."""
        return circles(
            {
                node.id: (
                    *(passage.to.id for passage in self.listing.passages(node)),
                    *(event.id for event in self.drawing.boundaries(node.id)),
                    *self.relations.following(node.id),
                )
                for node in self.listing.told
            }
        )

    @cached_property
    def insides(self) -> Mapping[str, tuple[Node, ...]]:
        """Id of a sub-process or process -> the told nodes in it, in the order of the file."""
        found: dict[str, list[Node]] = {}
        for node in self.listing.told:
            found.setdefault(node.scope, []).append(node)
        return {scope: tuple(nodes) for scope, nodes in found.items()}
