"""The one way of a choice without a condition: it is taken when no other is."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.conditions import Readable
from pathways.executable.derived import Revision
from pathways.model.drawing import Flow
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind
from pathways.model.rule import about_flow

_CONDITIONAL = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.INCLUSIVE})
#: A way parts where there are two.
_PARTING = 2
_NO_CONDITION = (
    "{it} has no condition, and all other ways have one: it is taken when no other is. Mark it as "
    "the default flow."
)
_UNREADABLE = (
    "{it} has a condition that cannot be read here, and all other ways have one that can: it is "
    "taken when no other is. Mark it as the default flow, or write the condition as FEEL."
)


def _assume(revision: Revision) -> None:
    readable = Readable(revision)
    for choice in revision.drawing.choices():
        flow = _only_open_way(choice, revision, readable)
        if flow is not None:
            revision.put(replace(choice, default=flow.id))
            revision.flows[flow.id] = replace(flow, condition=None)
            message = _NO_CONDITION if flow.condition is None else _UNREADABLE
            revision.tell(about_flow(flow, revision.drawing, message))


def _only_open_way(choice: Choice, revision: Revision, readable: Readable) -> Flow | None:
    flows = revision.drawing.outgoing(choice.id)
    if choice.kind not in _CONDITIONAL or choice.default is not None or len(flows) < _PARTING:
        return None
    left = [flow for flow in flows if not readable.reads(flow.condition)]
    return left[0] if len(left) == 1 else None


ASSUMPTION = Assumption(
    name="otherwise",
    severity=Severity.WARNING,
    title="The one way of a choice without a condition is taken when no other is.",
    assume=_assume,
)
