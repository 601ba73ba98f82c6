"""Sound drawings, made of blocks: each splits and joins again, so that every case can end."""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.pathways.generated.paper import Arrow, File, Node, Scope, Side
from tests.pathways.generated.parts import (
    MESSAGE,
    TIMER,
    Artist,
    add_bands,
    add_beside,
    add_messages,
)
from tests.pathways.generated.words import STEMS
from tests.pathways.generated.written import written

_STEPS = ("userTask", "manualTask", "task", "businessRuleTask", "sendTask", "receiveTask")


@st.composite
def sound_drawings(draw: st.DrawFn) -> bytes:
    """Return a drawing in which every case can end properly, in up to three pools.

    Ways part and come together at gateways of all kinds, at steps (several arrows out of one are
    all taken) and at boundary events; there are loops back, sub-processes in each other, lanes in
    lanes, messages, notes and odd names. Ids are what XML Schema allows.
    """
    artist = Artist(draw, STEMS)
    file = File()
    alone = draw(st.booleans())
    for number in range(1 if alone else draw(st.integers(1, 3))):
        black = number > 0 and draw(st.booleans())
        side = Side(
            process=None if black else f"p{number}" if number else "p",
            name=artist.name(),
            pool=None if alone else artist.ids.fresh("pool"),
        )
        if not black:
            side.scope = _Builder(artist, Scope()).process(size=3 if number == 0 else 1)
            add_bands(artist, side.scope)
            add_beside(artist, side.scope)
        file.sides.append(side)
    add_messages(artist, file)
    return written(file)


@dataclass
class _Builder:
    artist: Artist
    scope: Scope

    def process(self, size: int = 2, depth: int = 2) -> Scope:
        """Fill the scope from its start to its end."""
        last = self.add("startEvent")
        last = self.sequence(last, depth, size=size)
        self.join(last, self.add("endEvent"))
        return self.scope

    def sequence(self, last: Node, depth: int, *, size: int = 2) -> Node:
        """Add blocks after a node; return the last node."""
        blocks = st.sampled_from(_BLOCKS if depth > 0 else _LEAVES)
        for block in self.artist.draw(st.lists(blocks, min_size=1, max_size=size)):
            last = block(self, last, depth)
        return last

    def add(self, tag: str, within: str = "", **attributes: str) -> Node:
        """Draw a node that nothing leads to yet."""
        name = self.artist.ids.fresh()
        node = Node(tag, name, self.artist.name(), dict(attributes), within)
        self.scope.nodes.append(node)
        return node

    def join(self, one: Node, other: Node, condition: str | None = None) -> Arrow:
        """Draw an arrow."""
        name = self.artist.answer() if one.tag.endswith("Gateway") else ""
        arrow = Arrow(self.artist.ids.fresh("f"), one.id, other.id, name, condition)
        self.scope.arrows.append(arrow)
        return arrow

    def step(self, last: Node) -> Node:
        """Draw a step after a node."""
        step = self.add(self.pick(_STEPS))
        self.join(last, step)
        return step

    def branches(self, split: Node, depth: int, *, asked: bool = False) -> list[Node]:
        """Draw two or three ways out of a node; return the last node of each.

        Args:
            split: Where they part.
            depth: How many more blocks may stand in each other.
            asked: Whether all but the first have a condition, and the first is taken otherwise.
        """
        ends = []
        for number in range(self.artist.draw(st.integers(2, 3))):
            first = self.add(self.pick(_STEPS))
            arrow = self.join(split, first, "true" if asked and number else None)
            if asked and not number:
                split.attributes["default"] = arrow.id
            ends.append(self.sequence(first, depth - 1, size=1) if depth > 1 else first)
        return ends

    def merge(self, tag: str, ends: list[Node]) -> Node:
        """Bring ways together."""
        node = self.add(tag)
        for end in ends:
            self.join(end, node)
        return node

    def pick(self, values: tuple[str, ...]) -> str:
        return self.artist.draw(st.sampled_from(values))


