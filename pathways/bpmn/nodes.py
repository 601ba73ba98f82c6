"""Steps, choices and events: one XML element each, read to one frozen value each."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml.etree import _Element as Element

from pathways.bpmn.names import (
    BPMN,
    CHOICES,
    EVENTS,
    FINGERPOST,
    STEPS,
    TIMERS,
    TRIGGERS,
    bpmn,
    identity,
    is_bpmn,
    local,
    ref,
    title,
    words_of,
)
from pathways.bpmn.notebook import Notebook
from pathways.model.drawing import (
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Flow,
    Node,
    Step,
    StepKind,
    Timer,
    Trigger,
)

NO_EXTENSIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands: its lane, and the sub-process or called process around it."""

    lane: str | None
    inside: str | None


def read_step(element: Element, place: Place) -> Step:
    """Return the step that an activity element draws."""
    kind = STEPS[local(element)]
    return Step(
        id=identity(element),
        name=words_of(element.get("name")),
        lane=place.lane,
        documentation=documentation(element),
        extensions=extensions(element),
        inside=place.inside,
        line=element.sourceline,
        kind=kind,
        calls=element.get("calledElement", "").strip() if kind is StepKind.CALL else "",
    )


def read_choice(element: Element, place: Place) -> Choice:
    """Return the choice that a gateway element draws."""
    kind: ChoiceKind = CHOICES[local(element)]
    return Choice(
        id=identity(element),
        name=words_of(element.get("name")),
        lane=place.lane,
        documentation=documentation(element),
        extensions=extensions(element),
        inside=place.inside,
        line=element.sourceline,
        kind=kind,
        default=element.get("default", "").strip() or None,
    )


def read_event(
    element: Element, place: Place, *, shared: Mapping[str, Element], notebook: Notebook
) -> Event:
    """Return the event that an event element draws; several triggers at once are a finding.

    Args:
        element: The event.
        place: Where it stands.
        shared: The definitions at the top of the file that it may refer to, by id.
        notebook: Where findings go.
    """
    position = EVENTS[local(element)]
    trigger, timer = _trigger(element, shared, notebook)
    return Event(
        id=identity(element),
        name=words_of(element.get("name")),
        lane=place.lane,
        documentation=documentation(element),
        extensions=extensions(element),
        inside=place.inside,
        line=element.sourceline,
        position=position,
        trigger=trigger,
        timer=timer,
        attached_to=(
            element.get("attachedToRef", "").strip() or None
            if position is EventPosition.BOUNDARY
            else None
        ),
        interrupting=_interrupting(element, position),
    )


def read_flow(element: Element, nodes: Mapping[str, Node]) -> Flow:
    """Return the arrow that a sequence flow element draws."""
    condition = element.find(bpmn("conditionExpression"))
    text = "" if condition is None else "".join(condition.itertext()).strip()
    return Flow(
        id=identity(element),
        source=ref(element.get("sourceRef"), nodes),
        target=ref(element.get("targetRef"), nodes),
        name=words_of(element.get("name")),
        condition=text or None,
        line=element.sourceline,
    )


def documentation(element: Element) -> str:
    """Return an element's documentation as plain text, paragraphs apart."""
    texts = (
        "".join(each.itertext()).strip() for each in element.iterchildren(bpmn("documentation"))
    )
    return "\n\n".join(text for text in texts if text)


def extensions(element: Element) -> Mapping[str, str]:
    """Return an element's attributes in our namespace, by local name."""
    ours = f"{{{FINGERPOST}}}"
    found = {
        str(name).removeprefix(ours): str(value).strip()
        for name, value in element.attrib.items()
        if str(name).startswith(ours)
    }
    return MappingProxyType(found) if found else NO_EXTENSIONS


def _interrupting(element: Element, position: EventPosition) -> bool:
    attribute = "cancelActivity" if position is EventPosition.BOUNDARY else "isInterrupting"
    return element.get(attribute, "true").strip() not in {"false", "0"}


def _trigger(
    element: Element, shared: Mapping[str, Element], notebook: Notebook
) -> tuple[Trigger, Timer | None]:
    definitions = _definitions(element, shared)
    if len(definitions) > 1:
        notebook.note(
            "several_triggers",
            f"{title(element)} waits for or sends {len(definitions)} things at once, and one is "
            "read. Draw an event for each of them.",
            element,
        )
    if not definitions:
        return Trigger.NONE, None
    trigger = TRIGGERS[local(definitions[0])]
    return trigger, _timer(definitions[0]) if trigger is Trigger.TIMER else None


def shared_definitions(root: Element) -> Mapping[str, Element]:
    """Return the event definitions at the top of a file, by id."""
    top = root.iterchildren(f"{{{BPMN}}}*")
    return {identity(each): each for each in top if local(each) in TRIGGERS and identity(each)}


def _definitions(element: Element, shared: Mapping[str, Element]) -> list[Element]:
    """The event's own definitions, and those at the top of the file that it refers to."""
    own = [child for child in element.iterchildren() if is_bpmn(child) and local(child) in TRIGGERS]
    names = (ref(each.text, shared) for each in element.iterchildren(bpmn("eventDefinitionRef")))
    return own + [shared[name] for name in names if name in shared]


def _timer(definition: Element) -> Timer | None:
    for child in definition.iterchildren():
        kind = TIMERS.get(local(child)) if is_bpmn(child) else None
        if kind is not None:
            return Timer(kind=kind, text="".join(child.itertext()).strip())
    return None
