"""How a complaint about a node, an arrow, a period or a clock is put."""

from pathways.checks.meaning import Meaning
from pathways.model.drawing import Flow
from pathways.model.rule import Complaint, Subject, about, about_flow

PERIODS, CLOCKS = "periods.toml", "clocks.toml"


def about_element(meaning: Meaning, name: str, message: str) -> Complaint:
    """Return a complaint about a node or an arrow; `{it}` becomes what people call it."""
    element = meaning.element(name)
    if isinstance(element, Flow):
        return about_flow(element, meaning.drawing, message)
    return about(element, message)


def about_code(subject: Subject, file: str, code: str, message: str) -> Complaint:
    """Return a complaint about a period or a clock, at the line of its head in its file."""
    sources = {} if subject.pathway is None else subject.pathway.sources
    return Complaint(
        message=message, element=code, file=file, line=_line(sources.get(file, b""), code)
    )


def _line(source: bytes, code: str) -> int | None:
    head = f"[{code}]".encode()
    lines = (number for number, line in enumerate(source.splitlines(), 1) if line.strip() == head)
    return next(lines, None)
