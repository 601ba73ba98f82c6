"""Several arrows out of a step, an event or a start."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import choice
from pathways.model.drawing import Flow
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Node, Step
from pathways.model.rule import about

_ALL = (
    "{it} has several arrows out, and all of them are taken at the same time. Draw a parallel "
    "gateway after it if that is meant, or an exclusive one if only one of them is."
)
_SOME = (
    "{it} has several arrows out, some of them with a condition: every arrow is taken whose "
    "condition is true, and so are those without one. Draw an inclusive gateway after it."
)
_ALWAYS = "true"


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for node in drawing.nodes.values():
        flows = drawing.outgoing(node.id)
        if len(flows) > 1 and not isinstance(node, Choice):
            _split(node, flows, revision)


def _split(node: Node, flows: tuple[Flow, ...], revision: Revision) -> None:
    default = node.default if isinstance(node, Step) else None
    some = any(flow.condition is not None and flow.id != default for flow in flows)
    split = choice(
        revision.fresh_id(f"ways_after_{node.id}"),
        ChoiceKind.INCLUSIVE if some else ChoiceKind.PARALLEL,
        near=node,
        default=default if some else None,
    )
    revision.make_up(split, for_=node.id)
    revision.connect(node.id, split.id)
    for flow in flows:
        revision.redraw(flow, source=split.id)
        if some and flow.condition is None and flow.id != default:
            now = revision.flows[flow.id]
            revision.flows[flow.id] = replace(now, condition=_ALWAYS)
    revision.tell(about(node, _SOME if some else _ALL))


ASSUMPTION = Assumption(
    name="implicit_split",
    severity=Severity.WARNING,
    title="Several arrows out of a step are all taken, or those whose conditions are true.",
    assume=_assume,
)
