"""A choice with a condition on every way, none of which may be true."""

from dataclasses import replace

from pathways.executable.asking import answers_for, asked_at, question_at, words_for
from pathways.executable.assumption import Assumption
from pathways.executable.conditions import Readable, among, answered
from pathways.executable.derived import Revision
from pathways.executable.made_up import choice
from pathways.executable.made_up_forms import WAY, WAYS, way_form, ways_form
from pathways.model.drawing import Flow
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Step
from pathways.model.rule import about

_CONDITIONAL = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.INCLUSIVE})
#: A way parts where there are two.
_PARTING = 2
_MESSAGE = (
    "{it} has a condition on every way. If none of them is true, a person is asked which way to "
    "go. Mark one of the ways as the default flow."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    readable = Readable(revision)
    for each in drawing.choices():
        flows = drawing.outgoing(each.id)
        if each.kind not in _CONDITIONAL or each.default is not None or len(flows) < _PARTING:
            continue
        if any(_is_sure(flow) or _is_asked(flow, revision) for flow in flows):
            continue
        if all(readable.reads(flow.condition) for flow in flows):
            revision.tell(about(each, _MESSAGE))
            if not any(_waits_for_all(flow, revision) for flow in flows):
                _ask(each, flows, revision)


def _is_sure(flow: Flow) -> bool:
    return flow.condition == "true"


def _is_asked(flow: Flow, revision: Revision) -> bool:
    """Whether the way is one of those that a made-up question asks for."""
    source = flow.condition or ""
    return source.partition(".")[0].rpartition("(")[2] in revision.stands_for


def _waits_for_all(flow: Flow, revision: Revision) -> bool:
    """A second arrow to a join would let it wait for one more."""
    target = revision.drawing.nodes[flow.target]
    return isinstance(target, Choice) and target.kind is ChoiceKind.PARALLEL


def _ask(open_: Choice, flows: tuple[Flow, ...], revision: Revision) -> None:
    step = asked_at(open_, revision)
    after = choice(revision.fresh_id(f"ways_after_{step.id}"), open_.kind, near=open_)
    revision.make_up(after, for_=open_.id)
    otherwise = revision.connect(open_.id, step.id)
    revision.put(replace(open_, default=otherwise.id))
    revision.connect(step.id, after.id)
    _offer(step, after, flows, revision)


def _offer(step: Step, after: Choice, flows: tuple[Flow, ...], revision: Revision) -> None:
    several = after.kind is ChoiceKind.INCLUSIVE
    answers = answers_for(flows)
    for answer, flow in answers:
        condition = among(step.id, WAYS, answer) if several else answered(step.id, WAY, answer)
        made = revision.connect(after.id, flow.target, condition=condition)
    if not several:  # one of the answers has been given: the last way needs no condition
        revision.flows[made.id] = replace(made, condition=None)
        revision.put(replace(after, default=made.id))
    asks = question_at(revision.drawing.nodes[flows[0].source])
    ways = [(answer, words_for(flow, revision.drawing)) for answer, flow in answers]
    revision.forms[step.id] = (
        ways_form(step.id, title=step.name, asks=asks, ways=ways, needed=True)
        if several
        else way_form(step.id, title=step.name, asks=asks, ways=ways)
    )


ASSUMPTION = Assumption(
    name="none_is_true",
    severity=Severity.WARNING,
    title="Where no condition of a choice is true, a person is asked.",
    assume=_assume,
)
