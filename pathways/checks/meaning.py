"""Which elements of a drawing mean what: as it says itself, or else as their names tell."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from pathways.checks.elements import Elements
from pathways.checks.means import (
    DECISION,
    FAMILY_VIEW,
    FIRST_PAYMENT,
    LOOK_AGAIN,
    PAYMENT_ENDS,
    PAYMENT_STARTS,
    REASONS,
    REFUSAL,
    SECOND_LOOK,
    SUBSTITUTE,
    elements_of,
    meanings,
)
from pathways.checks.ours import is_ours
from pathways.checks.people import Families
from pathways.model.action import sends_letter
from pathways.model.drawing import Drawing, Flow
from pathways.model.node import Choice, Node, Step
from pathways.model.rule import Subject

_DECIDES = re.compile(r"(?:decide|approve|authorise|authorize|ratify|rule on|make the decision)\b")
_DECIDERS = re.compile(r"manager|panel|director|head of|board|committee|decision maker")
_NO = re.compile(
    r"(?:no|none|refused?|not agreed|not approved|disagreed|declined|rejected|turned down)\b"
)
#: A question to which “no” refuses what was asked for.
_ASKS_FOR_A_YES = re.compile(r"\b(?:yes|agreed?|approved?|accepted|granted|allowed|supported)\b")
#: Read of names only where nothing in the drawing says it: word -> what a step is called.
_NAMES: Mapping[str, re.Pattern[str]] = {
    REASONS: re.compile(r"\bwhy\b|\breasons?\b"),
    LOOK_AGAIN: re.compile(r"\blook again\b|\breview of the decision\b|\bappeal|\breconsider"),
    SECOND_LOOK: re.compile(r"look again\b|reconsider\b|review the decision\b"),
    PAYMENT_STARTS: re.compile(r"(?:start|begin|set up|make)\b.*\bdirect payments?\b"),
    FIRST_PAYMENT: re.compile(r"(?:make|pay|send)\b.*\bfirst (?:direct )?payment\b"),
    PAYMENT_ENDS: re.compile(r"(?:stop|end|cease|terminate)\b.*\b(?:direct )?payments?\b"),
    SUBSTITUTE: re.compile(r"(?:secure|arrange|provide|find)\b.*\b(?:another|other) way\b"),
}


#: Characters of a name that are read; patterns would take for ever over one as long as a book.
_LONGEST = 200


class Meaning:
    """What the elements of a drawing mean, and the graph that they stand in."""

    def __init__(self, subject: Subject) -> None:
        self.drawing = subject.drawing
        self.families = Families(self.drawing)
        #: Names are read only in drawings of our field: ours, or with a family in them.
        self._reads_names = is_ours(subject) or bool(self.families)
        self._said: dict[str, set[str]] = {}
        for element in elements_of(self.drawing):
            for word in meanings(element):
                self._said.setdefault(word, set()).add(element.id)

    @cached_property
    def elements(self) -> Elements:
        """The graph that they stand in."""
        return Elements(self.drawing)

    def of(self, word: str) -> frozenset[str]:
        """Return the ids of the nodes and arrows that mean this."""
        said = frozenset(self._said.get(word, ()))
        if said or not self._reads_names:
            return said
        return frozenset(_READ.get(word, _by_name(word))(self))

    def element(self, name: str) -> Node | Flow:
        """Return a node or an arrow."""
        return self.drawing.nodes.get(name) or self.drawing.flows[name]


def decides(step: Node, drawing: Drawing) -> bool:
    """Whether a step reads like a decision about what a family asked for."""
    lane = drawing.lanes.get(step.lane or "")
    by_whom = lane is not None and _DECIDERS.search(f"{lane.name} {lane.id}".lower())
    return isinstance(step, Step) and bool(by_whom and _DECIDES.match(step.name.lower()))


def _decisions(meaning: Meaning) -> Iterator[str]:
    for step in meaning.drawing.steps():
        if step.for_a_person and decides(step, meaning.drawing):
            yield step.id


def _refusals(meaning: Meaning) -> Iterator[str]:
    """The ways answered “No” out of a question right after a decision."""
    drawing = meaning.drawing
    decisions = meaning.of(DECISION)
    for choice in drawing.choices():
        asks = _ASKS_FOR_A_YES.search(choice.name.lower())
        if asks and any(flow.source in decisions for flow in drawing.incoming(choice.id)):
            yield from (flow.id for flow in drawing.outgoing(choice.id) if is_no(flow))


def is_no(flow: Flow) -> bool:
    """Whether the answer on an arrow is a no."""
    return _NO.match(flow.name.strip().lower()) is not None


def _family_views(meaning: Meaning) -> Iterator[str]:
    for step in meaning.drawing.steps():
        if step.for_a_person and meaning.families.does(step):
            yield step.id


def _second_looks(meaning: Meaning) -> Iterator[str]:
    for name in _by_name(SECOND_LOOK)(meaning):
        if not meaning.families.does(meaning.drawing.nodes[name]):
            yield name


def _by_name(word: str) -> Callable[[Meaning], Iterator[str]]:
    """Return what finds the steps whose names say this."""
    pattern = _NAMES.get(word)

    def found(meaning: Meaning) -> Iterator[str]:
        for step in meaning.drawing.steps():
            spoken = step.for_a_person or sends_letter(step)
            if pattern and spoken and pattern.search(step.name[:_LONGEST].lower()):
                yield step.id

    return found


_READ: Mapping[str, Callable[[Meaning], Iterator[str]]] = {
    DECISION: _decisions,
    REFUSAL: _refusals,
    FAMILY_VIEW: _family_views,
    SECOND_LOOK: _second_looks,
}


def parts(choice: Choice, drawing: Drawing) -> tuple[Flow, ...]:
    """Return the ways out of a choice that parts them; none where it only brings ways together."""
    ways = drawing.outgoing(choice.id)
    return ways if len(ways) > 1 else ()
