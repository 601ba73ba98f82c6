"""The names of BPMN 2.0.2 that the reader knows, and how names of elements are looked at."""

import re
from collections.abc import Container

from lxml.etree import _Element as Element

from pathways.model.drawing import ChoiceKind, EventPosition, StepKind, TimerKind, Trigger

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
#: Our own attributes on elements of a drawing.
FINGERPOST = "urn:fingerpost:pathway"

STEPS = {kind.value: kind for kind in StepKind}
CHOICES = {kind.value: kind for kind in ChoiceKind}
EVENTS = {position.value: position for position in EventPosition}
TRIGGERS = {trigger.value: trigger for trigger in Trigger if trigger.value}
TIMERS = {kind.value: kind for kind in TimerKind}
NODES = frozenset({*STEPS, *CHOICES, *EVENTS})

#: May stand in a process and is no part of the way: notes, data, facts about the process itself.
BESIDE_THE_WAY = frozenset(
    {
        "artifact",
        "association",
        "auditing",
        "category",
        "correlationSubscription",
        "dataInputAssociation",
        "dataObject",
        "dataObjectReference",
        "dataOutputAssociation",
        "dataStoreReference",
        "documentation",
        "extensionElements",
        "group",
        "humanPerformer",
        "incoming",
        "ioBinding",
        "ioSpecification",
        "laneSet",
        "monitoring",
        "multiInstanceLoopCharacteristics",
        "outgoing",
        "performer",
        "potentialOwner",
        "property",
        "resourceRole",
        "standardLoopCharacteristics",
        "supportedInterfaceRef",
        "supports",
        "textAnnotation",
    }
)

#: What BPMN has and Fingerpost does not read yet -> what it is called, and what to draw instead.
NOT_READ_YET = {
    "transaction": ("a transaction", "Draw a plain sub-process instead."),
    "adHocSubProcess": (
        "an ad-hoc sub-process",
        "Draw its steps with arrows, so that their order is clear.",
    ),
    "implicitThrowEvent": ("an implicit event", "Draw an ordinary event instead."),
    "callChoreography": (
        "part of a choreography",
        "Draw the steps of each side in a process instead.",
    ),
    "choreographyTask": (
        "part of a choreography",
        "Draw the steps of each side in a process instead.",
    ),
    "subChoreography": (
        "part of a choreography",
        "Draw the steps of each side in a process instead.",
    ),
}


def bpmn(name: str) -> str:
    """Return a BPMN element's name as lxml writes it."""
    return f"{{{BPMN}}}{name}"


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_bpmn(element: Element) -> bool:
    """Whether an element is BPMN's own; comments and vendors' elements are not."""
    tag = element.tag
    return isinstance(tag, str) and tag.startswith(f"{{{BPMN}}}")


def words_of(text: str | None) -> str:
    """Return a drawn text on one line, as names are read."""
    return " ".join((text or "").split())


def ref(text: str | None, known: Container[str]) -> str:
    """Return the id that a reference names, with or without the prefix that BPMN allows."""
    named = (text or "").strip()
    return named if named in known else named.rpartition(":")[2]


def identity(element: Element) -> str:
    """Return an element's id; empty where it has none."""
    return element.get("id", "").strip()


def title(element: Element) -> str:
    """Return what a person calls an element: its name where it has one, its id otherwise."""
    return spoken(words_of(element.get("name")), identity(element), _plain(local(element)))


def spoken(name: str, element_id: str, kind: str) -> str:
    """Return `“Ask for it”`, or `the user task “ask_for_it”` where the element has no name."""
    if name:
        return f"“{name}”"
    return f"the {kind} “{element_id}”" if element_id else f"a {kind} without a name"


def _plain(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
