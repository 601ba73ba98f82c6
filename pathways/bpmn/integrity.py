"""What a file must keep by itself: ids once, references that lead somewhere."""

from collections.abc import Container, Mapping
from dataclasses import replace

from pathways.bpmn.identities import Identities
from pathways.bpmn.names import identity, title
from pathways.bpmn.notebook import Notebook
from pathways.model.drawing import Association, AssociationKind, Flow
from pathways.model.finding import Severity
from pathways.model.node import Choice, Event, EventPosition, Node, Step
from pathways.model.spoken import called, shortened


def note_repeated_ids(identities: Identities, notebook: Notebook) -> None:
    """Note every BPMN element whose id another one has too."""
    for element, first in identities.repeated():
        notebook.note(
            "repeated_id",
            f"{title(element)} has the id “{shortened(identity(element))}”, which line "
            f"{first.sourceline} has too. Give one of them another id.",
            element,
        )


def whole_nodes(nodes: Mapping[str, Node], notebook: Notebook) -> dict[str, Node]:
    """Return the nodes; an event on no step sits nowhere, and that is a finding."""
    whole: dict[str, Node] = {}
    for node in nodes.values():
        whole[node.id] = node
        if (
            isinstance(node, Event)
            and node.position is EventPosition.BOUNDARY
            and not isinstance(nodes.get(node.attached_to or ""), Step)
        ):
            _note_loose_event(node, notebook)
            whole[node.id] = replace(node, attached_to=None)
    return whole


def whole_defaults(
    nodes: Mapping[str, Node], flows: Mapping[str, Flow], notebook: Notebook
) -> dict[str, Node]:
    """Return the nodes; a way to go otherwise that is none of a node's ways is a finding."""
    whole: dict[str, Node] = {}
    for node in nodes.values():
        whole[node.id] = node
        if isinstance(node, Choice | Step) and node.default is not None:
            flow = flows.get(node.default)
            if flow is None or flow.source != node.id:
                _note_loose_default(node, node.default, notebook)
                whole[node.id] = replace(node, default=None)
    return whole


def whole_flows(
    flows: Mapping[str, Flow], nodes: Mapping[str, Node], notebook: Notebook
) -> dict[str, Flow]:
    """Return the arrows that have both ends; loose ones are a finding.

    Args:
        flows: All arrows, by id.
        nodes: What they can touch, by id.
        notebook: Where findings go.
    """
    whole = {
        flow.id: flow for flow in flows.values() if flow.source in nodes and flow.target in nodes
    }
    for flow in flows.values():
        if flow.id not in whole:
            _note_loose(flow, nodes, notebook)
    return whole


def whole_associations(
    associations: Mapping[str, Association], drawn: Container[str], shown: Mapping[str, str]
) -> dict[str, Association]:
    """Return the dotted lines that have both ends.

    What leads to a step's own variables, which nothing draws, is left out.

    Args:
        associations: All dotted lines, by id.
        drawn: Ids of what they can touch.
        shown: Id of data that is not drawn itself -> what draws it.
    """
    ends = (
        replace(
            line,
            source=shown.get(line.source, line.source),
            target=shown.get(line.target, line.target),
        )
        for line in associations.values()
    )
    return {line.id: line for line in ends if line.source in drawn and line.target in drawn}


def note_loose_associations(
    associations: Mapping[str, Association], whole: Container[str], notebook: Notebook
) -> None:
    """Note the plain dotted lines that lead nowhere; those to data are often not drawn at all."""
    for line in associations.values():
        if line.id not in whole and line.kind is AssociationKind.PLAIN:
            notebook.note_at(
                "loose_association",
                f"The dotted line “{shortened(line.id)}” leads nowhere. Connect both of its ends, "
                "or delete it.",
                element=line.id,
                line=line.line,
                severity=Severity.WARNING,
            )


def _note_loose(flow: Flow, nodes: Mapping[str, Node], notebook: Notebook) -> None:
    name = f"The arrow “{shortened(flow.name or flow.id)}”"
    ends = [verb for verb, end in (("starts", flow.source), ("ends", flow.target)) if not end]
    wrong = " and ".join(ends) or "does not connect two steps, so it ends"
    near = [nodes[end] for end in (flow.source, flow.target) if end in nodes]
    beside = f", beside {called(near[0])}" if near else ""
    notebook.note_at(
        "loose_flow",
        f"{name} {wrong} nowhere{beside}. Connect it to a step, a choice or an event of the same "
        "process, or delete it.",
        element=flow.id,
        line=flow.line,
    )


def _note_loose_event(event: Node, notebook: Notebook) -> None:
    notebook.note_at(
        "loose_boundary",
        f"{called(event)} does not sit on a step of the process. Draw it on the edge of the step "
        "that it belongs to.",
        element=event.id,
        line=event.line,
    )


def _note_loose_default(node: Choice | Step, default: str, notebook: Notebook) -> None:
    notebook.note_at(
        "loose_default",
        f"{called(node)} names “{shortened(default)}” as the way to go otherwise, and that is not "
        "one of its ways. Mark one of its arrows as the default flow.",
        element=node.id,
        line=node.line,
    )
