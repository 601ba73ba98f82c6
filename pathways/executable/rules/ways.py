"""How ways part: conditions where they are read, splits that say what they mean."""

from collections.abc import Iterator

from pathways.executable.original import Original
from pathways.executable.rules.complaint import about, about_flow, called
from pathways.model.drawing import (
    Choice,
    ChoiceKind,
    Drawing,
    Event,
    EventPosition,
    Flow,
    Node,
    Step,
    StepKind,
)
from pathways.model.finding import Finding, Severity

_CONDITIONAL = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.INCLUSIVE})
_COMPLEX = (
    "{it} is a complex gateway, which does not run. Draw an exclusive gateway (one way), a "
    "parallel gateway (all ways) or an inclusive gateway (one way or several)."
)
_SPLIT = (
    "{it} has several arrows out, and it is not clear whether one is taken or all. Draw a choice "
    "after it: an exclusive gateway for one way, a parallel gateway for all of them."
)
_NOT_BESIDE = (
    "{it} sits on a step of another sub-process than its own. Draw it on the edge of its step anew."
)
_STOPS = "The way stops at {it}. Draw an arrow to what comes next, or to an end."
_ENDED = "{it} is an end and has an arrow out, which nobody would follow. Delete the arrow."
_STARTED = "{it} is a start and has an arrow in. Draw the arrow to the first step after it instead."
_NO_DEFAULT = (
    "{it} has a condition on every way. If none is true, the case cannot go on: mark one of the "
    "ways as the default flow."
)
_NOT_AN_EVENT = (
    "{it} waits for whatever happens first, so each of its arrows must lead to an event that "
    "waits, or to a receive task."
)


def ways(drawing: Drawing, original: Original) -> Iterator[Finding]:
    """Yield a finding for every way that would not be taken as drawn."""
    yield from _crossing(drawing)
    for node in drawing.nodes.values():
        flows = drawing.outgoing(node.id)
        if isinstance(node, Choice):
            yield from _choice(node, flows, drawing)
        else:
            yield from _no_choice(node, flows, drawing, original)


def _crossing(drawing: Drawing) -> Iterator[Finding]:
    for flow in drawing.flows.values():
        source, target = drawing.nodes[flow.source], drawing.nodes[flow.target]
        if source.inside != target.inside:
            message = (
                f"{_way(flow)} leads from {called(source)} to {called(target)} through the edge of "
                "a sub-process. Draw it to the sub-process itself, or to an end inside of it."
            )
            yield about_flow(flow, "crossing_flow", message)
    for event in drawing.events():
        host = drawing.nodes.get(event.attached_to or "")
        if host is not None and host.inside != event.inside:
            yield about(event, "crossing_event", _NOT_BESIDE)


def _choice(choice: Choice, flows: tuple[Flow, ...], drawing: Drawing) -> Iterator[Finding]:
    if choice.kind is ChoiceKind.COMPLEX:
        yield about(choice, "complex_gateway", _COMPLEX)
    elif choice.kind in _CONDITIONAL:
        yield from _conditional(choice, flows)
    else:
        yield from _unread_conditions(choice, flows)
    if choice.kind is ChoiceKind.EVENT_BASED and not all(_waits(drawing, flow) for flow in flows):
        yield about(choice, "not_an_event", _NOT_AN_EVENT)
    if not flows:
        yield about(choice, "dead_end", _STOPS)


def _conditional(choice: Choice, flows: tuple[Flow, ...]) -> Iterator[Finding]:
    if len(flows) == 1 and flows[0].condition is not None:
        yield _unread(choice, flows[0])
    if len(flows) < 2:  # noqa: PLR2004 - a way parts where there are two
        return
    for flow in flows:
        if flow.condition is None and flow.id != choice.default:
            message = (
                f"{_way(flow)} out of {called(choice)} has no condition, so nobody knows when it "
                "is taken. Write a condition on it, or mark it as the default flow."
            )
            yield about_flow(flow, "no_condition", message)
    if choice.default is None and all(flow.condition is not None for flow in flows):
        yield about(choice, "no_default", _NO_DEFAULT, severity=Severity.WARNING)


def _no_choice(
    node: Node, flows: tuple[Flow, ...], drawing: Drawing, original: Original
) -> Iterator[Finding]:
    yield from _unread_conditions(node, flows)
    position = node.position if isinstance(node, Event) else None
    if position is EventPosition.END:
        if flows:
            yield about(node, "arrow_out_of_end", _ENDED)
    elif not flows and not original.by_event(node.id):
        yield about(node, "dead_end", _STOPS)
    elif len(flows) > 1:
        yield about(node, "implicit_split", _SPLIT)
    if position is EventPosition.START and drawing.incoming(node.id):
        yield about(node, "arrow_into_start", _STARTED)


def _unread_conditions(node: Node, flows: tuple[Flow, ...]) -> Iterator[Finding]:
    return (_unread(node, flow) for flow in flows if flow.condition is not None)


def _unread(node: Node, flow: Flow) -> Finding:
    message = (
        f"{_way(flow)} out of {called(node)} has a condition, which is read only where a choice "
        "has several ways. Draw an exclusive gateway there, or take the condition off the arrow."
    )
    return about_flow(flow, "condition_not_read", message)


def _way(flow: Flow) -> str:
    return f"The arrow “{flow.name or flow.id}”"


def _waits(drawing: Drawing, flow: Flow) -> bool:
    target = drawing.nodes.get(flow.target)
    if isinstance(target, Event):
        return target.position is EventPosition.CATCH
    return isinstance(target, Step) and target.kind is StepKind.RECEIVE
