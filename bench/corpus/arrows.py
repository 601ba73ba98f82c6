"""The nodes and arrows of a BPMN file, read from its XML alone: nothing of `pathways` is asked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

_BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
_PROCESSES = frozenset({"process", "choreography", "globalChoreography"})
_HOLDING = frozenset({"subProcess", "transaction", "adHocSubProcess", "subChoreography"})
#: Nobody uses longer ids; such an element gets another one.
LONGEST_ID = 500
#: Stand in a process, and no arrow can touch them.
_BESIDE = frozenset(
    {
        *("sequenceFlow", "messageFlow", "messageFlowRef", "association", "textAnnotation"),
        *(
            "group",
            "laneSet",
            "artifact",
            "category",
            "categoryValue",
            "conversationNode",
            "participantRef",
        ),
        *("conversationLink", "correlationKey", "dataStore"),
        *("conversationAssociation", "correlationSubscription", "participant", "supports"),
        *("dataObject", "dataObjectReference", "dataStoreReference", "dataState", "property"),
        *("dataInputAssociation", "dataOutputAssociation", "ioSpecification", "ioBinding"),
        *("documentation", "extensionElements", "auditing", "monitoring", "script", "incoming"),
        *("outgoing", "resourceRole", "performer", "humanPerformer", "potentialOwner"),
        *("standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "rendering"),
        *("completionCondition", "supportedInterfaceRef"),
    }
)


@dataclass(frozen=True, slots=True)
class Node:
    """Anything that an arrow can touch."""

    #: Its place in the file, counted from 0.
    key: int
    #: Empty where the file has none, or gives it to something before.
    id: str
    #: The element's name, e.g. `"userTask"`.
    kind: str
    #: On one line; may be empty.
    name: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """A sequence flow that has both of its ends; they are given by their nodes' keys."""

    #: Empty where the file has none, or gives it to something before.
    id: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Arrows:
    """The graph of a file."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]

    def passed(self) -> frozenset[int]:
        """Return the keys of the gateways with a way in and exactly one way out."""
        outgoing = Counter(arrow.source for arrow in self.arrows)
        incoming = Counter(arrow.target for arrow in self.arrows)
        return frozenset(
            node.key
            for node in self.nodes
            if node.kind.endswith("Gateway") and outgoing[node.key] == 1 and incoming[node.key]
        )


def read_arrows(xml: bytes) -> Arrows:
    """Return the nodes and arrows of every process and sub-process.

    Raises:
        lxml.etree.XMLSyntaxError: If the file is not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return _Reading(etree.fromstring(xml, parser)).arrows()


class _Reading:
    def __init__(self, root: Element) -> None:
        self._root = root
        self._first: dict[str, Element] = {}
        for element in root.iter(f"{_BPMN}*"):
            if _id(element):
                self._first.setdefault(_id(element), element)
        self._keys: dict[Element, int] = {}
        self._nodes: list[Node] = []
        self._arrows: list[Arrow] = []

    def arrows(self) -> Arrows:
        scopes = list(_scopes(self._root))
        for scope in scopes:
            for element in scope.iterchildren(f"{_BPMN}*"):
                if _local(element) not in _BESIDE:
                    self._add(element)
        for scope in scopes:
            self._read_arrows(scope)
        return Arrows(tuple(self._nodes), tuple(self._arrows))

    def _add(self, element: Element) -> None:
        key = self._keys[element] = len(self._keys)
        name = " ".join(element.get("name", "").split())
        self._nodes.append(Node(key, self._own(element), _local(element), name))

    def _read_arrows(self, scope: Element) -> None:
        near: dict[str, Element] = {}
        for element in scope.iterchildren(f"{_BPMN}*"):
            near.setdefault(_id(element), element)
        for element in scope.iterchildren(f"{_BPMN}sequenceFlow"):
            ends = [self._end(element.get(name), near) for name in ("sourceRef", "targetRef")]
            if None not in ends:
                source, target = (end for end in ends if end is not None)
                self._arrows.append(Arrow(self._own(element), source, target))

    def _end(self, reference: str | None, near: dict[str, Element]) -> int | None:
        """The element of the same scope that has this id, or else the first one of the file."""
        named = (reference or "").strip()
        for known in (near, self._first):
            for name in (named, named.rpartition(":")[2]):
                if name and name in known:
                    return self._keys.get(known[name])
        return None

    def _own(self, element: Element) -> str:
        name = _id(element)
        return name if len(name) <= LONGEST_ID and self._first.get(name) is element else ""


def _scopes(root: Element) -> Iterator[Element]:
    waiting = [each for each in root.iterchildren() if _local(each) in _PROCESSES]
    while waiting:
        scope = waiting.pop()
        yield scope
        waiting += [each for each in scope.iterchildren(f"{_BPMN}*") if _local(each) in _HOLDING]


def _id(element: Element) -> str:
    return element.get("id", "").strip()


def _local(element: Element) -> str:
    tag = element.tag
    return tag.removeprefix(_BPMN) if isinstance(tag, str) and tag.startswith(_BPMN) else ""
