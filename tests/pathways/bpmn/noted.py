"""What reading a file notes, checked for what every finding must have."""

from pathways.bpmn import read_drawing
from pathways.model.drawing import Drawing
from pathways.model.node import Choice, Event, Step


def noted(xml: bytes) -> list[tuple[str, str | None]]:
    """Return (rule, element) of every finding; each has its file, its line and a whole sentence."""
    findings = read_drawing(xml).findings
    for each in findings:
        assert each.file == "pathway.bpmn"
        assert each.line
        assert each.message.endswith(".")
        assert each.message[0].upper() == each.message[0]
    return [(each.rule, each.element) for each in findings]


def messages(xml: bytes) -> str:
    """Return all messages of a file's findings, one a line."""
    return "\n".join(each.message for each in read_drawing(xml).findings)


def step(drawing: Drawing, name: str) -> Step:
    """Return a step of a drawing."""
    node = drawing.nodes[name]
    assert isinstance(node, Step)
    return node


def event(drawing: Drawing, name: str) -> Event:
    """Return an event of a drawing."""
    node = drawing.nodes[name]
    assert isinstance(node, Event)
    return node


def choice(drawing: Drawing, name: str) -> Choice:
    """Return a choice of a drawing."""
    node = drawing.nodes[name]
    assert isinstance(node, Choice)
    return node
