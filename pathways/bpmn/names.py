"""The names of BPMN 2.0.2 that the reader knows, and how names of elements are looked at."""

import re
from collections.abc import Container, Iterator

from lxml.etree import _Element as Element

from pathways.model.drawing import ArtifactKind, AssociationKind
from pathways.model.node import ChoiceKind, EventPosition, StepKind, TimerKind, Trigger
from pathways.model.spoken import shortened

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
#: Our own attributes and elements in a drawing.
FINGERPOST = "urn:fingerpost:pathway"

#: A longer id is not kept: all that is said about its element would repeat it.
LONGEST_ID = 500
#: Characters of a name that are read. A name is said wherever its element is referred to, so that
#: a few names as long as books would fill any memory.
LONGEST_NAME = 1_000
#: The same for a text that is said in fewer places: a note, words of ours.
LONGEST_TEXT = 20_000

STEPS = {kind.value: kind for kind in StepKind if kind.value} | {
    "callChoreography": StepKind.EXCHANGE,
    "subChoreography": StepKind.SUB_PROCESS,
}
CHOICES = {kind.value: kind for kind in ChoiceKind}
EVENTS = {position.value: position for position in EventPosition} | {
    "implicitThrowEvent": EventPosition.THROW
}
#: Event definitions; the two kinds of several triggers are no elements of BPMN.
TRIGGERS = {
    trigger.value: trigger for trigger in Trigger if trigger.value.endswith("EventDefinition")
}
TIMERS = {kind.value: kind for kind in TimerKind}
ARTIFACTS = {kind.value: kind for kind in ArtifactKind}
ASSOCIATIONS = {kind.value: kind for kind in AssociationKind}
NODES = frozenset({*STEPS, *CHOICES, *EVENTS})
PROCESSES = frozenset({"process", "choreography", "globalChoreography"})
COLLABORATIONS = frozenset(
    {"collaboration", "choreography", "globalChoreography", "globalConversation"}
)

#: May stand in a process or a step and is no part of the way: notes, data, facts about it.
BESIDE_THE_WAY = frozenset(
    {
        *ARTIFACTS,
        *ASSOCIATIONS,
        "artifact",
        "auditing",
        "category",
        "categoryValue",
        "completionCondition",
        "conversationAssociation",
        "conversationLink",
        "correlationKey",
        "correlationSubscription",
        "dataObject",
        "dataState",
        "dataStore",
        "documentation",
        "extensionElements",
        "humanPerformer",
        "incoming",
        "ioBinding",
        "ioSpecification",
        "laneSet",
        "messageFlow",
        "messageFlowRef",
        "monitoring",
        "multiInstanceLoopCharacteristics",
        "outgoing",
        "participant",
        "participantRef",
        "performer",
        "potentialOwner",
        "property",
        "rendering",
        "resourceRole",
        "script",
        "standardLoopCharacteristics",
        "supportedInterfaceRef",
        "supports",
    }
)

#: What BPMN has and a case cannot follow as such -> what it is called.
UNUSUAL = {
    "callConversation": "a conversation",
    "conversation": "a conversation",
    "subConversation": "a conversation",
    "implicitThrowEvent": "an implicit event",
    "callChoreography": "part of a choreography",
    "choreographyTask": "part of a choreography",
    "subChoreography": "part of a choreography",
}


_ANY = f"{{{BPMN}}}*"


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


def parts(element: Element) -> Iterator[Element]:
    """Return the BPMN elements that are written directly in an element."""
    return element.iterchildren(_ANY)


def words_of(text: str | None) -> str:
    """Return a drawn text on one line, as names are read."""
    return " ".join((text or "").split())


def name_of(element: Element) -> str:
    """Return an element's name on one line; its beginning where it is far too long."""
    return shortened(words_of(element.get("name")), LONGEST_NAME)


def text_of(element: Element) -> str:
    """Return everything written inside of an element but comments, as it is written."""
    return "".join(element.itertext()).strip()


def ref(text: str | None, known: Container[str]) -> str:
    """Return the id that a reference names, with or without the prefix that BPMN allows."""
    named = (text or "").strip()
    return named if named in known else named.rpartition(":")[2]


def identity(element: Element) -> str:
    """Return an element's own id; empty where it has none, as comments do."""
    return (element.get("id") or "").strip()


def is_true(element: Element, attribute: str, *, otherwise: bool = False) -> bool:
    """Whether an attribute says yes, as XML Schema writes it."""
    said = element.get(attribute, "").strip().lower()
    return said in {"true", "1"} if said in {"true", "1", "false", "0"} else otherwise


def title(element: Element) -> str:
    """Return what a person calls an element: its name where it has one, its id otherwise."""
    return spoken(name_of(element), identity(element), plain(local(element)))


def spoken(name: str, element_id: str, kind: str) -> str:
    """Return `“Ask for it”`, or `the user task “ask_for_it”` where the element has no name."""
    if name:
        return f"“{shortened(name)}”"
    if element_id:
        return f"the {kind} “{shortened(element_id)}”"
    return f"{'an' if kind[:1] in 'aeio' else 'a'} {kind} without a name"


def plain(name: str) -> str:
    """Return the name of a BPMN element as words: `"user task"`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
