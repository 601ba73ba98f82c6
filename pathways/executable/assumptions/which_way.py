"""A choice that the drawing leaves open: a person is asked which way to go."""

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
from pathways.model.rule import Complaint, about
from pathways.model.spoken import shortened

_CONDITIONAL = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.INCLUSIVE})
#: A way parts where there are two.
_PARTING = 2
_MOST_NAMED = 4


def _assume(revision: Revision) -> None:
    readable = Readable(revision)
    for each in revision.drawing.choices():
        flows = revision.drawing.outgoing(each.id)
        if each.kind not in _CONDITIONAL or len(flows) < _PARTING:
            continue
        asked = [
            flow for flow in flows if flow.id == each.default or not readable.reads(flow.condition)
        ]
        if [flow.id for flow in asked] in ([], [each.default]):
            continue
        if each.kind is ChoiceKind.INCLUSIVE:
            _ask_for_several(each, asked, revision)
        elif len(asked) == len(flows):
            _ask_for_one(each, asked, revision)
        else:
            _ask_when_none_is_true(each, asked, revision)
        revision.tell(_complaint(each, asked, revision))


def _ask_for_one(open_: Choice, asked: list[Flow], revision: Revision) -> None:
    """Ask in front of the choice; its ways read the answer."""
    step = asked_at(open_, revision)
    for flow in revision.drawing.incoming(open_.id):
        revision.redraw(flow, target=step.id)
    revision.connect(step.id, open_.id)
    _offer(step, open_, asked, revision)
    revision.put(replace(open_, default=_last(open_, asked)))


def _ask_when_none_is_true(open_: Choice, asked: list[Flow], revision: Revision) -> None:
    """Ask behind the choice, and only when none of its conditions is true."""
    step = asked_at(open_, revision)
    after = choice(
        revision.fresh_id(f"ways_after_{step.id}"),
        ChoiceKind.EXCLUSIVE,
        near=open_,
        default=_last(open_, asked),
    )
    revision.make_up(after, for_=open_.id)
    otherwise = revision.connect(open_.id, step.id)
    revision.connect(step.id, after.id)
    for flow in asked:
        revision.redraw(flow, source=after.id)
    _offer(step, open_, asked, revision)
    revision.put(replace(open_, default=otherwise.id))


def _ask_for_several(open_: Choice, asked: list[Flow], revision: Revision) -> None:
    """Ask in front of the choice, once all ways into it have come together."""
    drawing = revision.drawing
    step = asked_at(open_, revision)
    incoming = drawing.incoming(open_.id)
    first = step.id
    if len(incoming) > 1:
        join = choice(revision.fresh_id(f"ways_into_{open_.id}"), ChoiceKind.INCLUSIVE, near=open_)
        revision.make_up(join, for_=open_.id)
        revision.connect(join.id, step.id)
        first = join.id
    for flow in incoming:
        revision.redraw(flow, target=first)
    revision.connect(step.id, open_.id)
    answers = answers_for(asked)
    for answer, flow in answers:
        now = revision.flows[flow.id]
        revision.flows[flow.id] = replace(now, condition=among(step.id, WAYS, answer))
    revision.forms[step.id] = ways_form(
        step.id,
        title=step.name,
        asks=question_at(open_),
        ways=[(answer, words_for(flow, drawing)) for answer, flow in answers],
        needed=len(asked) == len(drawing.outgoing(open_.id)),
    )
    revision.put(replace(open_, default=None))


def _offer(step: Step, open_: Choice, asked: list[Flow], revision: Revision) -> None:
    """Make up the form, and the conditions that read its answer; the default way needs none."""
    last = _last(open_, asked)
    answers = answers_for(asked)
    for answer, flow in answers:
        condition = None if flow.id == last else answered(step.id, WAY, answer)
        revision.flows[flow.id] = replace(revision.flows[flow.id], condition=condition)
    revision.forms[step.id] = way_form(
        step.id,
        title=step.name,
        asks=question_at(open_),
        ways=[(answer, words_for(flow, revision.drawing)) for answer, flow in answers],
    )


def _last(open_: Choice, asked: list[Flow]) -> str:
    """The way that needs no condition: the drawn default, or the last one."""
    return open_.default or asked[-1].id


def _complaint(open_: Choice, asked: list[Flow], revision: Revision) -> Complaint:
    named = [words_for(flow, revision.drawing) for flow in asked[:_MOST_NAMED]]
    said = "; ".join(named) + ("; …" if len(asked) > _MOST_NAMED else "")
    unread = [flow.condition for flow in asked if flow.condition and flow.id != open_.default]
    why = f"“{shortened(unread[0])}” cannot be read as a condition" if unread else _NOTHING_SAID
    return about(
        open_,
        f"At {{it}} {why}: a person is asked which way to go ({said}). Write a condition "
        "on each arrow but one, and mark that one as the default flow, if answers can tell.",
    )


_NOTHING_SAID = "no condition says which way to go"

ASSUMPTION = Assumption(
    name="which_way",
    severity=Severity.WARNING,
    title="Where a choice does not say which way to go, a person is asked.",
    assume=_assume,
)