def _step(on: _Builder, last: Node, depth: int) -> Node:  # noqa: ARG001 - a block
    return on.step(last)


def _event(on: _Builder, last: Node, depth: int) -> Node:  # noqa: ARG001 - a block
    tag, within = on.artist.draw(
        st.sampled_from(
            [("intermediateCatchEvent", TIMER), ("intermediateThrowEvent", "")],
        )
    )
    event = on.add(tag, within)
    on.join(last, event)
    return event


def _deadline(on: _Builder, last: Node, depth: int) -> Node:  # noqa: ARG001 - a block
    return _edge(on, on.step(last))


def _edge(on: _Builder, step: Node) -> Node:
    """An event that ends the step leads to where the step leads; another has its own end."""
    ends = on.artist.draw(st.booleans())
    event = on.add("boundaryEvent", TIMER, cancelActivity=str(ends).lower())
    event.host = step
    after = on.step(event)
    if ends:
        return on.merge("exclusiveGateway", [step, after])
    on.join(after, on.add("endEvent"))
    return step


def _all(on: _Builder, last: Node, depth: int) -> Node:
    split = on.add("parallelGateway")
    on.join(last, split)
    return on.merge("parallelGateway", on.branches(split, depth))


def _all_of_a_step(on: _Builder, last: Node, depth: int) -> Node:
    split = on.step(last)
    return on.merge("parallelGateway", on.branches(split, depth))


def _one(on: _Builder, last: Node, depth: int) -> Node:
    split = on.add("exclusiveGateway")
    on.join(last, split)
    tag = on.pick(("exclusiveGateway", "task"))  # a step with several arrows in is a merge too
    return on.merge(tag, on.branches(split, depth, asked=True))


def _some(on: _Builder, last: Node, depth: int) -> Node:
    split = on.add("inclusiveGateway")
    on.join(last, split)
    return on.merge("inclusiveGateway", on.branches(split, depth, asked=True))


def _first(on: _Builder, last: Node, depth: int) -> Node:  # noqa: ARG001 - a block
    split = on.add("eventBasedGateway")
    on.join(last, split)
    ends = []
    for within in (TIMER, MESSAGE):
        event = on.add("intermediateCatchEvent", within)
        on.join(split, event)
        ends.append(event)
    return on.merge("exclusiveGateway", ends)


def _loop(on: _Builder, last: Node, depth: int) -> Node:
    merge = on.add(on.pick(("exclusiveGateway", "task")))
    on.join(last, merge)
    end = on.sequence(merge, depth - 1, size=1)
    again = on.add("exclusiveGateway")
    after = on.add("task")
    on.join(end, again)
    again.attributes["default"] = on.join(again, after).id
    on.join(again, merge, "true")
    return after


def _mixed(on: _Builder, last: Node, depth: int) -> Node:
    """One gateway where two ways come together and two others part at once."""
    split = on.add("exclusiveGateway")
    on.join(last, split)
    mixed = on.merge("exclusiveGateway", on.branches(split, depth, asked=True))
    return on.merge("exclusiveGateway", on.branches(mixed, depth, asked=True))


def _sub_process(on: _Builder, last: Node, depth: int) -> Node:
    step = on.add("subProcess")
    step.expanded = on.artist.draw(st.sampled_from([None, True, False]))
    step.scope = _Builder(on.artist, Scope()).process(size=1, depth=depth - 1)
    on.join(last, step)
    return _edge(on, step) if on.artist.draw(st.booleans()) else step


_Block = Callable[[_Builder, Node, int], Node]

_LEAVES: tuple[_Block, ...] = (_step, _event, _deadline)
_BLOCKS: tuple[_Block, ...] = (
    *_LEAVES,
    _all,
    _all_of_a_step,
    _one,
    _some,
    _first,
    _loop,
    _mixed,
    *(_sub_process,) * 3,
)
