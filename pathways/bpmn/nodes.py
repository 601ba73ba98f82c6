"""Steps, choices and events: one XML element each, read to one frozen value each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from lxml.etree import _Element as Element

from pathways.bpmn import ours
from pathways.bpmn.document import Document
from pathways.bpmn.identities import Identities, Neighbours, Sort
from pathways.bpmn.loops import again_of, loop_of, several_of
from pathways.bpmn.names import (
    CHOICES,
    EVENTS,
    STEPS,
    bpmn,
    is_true,
    local,
    name_of,
    text_of,
)
from pathways.bpmn.triggers import Triggers, condition_of, timer_of, trigger_of
from pathways.model.drawing import Flow
from pathways.model.node import (
    Choice,
    Event,
    EventPosition,
    NamedValue,
    Node,
    Step,
    StepKind,
)

_TALKING = frozenset({StepKind.SEND, StepKind.RECEIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a node is drawn in: its process, the sub-process around it, the lane that lists it."""

    process: str
    lane: str | None = None
    inside: str | None = None


class _Common(TypedDict):
    id: str
    name: str
    process: str
    lane: str | None
    inside: str | None
    documentation: str
    extensions: Mapping[str, str]
    values: tuple[NamedValue, ...]
    foreign: tuple[str, ...]
    line: int | None


class NodeReader:
    """Reads the nodes of one file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._identities = document.identities
        self._triggers = Triggers(document.identities, document.shared)

    def node(self, element: Element, place: Place, near: Neighbours) -> Node:
        """Return what an element draws; what BPMN does not have is a step of another kind."""
        name = local(element)
        if name in CHOICES:
            return self._choice(element, place, near)
        if name in EVENTS:
            return self._event(element, place, near)
        return self._step(element, place, near)

    def _common(self, element: Element, place: Place) -> _Common:
        return _Common(
            id=self._identities.of(element),
            name=name_of(element),
            process=place.process,
            lane=place.lane,
            inside=place.inside,
            documentation=documentation(element),
            extensions=ours.extensions(element),
            values=ours.values(element),
            foreign=ours.foreign(element),
            line=element.sourceline,
        )

    def _step(self, element: Element, place: Place, near: Neighbours) -> Step:
        kind = STEPS.get(local(element), StepKind.OTHER)
        return Step(
            **self._common(element, place),
            kind=kind,
            loop=loop_of(element),
            several=several_of(element),
            again=again_of(element),
            calls=self._called(element) if kind is StepKind.CALL else "",
            message=self._triggers.reference(element) if kind in _TALKING else None,
            default=_default(element, near),
            by_event=is_true(element, "triggeredByEvent"),
            compensates=is_true(element, "isForCompensation"),
        )

    def _called(self, element: Element) -> str:
        drawn = element.get("calledElement", "").strip()
        return self._document.process(drawn) or drawn

    def _choice(self, element: Element, place: Place, near: Neighbours) -> Choice:
        return Choice(
            **self._common(element, place),
            kind=CHOICES[local(element)],
            default=_default(element, near),
            begins=is_true(element, "instantiate"),
            all_events=element.get("eventGatewayType", "").strip() == "Parallel",
        )

    def _event(self, element: Element, place: Place, near: Neighbours) -> Event:
        position = EVENTS[local(element)]
        on_edge = position is EventPosition.BOUNDARY
        definitions = self._triggers.definitions(element)
        only = definitions[0] if len(definitions) == 1 else None
        ends = "cancelActivity" if on_edge else "isInterrupting"
        step = near.meant(element.get("attachedToRef"), Sort.NODE) if on_edge else ""
        return Event(
            **self._common(element, place),
            position=position,
            trigger=trigger_of(element, definitions),
            timer=None if only is None else timer_of(only),
            condition="" if only is None else condition_of(only),
            about=None if only is None else self._triggers.about(element, only),
            attached_to=step or None,
            interrupting=is_true(element, ends, otherwise=True),
        )


def read_flow(element: Element, identities: Identities, near: Neighbours) -> Flow:
    """Return the arrow that a sequence flow element draws; an end that is nowhere is empty."""
    condition = element.find(bpmn("conditionExpression"))
    text = "" if condition is None else text_of(condition)
    return Flow(
        id=identities.of(element),
        source=near.meant(element.get("sourceRef"), Sort.NODE),
        target=near.meant(element.get("targetRef"), Sort.NODE),
        name=name_of(element),
        condition=text or None,
        extensions=ours.extensions(element),
        line=element.sourceline,
    )


def documentation(element: Element) -> str:
    """Return an element's documentation as plain text, paragraphs apart."""
    texts = (text_of(each) for each in element.iterchildren(bpmn("documentation")))
    return "\n\n".join(text for text in texts if text)


def _default(element: Element, near: Neighbours) -> str | None:
    drawn = element.get("default", "").strip()
    return near.meant(drawn, Sort.FLOW) or drawn or None
