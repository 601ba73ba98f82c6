"""How a finding about an element of the drawing is put."""

from pathways.bpmn.names import spoken
from pathways.model.drawing import Choice, Event, EventPosition, Flow, Node, Step
from pathways.model.finding import Finding, Severity

FILE = "pathway.bpmn"


def about(node: Node, rule: str, message: str, *, severity: Severity = Severity.ERROR) -> Finding:
    """Return a finding about a node; `{it}` in the message is what the drawing calls the node."""
    said = message.replace("{it}", called(node))
    return Finding(
        rule=rule,
        message=said[:1].upper() + said[1:],
        severity=severity,
        file=FILE,
        element=node.id,
        line=node.line,
    )


def about_flow(flow: Flow, rule: str, message: str) -> Finding:
    """Return a finding about an arrow."""
    return Finding(rule=rule, message=message, file=FILE, element=flow.id, line=flow.line)


def about_all(rule: str, message: str) -> Finding:
    """Return a finding about the drawing as a whole."""
    return Finding(rule=rule, message=message, file=FILE)


def called(node: Node) -> str:
    """Return what a person calls a node: `“Ask for it”`, or its kind and id without a name."""
    return spoken(node.name, node.id, _kind(node))


def _kind(node: Node) -> str:
    if isinstance(node, Step):
        return "step"
    if isinstance(node, Choice):
        return "choice"
    if isinstance(node, Event) and node.position is EventPosition.START:
        return "start"
    return "end" if isinstance(node, Event) and node.position is EventPosition.END else "event"
