"""What events wait for or send, with the messages, signals and errors that they refer to."""

from collections.abc import Mapping

from lxml.etree import _Element as Element

from pathways.bpmn.identities import Identities
from pathways.bpmn.names import (
    LONGEST_NAME,
    TIMERS,
    TRIGGERS,
    bpmn,
    is_true,
    local,
    name_of,
    parts,
    ref,
    text_of,
)
from pathways.model.node import Reference, Timer, Trigger
from pathways.model.spoken import shortened

#: Attribute that refers -> attribute of what is referred to that holds its code.
_REFERRING = {
    "messageRef": "",
    "signalRef": "",
    "errorRef": "errorCode",
    "escalationRef": "escalationCode",
}


class Triggers:
    """Reads the triggers of one file's events."""

    def __init__(self, identities: Identities, shared: Mapping[str, Element]) -> None:
        self._identities = identities
        self._shared = shared

    def definitions(self, event: Element) -> list[Element]:
        """Return what triggers an event: its own definitions, and those that it refers to."""
        own = [each for each in parts(event) if local(each) in TRIGGERS]
        names = (
            ref(each.text, self._shared) for each in event.iterchildren(bpmn("eventDefinitionRef"))
        )
        return own + [self._shared[name] for name in names if name in self._shared]

    def about(self, event: Element, definition: Element) -> Reference | None:
        """Return the message, signal, error, escalation or link that an event names."""
        if local(definition) == Trigger.LINK.value:
            return Reference(id="", name=name_of(definition) or name_of(event))
        return self.reference(definition)

    def reference(self, element: Element) -> Reference | None:
        """Return what an event's definition, or a step that sends or waits, refers to."""
        for attribute, code in _REFERRING.items():
            named = element.get(attribute, "").strip()
            if named:
                return self._referred(named, code)
        return None

    def _referred(self, named: str, code: str) -> Reference:
        found = self._identities.named(named)
        if found is None:
            return Reference(id=named.rpartition(":")[2], name="")
        return Reference(
            id=self._identities.of(found),
            name=name_of(found),
            code=shortened(found.get(code, "").strip(), LONGEST_NAME) if code else "",
        )


def trigger_of(event: Element, definitions: list[Element]) -> Trigger:
    """Return what an event with these definitions waits for or sends."""
    if len(definitions) > 1:
        return Trigger.PARALLEL if is_true(event, "parallelMultiple") else Trigger.MULTIPLE
    return TRIGGERS[local(definitions[0])] if definitions else Trigger.NONE


def timer_of(definition: Element) -> Timer | None:
    """Return when a timer falls due; None for other definitions and silent timers."""
    for child in parts(definition):
        kind = TIMERS.get(local(child))
        if kind is not None:
            return Timer(kind=kind, text=text_of(child))
    return None


def condition_of(definition: Element) -> str:
    """Return what a condition waits for, as drawn; empty where it names nothing."""
    written = definition.find(bpmn("condition"))
    return "" if written is None else text_of(written)
