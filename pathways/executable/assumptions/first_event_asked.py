"""A wait for whatever happens first, where nothing tells which it was."""

from dataclasses import dataclass, replace

from pathways.executable.asking import answers_for, lane_for, words_for
from pathways.executable.assumption import Assumption
from pathways.executable.conditions import answered
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_mark, as_message_event, question_step
from pathways.executable.made_up_forms import WAY, way_form
from pathways.executable.waits import Bringing
from pathways.model.drawing import Flow
from pathways.model.finding import Severity
from pathways.model.node import (
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Loop,
    Node,
    Step,
    StepKind,
)
from pathways.model.rule import about

_MESSAGE = (
    "{it} waits for whatever happens first, and nothing here tells which of them it was: a person "
    "is asked. Draw a step for the person who answers, with a deadline on its edge."
)
_MERE = "{it} waits for whatever happens first, and nothing can happen there: it is passed."
_HEADING = "Say what has happened"
_MOST_WAYS_OF_A_MERGE = 1


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways out of a gateway: those that happen by themselves, and those that are asked for."""

    by_themselves: tuple[Flow, ...]
    asked: tuple[Flow, ...]


def _assume(revision: Revision) -> None:
    bringing = Bringing(revision)
    for choice in revision.drawing.choices():
        if choice.kind is ChoiceKind.EVENT_BASED and not choice.all_events:
            ways = _ways(choice, revision, bringing)
            if not ways.by_themselves and len(ways.asked) <= _MOST_WAYS_OF_A_MERGE:
                _pass(choice, revision)
            elif ways.asked:
                _ask(choice, ways, revision)


def _ways(choice: Choice, revision: Revision, bringing: Bringing) -> _Ways:
    drawing = revision.drawing
    flows = drawing.outgoing(choice.id)
    happening = [
        flow
        for flow in flows
        if _happens(drawing.nodes[flow.target], revision, bringing)
        and len(drawing.incoming(flow.target)) == 1
        and drawing.nodes[flow.target].scope == choice.scope
    ]
    return _Ways(tuple(happening), tuple(flow for flow in flows if flow not in happening))


def _happens(node: Node, revision: Revision, bringing: Bringing) -> bool:
    if isinstance(node, Step):
        return _is_wait(node, revision) and node.loop is Loop.NONE
    catches = isinstance(node, Event) and node.position is EventPosition.CATCH
    return catches and isinstance(node, Event) and bringing.brings(node)


def _pass(choice: Choice, revision: Revision) -> None:
    revision.put(replace(choice, kind=ChoiceKind.EXCLUSIVE))
    revision.tell(about(choice, _MERE))


def _ask(choice: Choice, ways: _Ways, revision: Revision) -> None:
    """Ask in front of the gateway, with the deadlines on the edge of the question."""
    drawing = revision.drawing
    name = f"{_HEADING}: {choice.name}" if choice.name else _HEADING
    step = question_step(
        revision.fresh_id(f"what_happened_at_{choice.id}"),
        name,
        near=choice,
        lane=lane_for(choice, revision),
    )
    revision.make_up(step, for_=choice.id)
    for flow in drawing.incoming(choice.id):
        revision.redraw(flow, target=step.id)
    for flow in ways.by_themselves:
        _put_on_edge(flow, step, revision)
    revision.connect(step.id, choice.id)
    answers = answers_for(ways.asked)
    options = [(answer, words_for(flow, drawing)) for answer, flow in answers]
    revision.forms[step.id] = way_form(step.id, title=name, asks="What has happened?", ways=options)
    last = ways.asked[-1].id  # an answer has been given: the last way needs no condition
    for answer, flow in answers:
        _answer(flow, None if flow.id == last else answered(step.id, WAY, answer), revision)
    revision.put(replace(choice, kind=ChoiceKind.EXCLUSIVE, default=last))
    revision.tell(about(choice, _MESSAGE))


def _put_on_edge(flow: Flow, step: Step, revision: Revision) -> None:
    node = revision.drawing.nodes[flow.target]
    event = as_message_event(node) if isinstance(node, Step) else node
    if isinstance(event, Event):
        on_edge = replace(
            event, position=EventPosition.BOUNDARY, attached_to=step.id, interrupting=True
        )
        revision.put(on_edge)
        del revision.flows[flow.id]


def _answer(flow: Flow, condition: str | None, revision: Revision) -> None:
    """Let an answer choose a way; what was waited for there has happened."""
    drawing = revision.drawing
    target = drawing.nodes[flow.target]
    revision.flows[flow.id] = replace(revision.flows[flow.id], condition=condition)
    if len(drawing.incoming(target.id)) == 1 and _is_wait(target, revision):
        revision.put(as_mark(target))


def _is_wait(node: Node, revision: Revision) -> bool:
    if isinstance(node, Step):
        return node.kind is StepKind.RECEIVE and not revision.drawing.boundaries(node.id)
    return isinstance(node, Event) and node.position is EventPosition.CATCH


ASSUMPTION = Assumption(
    name="first_event_asked",
    severity=Severity.WARNING,
    title="Where nothing tells which event came first, a person says it.",
    assume=_assume,
)
