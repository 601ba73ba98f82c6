"""What a file says that only its picture needs."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from lxml.etree import _Element as Element

from pathways.bpmn.document import Document
from pathways.bpmn.names import (
    BPMNDI,
    DI,
    LONGEST_NAME,
    LONGEST_TEXT,
    bpmn,
    is_true,
    local,
    words_of,
)
from pathways.model.looks import Looks
from pathways.model.spoken import shortened

_EDGE = f"{{{BPMNDI}}}BPMNEdge"
_WAYPOINT = f"{{{DI}}}waypoint"
_TEXT = bpmn("text")
_CONDITION = bpmn("conditionExpression")
#: Elements that are called what they refer to is called, where they have no name of their own.
_BORROWERS = ("messageFlow", "dataObjectReference", "dataStoreReference")


def read_looks(document: Document) -> Looks:
    """Return what a file says that only its picture needs."""
    sorts: dict[str, list[Element]] = {}
    for element in document.identities.elements:
        sorts.setdefault(local(element), []).append(element)
    borrowers = [each for name in _BORROWERS for each in sorts.get(name, ())]
    flows = sorts.get("sequenceFlow", ())
    waiting = sorts.get("receiveTask", ())
    ids = document.identities.of
    return Looks(
        written=MappingProxyType(dict(_written(document))),
        envelopes=MappingProxyType(dict(_envelopes(document, sorts.get("messageFlow", ())))),
        borrowed=frozenset(ids(each) for each in borrowers if not each.get("name", "").strip()),
        beginning=frozenset(ids(each) for each in waiting if is_true(each, "instantiate")),
        conditional=frozenset(ids(each) for each in flows if each.find(_CONDITION) is not None),
        straight=frozenset(_straight(document)),
    )


def _written(document: Document) -> Iterator[tuple[str, str]]:
    for element in document.identities.elements:
        name = local(element)
        if name == "textAnnotation":
            text = "".join("".join(each.itertext()) for each in element.iterchildren(_TEXT))
        elif name == "group":
            category = document.identities.named(element.get("categoryValueRef"))
            text = "" if category is None else category.get("value", "")
        else:
            text = element.get("name", "")
        if text != words_of(text):
            most = LONGEST_TEXT if name == "textAnnotation" else LONGEST_NAME
            yield document.identities.of(element), shortened(text, most)


def _envelopes(document: Document, flows: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for element in flows:
        message = document.identities.named(element.get("messageRef"))
        if message is not None:
            name = shortened(message.get("name", ""), LONGEST_NAME)
            yield document.identities.of(element), name


def _straight(document: Document) -> Iterator[str]:
    for drawn in document.root.iter(_EDGE):
        if len(drawn.findall(_WAYPOINT)) <= 1:
            element = document.identities.named(drawn.get("bpmnElement"))
            if element is not None:
                yield document.identities.of(element)
