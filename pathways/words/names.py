"""What is drawn is called: in the language of the words where the drawing has it, else as drawn."""

import re
from collections.abc import Iterator, Mapping

from pathways.model.drawing import Drawing, Pool
from pathways.model.node import Node
from pathways.model.spoken import shortened
from pathways.model.wording import Audience
from pathways.words.catalogue import Catalogue, primary
from pathways.words.values import Part

#: A language as BCP 47 writes it, near enough.
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
#: Of lanes in lanes, so many say who it is.
_MOST_LANES = 3


class Names:
    """The names of one drawing, in one language."""

    def __init__(self, drawing: Drawing, say: Catalogue) -> None:
        self._drawing = drawing
        self._say = say
        own = drawing.language if _TAG.fullmatch(drawing.language) else ""
        #: BCP 47 of what is drawn; empty where it is the language of the words.
        self.drawn_in = "" if not own or primary(own) == primary(say.language) else own
        pools = reversed(tuple(drawing.pools.values()))
        #: Process id -> the first pool that it happens in.
        self.pools: Mapping[str, Pool] = {pool.process: pool for pool in pools if pool.process}
        self._lanes: dict[str, Part] = {}

    def of(self, element: str, drawn: str) -> Part:
        """Return what an element is called; empty where it has no name.

        Args:
            element: Its id: a node, flow, lane, pool or process.
            drawn: Its name as drawn.
        """
        own = self._drawing.wording(element, Audience.NAME, self._say.language)
        return Part(own) if own else self.drawn(drawn)

    def drawn(self, text: str) -> Part:
        """Return a text as it is drawn."""
        return Part(text, language=self.drawn_in if text else "")

    def short(self, element: str, drawn: str) -> Part:
        """Return what an element is called where others speak of it: some names are long."""
        return shorter(self.of(element, drawn))

    def node(self, node: Node) -> Part:
        """Return what a node is called where others speak of it; empty where it has no name."""
        return self.short(node.id, node.name)

    def pool(self, pool: Pool) -> Part:
        """Return what a side is called; empty where it has no name."""
        return self.short(pool.id, pool.name)

    def process(self, process: str) -> Part:
        """Return what a process is called: its side, or else itself; empty where both are unnamed.

        The name of the side is what a picture shows.
        """
        pool = self.pools.get(process)
        side = Part("") if pool is None else self.of(pool.id, pool.name)
        return side if side.text else self.of(process, self._drawing.processes[process].name)

    def who(self, node: Node) -> Part:
        """Return who does it: the lane, outer lanes in front; the side where there are none."""
        lane = self._lane(node.lane) if node.lane else Part("")
        pool = self.pools.get(node.process)
        return lane if lane.text or pool is None else self.pool(pool)

    def words_for(self, element: str, audience: Audience) -> Part:
        """Return an element's own words for somebody, in the drawing's language if need be."""
        here = self._drawing.wording(element, audience, self._say.language)
        if here or not self.drawn_in:
            return Part(here)
        return self.drawn(self._drawing.wording(element, audience, self._drawing.language))

    def _lane(self, lane: str) -> Part:
        if lane not in self._lanes:
            called = list(self._around(lane))
            text = ": ".join(part.text for part in reversed(called))
            language = next((part.language for part in called if part.language), "")
            self._lanes[lane] = Part(text, language=language)
        return self._lanes[lane]

    def _around(self, lane: str | None) -> Iterator[Part]:
        """Yield the names of a lane and the lanes around it, the innermost first."""
        left = _MOST_LANES
        here = self._drawing.lanes.get(lane or "")
        while here is not None and left:
            called = self.short(here.id, here.name)
            if called.text:
                left -= 1
                yield called
            here = self._drawing.lanes.get(here.inside or "")


def shorter(part: Part) -> Part:
    """Return a name, or its beginning where it is too long to be repeated."""
    return Part(shortened(part.text), part.number, part.anchor, part.language)
