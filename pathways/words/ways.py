"""Ways on, one sentence each."""

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.model.drawing import Flow
from pathways.model.node import (
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Node,
    Step,
    TimerKind,
    Trigger,
)
from pathways.words.happenings import Happenings
from pathways.words.listed import Passage
from pathways.words.messages import Message, headings, ways
from pathways.words.messages.ways import WayMessages
from pathways.words.patterns import Filling
from pathways.words.scene import Scene
from pathways.words.values import Part, Way, spoken

#: A message, and what goes into its places besides the step that the way leads to.
_Pattern = tuple[WayMessages | Message, Mapping[str, Filling]]
#: What people write at the arrow that is taken when no other is.
_OTHERWISE = frozenset({"otherwise", "else", "default"})


@dataclass(frozen=True, slots=True)
class _Leaving:
    """One of the ways from a node."""

    node: Node
    passage: Passage
    #: Its place among the ways from the node, from 0.
    place: int
    #: How many ways there are.
    ways: int
    #: The answer or condition at its arrow, as it stands after "if"; empty where there is none.
    when: Part

    @property
    def flow(self) -> Flow:
        """The arrow that leaves the node."""
        return self.passage.flows[0]

    @property
    def otherwise(self) -> bool:
        """Whether it is taken when no other is."""
        return _for_otherwise(self.node, self.flow)


class WayTeller:
    """Says where it goes on from each told node of a drawing."""

    def __init__(self, scene: Scene, happenings: Happenings) -> None:
        self._scene = scene
        self._say = scene.say
        self._happenings = happenings

    def ways(self, node: Node) -> tuple[Way, ...]:
        """Return every way on from a node by where it leads, the one for otherwise last."""
        ordered = sorted(
            self._scene.listing.passages(node),
            key=lambda passage: (
                _for_otherwise(node, passage.flows[0]),
                self._number(passage.to),
            ),
        )
        return tuple(
            self._way(_Leaving(node, passage, place, len(ordered), self._when(passage.flows[0])))
            for place, passage in enumerate(ordered)
        )

    def _way(self, leaving: _Leaving) -> Way:
        to = leaving.passage.to
        back = self._leads_back(leaving.node, to)
        message, fillings = self._pattern(leaving)
        if message in (ways.IF, ways.IF_ALSO):
            fillings = {"when": self._when(leaving.flow, after_if=True)}
        if isinstance(message, WayMessages):
            message = message.back if back else message.on
        joined = self._say.text(ways.JOINED) if leaving.passage.joined else ""
        return Way(
            flows=tuple(flow.id for flow in leaving.passage.flows),
            to=to.id,
            when=self._listed(leaving, fillings),
            back=back,
            sentence=self._say.sentence(
                message, to=self._scene.steps[to.id], joined=joined, **fillings
            ),
        )

    def _leads_back(self, node: Node, to: Node) -> bool:
        """Whether it was told before, and leads here again."""
        circles = self._scene.circles
        return self._number(to) <= self._number(node) and circles[to.id] == circles[node.id]

    def _number(self, node: Node) -> int:
        return self._scene.steps[node.id].plain[0].number or 0

    def _when(self, flow: Flow, *, after_if: bool = False) -> Part:
        name = self._scene.names.of(flow.id, flow.name)
        if name.text:
            return self._say.answer(self._say.without_if(name) if after_if else name)
        condition = _on_one_line(flow.condition)
        return Part(self._say.phrase(ways.CONDITION, text=condition) if condition else "")

    def _listed(self, leaving: _Leaving, fillings: Mapping[str, Filling]) -> str:
        """The answer alone, or the condition in quotation marks, or what has to happen."""
        name = self._scene.names.of(leaving.flow.id, leaving.flow.name).text
        condition = _on_one_line(leaving.flow.condition)
        if name or (condition and not leaving.otherwise):
            return name or self._say.phrase(headings.QUOTED, text=condition)
        what = fillings.get("what", ())
        return spoken(what) if isinstance(what, tuple) else ""

    def _pattern(self, leaving: _Leaving) -> _Pattern:
        if leaving.ways == 1:
            return self._only(leaving)
        kind = leaving.node.kind if isinstance(leaving.node, Choice) else None
        if kind is ChoiceKind.EVENT_BASED and not leaving.flow.name:
            return self._happening(leaving.node, leaving.passage.to)
        if kind is ChoiceKind.PARALLEL:
            return _named(leaving, ways.ALSO_NAMED, ways.ALSO)
        if kind is ChoiceKind.EXCLUSIVE or kind is ChoiceKind.EVENT_BASED:
            return _one_of(leaving)
        return _some_of(leaving, perhaps=kind is not None)

    def _only(self, leaving: _Leaving) -> _Pattern:
        if leaving.when.text and not leaving.otherwise:
            message = ways.IF if leaving.flow.condition else ways.THEN_NAMED
            return message, {"when": leaving.when}
        to = leaving.passage.to
        if not (isinstance(to, Event) and to.position is EventPosition.END):
            return ways.THEN, {}
        if not self._scene.outermost(to):
            return ways.PART_ENDS, {}
        return (ways.SIDE_ENDS if self._scene.ends_here(to) else ways.ENDS), {}

    def _happening(self, choice: Node, to: Node) -> _Pattern:
        timer = to.timer if isinstance(to, Event) and to.trigger is Trigger.TIMER else None
        if isinstance(choice, Choice) and choice.all_events:
            return ways.WHEN, {"what": self._happenings.happens(to)}
        if timer is not None and timer.kind is not TimerKind.CYCLE:
            time = self._scene.times.deadline(timer)
            if time:
                return ways.NOTHING_AFTER, {"time": time}
        return ways.FIRST, {"what": self._happenings.happens(to)}


def _for_otherwise(node: Node, flow: Flow) -> bool:
    """Whether a way is taken when no other is: as the default, or, without one, by its words."""
    default = node.default if isinstance(node, Choice | Step) else None
    return flow.id == default if default else _says_otherwise(flow)


def _says_otherwise(flow: Flow) -> bool:
    return flow.name.strip(" .").casefold() in _OTHERWISE


def _one_of(leaving: _Leaving) -> _Pattern:
    if leaving.otherwise:
        return _named(leaving, ways.OTHERWISE_NAMED, ways.OTHERWISE)
    return _named(leaving, ways.IF, ways.OR if leaving.place else ways.EITHER)


def _some_of(leaving: _Leaving, *, perhaps: bool) -> _Pattern:
    if leaving.otherwise:
        return _named(leaving, ways.NONE_ELSE_NAMED, ways.NONE_ELSE)
    return _named(leaving, ways.IF_ALSO, ways.PERHAPS if perhaps else ways.ALSO)


def _named(leaving: _Leaving, named: WayMessages, unnamed: WayMessages) -> _Pattern:
    """The message with the answer at the arrow; of a way for otherwise, a name alone counts."""
    named_otherwise = leaving.otherwise and _says_otherwise(leaving.flow)
    if leaving.when.text and not named_otherwise and (leaving.flow.name or not leaving.otherwise):
        return named, {"when": leaving.when}
    return unnamed, {}


def _on_one_line(condition: str | None) -> str:
    return " ".join((condition or "").split())
