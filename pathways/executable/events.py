"""What events wait for and send, copied with the messages, signals and errors they refer to."""

from lxml import etree
from lxml.etree import _Element as Element

from pathways.bpmn.names import bpmn
from pathways.model.node import Event, Node, Reference, Step, Trigger

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

    def __init__(self, root: Element) -> None:
        self._root = root
        self._written: set[tuple[str, str]] = set()

    def message(self, node: Node) -> str:
        """Write the message that a node sends or waits for; return its id.

        A node that names no message has one of its own, called as the node is.
        """
        return self.add(node, Trigger.MESSAGE)

    def add(self, node: Node, trigger: Trigger) -> str:
        """Write what a node's trigger refers to, if it is not there yet; return its id."""
        _, name, code = _REFERRING[trigger]
        about = _about(node)
        shared_id = about.id if about is not None and about.id else f"{name}_of_{node.id}"
        if (name, shared_id) not in self._written:
            self._written.add((name, shared_id))
            shared = etree.SubElement(self._root, bpmn(name), id=shared_id)
            shared.set("name", (about.name if about is not None else node.name) or shared_id)
            if code is not None and about is not None:
                shared.set(code, about.code or about.id)
        return shared_id


def add_definition(element: Element, event: Event, shared: Shared) -> None:
    """Write the definition of an event's trigger; nothing where what triggers it does not run."""
    name = bpmn(event.trigger.value) if event.trigger is not Trigger.NONE else ""
    if event.trigger is Trigger.TIMER and event.timer is not None:
        definition = etree.SubElement(element, name)
        etree.SubElement(definition, bpmn(event.timer.kind.value)).text = event.timer.text
    elif event.trigger is Trigger.CONDITION:
        definition = etree.SubElement(element, name)
        etree.SubElement(definition, bpmn("condition")).text = event.condition
    elif event.trigger in _REFERRING:
        definition = etree.SubElement(element, name)
        definition.set(_REFERRING[event.trigger][0], shared.add(event, event.trigger))
    elif event.trigger in _ALONE:
        etree.SubElement(element, name)


def _about(node: Node) -> Reference | None:
    if isinstance(node, Step):
        return node.message
    return node.about if isinstance(node, Event) else None
