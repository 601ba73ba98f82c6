"""What events wait for and send, copied with the messages, signals and errors they refer to."""

from lxml import etree
from lxml.etree import _Element as Element

from pathways.bpmn.names import bpmn, identity, words_of
from pathways.executable.original import Original
from pathways.model.drawing import Event, Node, Trigger

#: Trigger -> (attribute that refers, element referred to, attribute that holds its code).
_REFERRING = {
    Trigger.MESSAGE: ("messageRef", "message", None),
    Trigger.SIGNAL: ("signalRef", "signal", None),
    Trigger.ERROR: ("errorRef", "error", "errorCode"),
    Trigger.ESCALATION: ("escalationRef", "escalation", "escalationCode"),
}
_ALONE = frozenset({Trigger.TERMINATE, Trigger.CANCEL})


class Shared:
    """What several events can refer to: written once, at the top of the copy."""

    def __init__(self, root: Element, original: Original) -> None:
        self._root = root
        self._written: set[tuple[str, str]] = set()
        self.original = original

    def message(self, node: Node) -> str:
        """Write the message that a node sends or waits for; return its id.

        A node that names no message has one of its own, called as the node is.
        """
        return self.add(node, Trigger.MESSAGE)

    def add(self, node: Node, trigger: Trigger) -> str:
        """Write what a node's trigger refers to, if it is not there yet; return its id."""
        attribute, name, code = _REFERRING[trigger]
        referred = self.original.referred(node.id, attribute)
        shared_id = f"{name}_of_{node.id}" if referred is None else identity(referred)
        if (name, shared_id) not in self._written:
            self._written.add((name, shared_id))
            shared = etree.SubElement(self._root, bpmn(name), id=shared_id)
            shared.set("name", _name_of(referred, node))
            if code is not None and referred is not None and referred.get(code):
                shared.set(code, referred.get(code, ""))
        return shared_id


def add_definition(element: Element, event: Event, shared: Shared) -> None:
    """Write the definition of an event's trigger; nothing where what triggers it does not run."""
    name = bpmn(event.trigger.value) if event.trigger is not Trigger.NONE else ""
    if event.trigger is Trigger.TIMER and event.timer is not None:
        definition = etree.SubElement(element, name)
        etree.SubElement(definition, bpmn(event.timer.kind.value)).text = event.timer.text
    elif event.trigger is Trigger.CONDITION:
        definition = etree.SubElement(element, name)
        etree.SubElement(definition, bpmn("condition")).text = shared.original.condition(event.id)
    elif event.trigger in _REFERRING:
        definition = etree.SubElement(element, name)
        definition.set(_REFERRING[event.trigger][0], shared.add(event, event.trigger))
    elif event.trigger in _ALONE:
        etree.SubElement(element, name)


def _name_of(referred: Element | None, node: Node) -> str:
    if referred is None:
        return node.name or node.id
    return words_of(referred.get("name")) or identity(referred)
