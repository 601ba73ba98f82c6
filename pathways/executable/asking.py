"""Where a question that the drawing leaves open is asked, and in which words."""

import re
from collections.abc import Iterable

from pathways.executable.derived import Revision
from pathways.executable.made_up import mark, question_step
from pathways.model.drawing import Drawing, Flow
from pathways.model.node import Choice, Event, EventPosition, Node, Step
from pathways.model.spoken import shortened

_PLAIN = re.compile(r"[A-Za-z0-9_.-]{1,80}")
#: How far a nameless way is followed for the name of what it leads to.
_FARTHEST = 20
#: How far back a lane is looked for.
_FARTHEST_BACK = 100
_LONGEST = 100
_LONGEST_NAMED = 80


def asked_at(choice: Choice, revision: Revision) -> Step:
    """Make up a step in which a person says which way to go at a choice; its form is to follow."""
    step = question_step(
        revision.fresh_id(f"which_way_at_{revision.before.drawn(choice.id)}"),
        heading_at(choice),
        near=choice,
        lane=lane_for(choice, revision),
    )
    revision.make_up(step, for_=choice.id)
    return step


def asked_about(step: Step, stem: str, title: str, revision: Revision) -> Step:
    """Make up a step in which a person is asked about another one; its form is to follow.

    Args:
        step: The step that it is about.
        stem: How its id begins, e.g. `"how_many_for"`.
        title: What is asked; `{it}` becomes what people call the step.
        revision: What is being derived.
    """
    named = f"“{shortened(step.name, _LONGEST_NAMED)}”" if step.name else "this"
    asking = question_step(
        revision.fresh_id(f"{stem}_{revision.before.drawn(step.id)}"),
        title.replace("{it}", named),
        near=step,
        lane=lane_for(step, revision),
    )
    revision.make_up(asking, for_=step.id)
    return asking


def answers_for(flows: Iterable[Flow]) -> tuple[tuple[str, Flow], ...]:
    """Return each way with the answer that stands for it: its id where plain, else its number."""
    return tuple(
        (flow.id if _PLAIN.fullmatch(flow.id) else f"way_{number}", flow)
        for number, flow in enumerate(flows, start=1)
    )


def words_for(flow: Flow, drawing: Drawing) -> str:
    """Return what people read for a way: its name, or where it leads."""
    if flow.name:
        return shortened(flow.name, _LONGEST)
    node = _ahead(drawing.nodes[flow.target], drawing)
    if node.name:
        return f"To “{shortened(node.name, _LONGEST)}”"
    if isinstance(node, Event) and node.position is EventPosition.END:
        return "To the end"
    return "To the next step" if isinstance(node, Step) else "Go on"


def lane_for(node: Node, revision: Revision) -> str | None:
    """Return the lane in which a question at a node is asked: its own, or of what comes before."""
    drawing = revision.drawing
    if not drawing.lanes:
        return None
    waiting, seen = [node.id], {node.id}
    for _ in range(_FARTHEST_BACK):
        if not waiting:
            break
        here = drawing.nodes[waiting.pop(0)]
        if here.lane is not None:
            return here.lane
        before = [flow.source for flow in drawing.incoming(here.id)]
        before += [here.attached_to] if isinstance(here, Event) and here.attached_to else []
        waiting += [name for name in before if name not in seen]
        seen.update(before)
    around = drawing.nodes.get(node.inside or "")
    return None if around is None else around.lane


def lead_on(step: Step, after: str, revision: Revision) -> str:
    """Let what follows a step follow the choice after it; return the id of the arrow that leads on.

    Several arrows, or none, leave a mark on the way, so that they are still taken together.
    """
    flows = revision.drawing.outgoing(step.id)
    if len(flows) == 1:
        revision.redraw(flows[0], source=after)
        return flows[0].id
    behind = mark(revision.fresh_id(f"after_{step.id}"), near=step)
    revision.make_up(behind, for_=step.id)
    for flow in flows:
        revision.redraw(flow, source=behind.id)
    return revision.connect(after, behind.id).id


def heading_at(node: Node) -> str:
    """Return the heading of a page that asks which way to go at a node."""
    return f"Which way at “{shortened(node.name, _LONGEST)}”?" if node.name else "Which way now?"


def question_at(node: Node) -> str:
    """Return the question that is asked at a node: its own where it is one."""
    return node.name if node.name.endswith("?") else "Which way does it go on?"


def _ahead(node: Node, drawing: Drawing) -> Node:
    """Return the first node that has a name, or at which a way parts or ends."""
    for _ in range(_FARTHEST):
        flows = drawing.outgoing(node.id)
        if node.name or len(flows) != 1 or not isinstance(node, Choice | Event):
            break
        node = drawing.nodes[flows[0].target]
    return node
