"""Ways on and notes, as sentences whose references can be followed."""

import re
from collections.abc import Iterator, Mapping

from pathways.model.drawing import (
    Choice,
    ChoiceKind,
    Drawing,
    Event,
    EventPosition,
    Node,
    Step,
    StepKind,
    Trigger,
)
from pathways.model.pathway import Period
from pathways.words.catalogue import Catalogue
from pathways.words.durations import time_of
from pathways.words.endings import case_endings
from pathways.words.listed import Listing, Passage
from pathways.words.values import Part, Sentence, Way

_PLACE = re.compile(r"\{(\w+)\}")


class Telling:
    """Everything that is needed to say a sentence about a drawing."""

    def __init__(
        self,
        drawing: Drawing,
        listing: Listing,
        references: Mapping[str, Part],
        *,
        periods: Mapping[str, Period],
        say: Catalogue,
    ) -> None:
        self._drawing = drawing
        self._listing = listing
        self._references = references
        self._periods = periods
        self._case_endings = case_endings(drawing)
        self._edges: dict[str, list[Event]] = {}
        for event in drawing.events():
            if event.attached_to is not None:
                self._edges.setdefault(event.attached_to, []).append(event)
        #: The language.
        self.say = say

    def reference(self, node: Node) -> Part:
        """Return how a told node is referred to."""
        return self._references[node.id]

    def kind(self, node: Node) -> str:
        """Return plainly what a node is."""
        ending = isinstance(node, Event) and node.position is EventPosition.END
        if ending and node.inside is None and node.id not in self._case_endings:
            return self.say.side_ends.plain
        return self.say.kind(node).plain

    def how_long(self, node: Node) -> tuple[str, str]:
        """Return how long a step may take, or when an event falls due, and the source of that."""
        if isinstance(node, Event):
            pattern = self.say.after
            code = "" if node.timer is None else node.timer.text
        else:
            pattern, code = self.say.within, node.extensions.get("period", "")
        time = time_of(code, self._periods, self.say)
        period = self._periods.get(code)
        said = pattern.replace("{time}", time) if time else ""
        return said, "" if period is None else period.source

    def ways(self, node: Node) -> tuple[Way, ...]:
        """Return every way on from a node, one sentence each."""
        passages = self._listing.passages(node)
        default = node.default if isinstance(node, Choice) else None
        ordered = sorted(passages, key=lambda passage: passage.flows[0].id == default)
        return tuple(self._way(node, passage, len(passages)) for passage in ordered)

    def notes(self, node: Node) -> tuple[Sentence, ...]:
        """Return what is said about a node besides its ways on."""
        return tuple(self._notes(node))

    def _way(self, node: Node, passage: Passage, ways: int) -> Way:
        here, there = self._references[node.id], self._references[passage.to.id]
        back = (there.number or 0) <= (here.number or 0)
        when = passage.flows[0].name or self._condition(node, passage, ways)
        return Way(
            flows=tuple(flow.id for flow in passage.flows),
            to=passage.to.id,
            when=when,
            back=back,
            sentence=filled(
                self._pattern(node, passage, ways),
                on=filled(self.say.back if back else self.say.on, to=(there,)),
                begins=filled(self.say.begins, to=(there,)),
                to=(there,),
                joined=(Part(self.say.joined if passage.joined else ""),),
                when=(Part(self.say.mid_sentence(when)),),
                name=(Part(self.say.named(passage.to)),),
            ),
        )

    def _condition(self, node: Node, passage: Passage, ways: int) -> str:
        condition = passage.flows[0].condition
        default = isinstance(node, Choice) and node.default == passage.flows[0].id
        return f"“{condition}”" if condition and ways > 1 and not default else ""

    def _pattern(self, node: Node, passage: Passage, ways: int) -> str:
        if ways == 1:
            return self._only(passage.to)
        kind = node.kind if isinstance(node, Choice) else None
        if kind is ChoiceKind.EVENT_BASED:
            return self.say.first
        if kind in {ChoiceKind.EXCLUSIVE, ChoiceKind.COMPLEX}:
            return self._choosing(node, passage)
        flow = passage.flows[0]
        if kind is ChoiceKind.INCLUSIVE and isinstance(node, Choice) and node.default == flow.id:
            return self.say.several_otherwise
        answered = kind is not ChoiceKind.PARALLEL and (flow.name or flow.condition)
        return self.say.several_if if answered else self.say.several

    def _only(self, to: Node) -> str:
        if not (isinstance(to, Event) and to.position is EventPosition.END):
            return self.say.then
        if to.inside is not None:
            return self.say.part_stops
        return self.say.stops if to.id in self._case_endings else self.say.side_stops

    def _choosing(self, node: Node, passage: Passage) -> str:
        flow = passage.flows[0]
        if isinstance(node, Choice) and node.default == flow.id:
            return self.say.otherwise_named if flow.name else self.say.otherwise
        return self.say.condition if flow.name or flow.condition else self.say.one_way

    def _notes(self, node: Node) -> Iterator[Sentence]:
        if isinstance(node, Event):
            yield from self._event_notes(node)
        if isinstance(node, Step):
            yield from (self._deadline(event) for event in self._edges_of(node))
            yield from self._inside(node)
        ends = isinstance(node, Event) and node.position is EventPosition.END
        if not ends and not self._listing.passages(node):
            yield (Part(self.say.dead_end),)

    def _event_notes(self, event: Event) -> Iterator[Sentence]:
        around = self._references.get(event.attached_to or "")
        if around is not None:
            yield filled(self.say.at_edge, at=(around,))
        if event.position is EventPosition.END and event.inside is not None:
            for caller in self._around(event.inside):
                yield filled(self.say.inside_ends, at=(self._references[caller.id],))

    def _around(self, inside: str) -> list[Node]:
        """The sub-process, or the calls, that a part belongs to."""
        steps = self._drawing.steps()
        return [step for step in steps if step.id == inside or self._called(step) == inside]

    def _edges_of(self, step: Step) -> list[Event]:
        """What lets the step stay open first: it is there to happen before the step is ended."""
        return sorted(self._edges.get(step.id, ()), key=lambda event: event.interrupting)

    def _deadline(self, event: Event) -> Sentence:
        timed = event.trigger is Trigger.TIMER and event.timer is not None
        say = self.say
        if timed:
            pattern = say.deadline_ends if event.interrupting else say.deadline_beside
        else:
            pattern = say.event_ends if event.interrupting else say.event_beside
        return filled(
            pattern,
            time=(Part(self._time(event)),),
            name=(Part(say.mid_sentence(say.named(event))),),
            to=(self._references[event.id],),
        )

    def _inside(self, step: Step) -> Iterator[Sentence]:
        inside = step.id if step.kind is StepKind.SUB_PROCESS else self._called(step)
        for event in self._drawing.events():
            if inside and event.inside == inside and event.position is EventPosition.START:
                yield filled(self.say.inside, to=(self._references[event.id],))

    def _called(self, step: Step) -> str:
        return step.calls.rpartition(":")[2] if step.kind is StepKind.CALL else ""

    def _time(self, event: Event) -> str:
        return "" if event.timer is None else time_of(event.timer.text, self._periods, self.say)


def filled(pattern: str, **parts: Sentence) -> Sentence:
    """Return a pattern with sentences in its places; neighbouring texts become one part."""
    found: list[Part] = []
    for index, piece in enumerate(_PLACE.split(pattern)):
        found += parts[piece] if index % 2 else (Part(piece),)
    joined: list[Part] = []
    for part in found:
        if part.anchor is None and joined and joined[-1].anchor is None:
            joined[-1] = Part(joined[-1].text + part.text)
        elif part.text:
            joined.append(part)
    return tuple(joined)
