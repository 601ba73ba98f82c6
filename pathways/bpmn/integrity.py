"""What a file must keep by itself: ids once, references that lead somewhere, a whole picture."""

from collections.abc import Collection, Iterator, Mapping

from lxml.etree import _Element as Element

from pathways.bpmn.names import BPMN, identity, spoken, title
from pathways.bpmn.notebook import Notebook
from pathways.model.drawing import Choice, Drawing, Event, EventPosition, Flow, Node
from pathways.model.finding import Finding


def note_repeated_ids(root: Element, notebook: Notebook) -> None:
    """Note every BPMN element whose id another one has too."""
    first: dict[str, Element] = {}
    for element in root.iter(f"{{{BPMN}}}*"):
        name = identity(element)
        if name and first.setdefault(name, element) is not element:
            notebook.note(
                "repeated_id",
                f"{title(element)} has the id “{name}”, which line {first[name].sourceline} has "
                "too. Give one of them another id.",
                element,
            )


def note_broken_references(
    nodes: Mapping[str, Node],
    flows: Mapping[str, Flow],
    unread: Collection[str],
    notebook: Notebook,
) -> None:
    """Note arrows without an end, events on no step, and defaults that are no way out."""
    for flow in flows.values():
        for end, name in (("starts", flow.source), ("ends", flow.target)):
            if name not in nodes and name not in unread:
                _note_loose(flow, end, name, notebook)
    for node in nodes.values():
        if isinstance(node, Event) and node.position is EventPosition.BOUNDARY:
            _check_attached(node, nodes, unread, notebook)
        elif isinstance(node, Choice) and node.default is not None:
            _check_default(node, flows, notebook)


def undrawn(drawing: Drawing, *, file: str = "pathway.bpmn") -> tuple[Finding, ...]:
    """Return a finding for each node and arrow of the main way that the diagram part does not draw.

    Where there is no diagram part at all, that is one finding.
    """
    if not (drawing.shapes or drawing.edges):
        message = (
            "The file has no diagram part, so there is no picture of it. Open it in a BPMN editor "
            "that lays it out, and save it again."
        )
        return (Finding(rule="no_diagram", message=message, file=file),)
    return tuple(_undrawn(drawing, file))


def _undrawn(drawing: Drawing, file: str) -> Iterator[Finding]:
    main = [node for node in drawing.nodes.values() if node.inside is None]
    for node in main:
        if node.id not in drawing.shapes:
            yield _invisible(spoken(node.name, node.id, "element"), node.id, node.line, file)
    ids = {node.id for node in main}
    for flow in drawing.flows.values():
        if flow.source in ids and flow.id not in drawing.edges:
            ends = " to ".join(
                spoken(drawing.nodes[end].name, end, "element")
                for end in (flow.source, flow.target)
            )
            yield _invisible(f"the arrow from {ends}", flow.id, flow.line, file)


def _invisible(what: str, element: str, line: int | None, file: str) -> Finding:
    message = (
        f"{what[:1].upper()}{what[1:]} is in the file but not in its picture, so nobody would see "
        "it. Draw it in a BPMN editor, or take it out of the file."
    )
    return Finding(rule="not_drawn", message=message, file=file, element=element, line=line)


def _note_loose(flow: Flow, end: str, name: str, notebook: Notebook) -> None:
    called = f"The arrow “{flow.name}”" if flow.name else f"The arrow “{flow.id}”"
    where = f"at “{name}”, which is not in the process" if name else "nowhere"
    notebook.note_at(
        "loose_flow",
        f"{called} {end} {where}. Connect it to a step, a choice or an event of the same process, "
        "or delete it.",
        element=flow.id,
        line=flow.line,
    )


def _check_attached(
    event: Event, nodes: Mapping[str, Node], unread: Collection[str], notebook: Notebook
) -> None:
    if event.attached_to in unread or event.attached_to in nodes:
        return
    notebook.note_at(
        "loose_boundary",
        f"The event {spoken(event.name, event.id, 'event')} does not sit on a step of the "
        "process. Draw it on the edge of the step that it belongs to.",
        element=event.id,
        line=event.line,
    )


def _check_default(choice: Choice, flows: Mapping[str, Flow], notebook: Notebook) -> None:
    flow = flows.get(choice.default or "")
    if flow is None or flow.source != choice.id:
        notebook.note_at(
            "loose_default",
            f"The choice {spoken(choice.name, choice.id, 'choice')} names “{choice.default}” as "
            "the way to go otherwise, and that is not one of its ways. Mark one of its arrows as "
            "the default flow.",
            element=choice.id,
            line=choice.line,
        )
