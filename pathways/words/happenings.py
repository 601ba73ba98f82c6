"""What happens: what an event waits for, sends, or is about, in words."""

from pathways.model.node import (
    Choice,
    Event,
    EventPosition,
    Node,
    Reference,
    Step,
    StepKind,
    TimerKind,
    Trigger,
)
from pathways.model.spoken import shortened
from pathways.words.catalogue import Catalogue, kind_messages
from pathways.words.messages import Message, events, kinds, times
from pathways.words.messages.kinds import KindMessages
from pathways.words.names import shorter
from pathways.words.scene import Scene
from pathways.words.values import Part, Sentence, spoken

_NOWHERE = Reference(id="", name="")


class Happenings:
    """Says what nodes are and what events are about."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._say: Catalogue = scene.say

    def name(self, node: Node) -> Part:
        """Return a node's name, or what stands for it where it has none."""
        own = self._scene.names.of(node.id, node.name)
        return own if own.text else Part(self._say.said(self._kind(node)).unnamed)

    def kind(self, node: Node) -> str:
        """Return plainly what a node is; with the name of what it is about where it has one."""
        if isinstance(node, Event):
            said = self._event(node)
        elif isinstance(node, Step):
            said = self._step(node)
        else:
            said = ""
        return said or self._say.said(self._kind(node)).plain

    def what(self, node: Node, kind: str, time: str) -> str:
        """Return what a node is together with its time."""
        if not time:
            return kind
        pause = isinstance(node, Event) and node.position is EventPosition.CATCH
        dated = pause and isinstance(node, Event) and _is_dated(node)
        message = times.WAITS_TIME if pause and not dated else times.WITH_TIME
        return self._say.phrase(message, kind=kind, time=time)

    def happens(self, event: Node) -> Sentence:
        """Return what happens as a clause after "if", "when" or "until"."""
        called = self._scene.names.node(event)
        if called.text:
            return self._say.sentence(events.HAPPENS_NAMED, name=called)
        return self.happens_about(event)

    def happens_about(self, event: Node) -> Sentence:
        """Return the same by what the event is about, whatever it is called."""
        trigger, about = _subject(event)
        message = events.HAPPENS_ABOUT.get(trigger)
        if about and message is not None:
            return self._say.sentence(message, name=self._scene.names.drawn(shortened(about)))
        otherwise = events.HAPPENS[Trigger.NONE]
        return self._say.sentence(events.HAPPENS.get(trigger, otherwise))

    def ends_with(self, event: Event) -> Sentence:
        """Return what happens besides where it ends; empty where nothing does."""
        about = _about(event)
        message = events.ENDS_WITH_ABOUT.get(event.trigger)
        if about and about != event.name and message is not None:
            return self._say.sentence(message, name=self._scene.names.drawn(shortened(about)))
        plain = events.ENDS_WITH.get(event.trigger)
        return () if plain is None else self._say.sentence(plain)

    def _kind(self, node: Node) -> KindMessages:
        if self._scene.ends_here(node):
            return kinds.SIDE_ENDS
        if isinstance(node, Choice) and len(self._scene.listing.passages(node)) <= 1:
            return kinds.MEETING
        return kind_messages(node, outermost=self._scene.outermost(node))

    def _event(self, event: Event) -> str:
        if event.position is EventPosition.START and event.trigger is not Trigger.NONE:
            return self._start(event)
        about = _about(event)
        if not about or about == event.name:
            return ""
        if event.position is EventPosition.THROW and event.trigger in events.SENDS_ABOUT:
            name = shorter(Part(about)).text
            return self._say.phrase(events.SENDS_ABOUT[event.trigger], name=name)
        message = {
            EventPosition.CATCH: events.WAITS_UNTIL,
            EventPosition.BOUNDARY: events.MAY_HAPPEN,
        }.get(event.position)
        if message is None or event.trigger not in events.HAPPENS_ABOUT:
            return ""
        return self._say.phrase(message, what=spoken(self.happens_about(event)))

    def _start(self, event: Event) -> str:
        outer = self._scene.outermost(event)
        if event.trigger is Trigger.TIMER:
            timed = events.BEGINS_AT_TIME if outer else events.PART_BEGINS_AT_TIME
            return self._say.text(timed)
        message = events.BEGINS_WHEN if outer else events.PART_BEGINS_WHEN
        return self._say.phrase(message, what=spoken(self.happens_about(event)))

    def _step(self, step: Step) -> str:
        name = "" if step.message is None else step.message.name
        message = _STEP_MESSAGES.get(step.kind)
        if not name or name == step.name or message is None:
            return ""
        if message is events.WAITS_UNTIL:
            comes = events.HAPPENS_ABOUT[Trigger.MESSAGE]
            what = self._say.phrase(comes, name=shortened(name))
            return self._say.phrase(message, what=what)
        return self._say.phrase(message, name=shortened(name))


_STEP_MESSAGES: dict[StepKind, Message] = {
    StepKind.SEND: events.SENDS_ABOUT[Trigger.MESSAGE],
    StepKind.RECEIVE: events.WAITS_UNTIL,
}


def _about(event: Event) -> str:
    if event.trigger is Trigger.LINK:
        return ""
    if event.trigger is Trigger.CONDITION:
        return " ".join(event.condition.split())
    about = event.about or _NOWHERE
    return about.name or about.code


def _subject(node: Node) -> tuple[Trigger, str]:
    if isinstance(node, Event):
        return node.trigger, _about(node)
    if isinstance(node, Step) and node.kind is StepKind.RECEIVE:
        return Trigger.MESSAGE, "" if node.message is None else node.message.name
    return Trigger.NONE, ""


def _is_dated(event: Event) -> bool:
    return event.timer is not None and event.timer.kind is TimerKind.DATE
