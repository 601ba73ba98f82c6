"""The same drawing and table as the stock library reads them: FEEL becomes Python.

What is translated, and nothing more: `step.question` becomes `step['question']`, an output of the
table its plain name, `=` becomes `==`, `true` and `false` become `True` and `False`; a period's
code becomes its quoted duration; the send task (which is not passed) a plain one; annotations,
which the library cannot read, are left out; numbers that are not whole are floats, because the
library cannot keep Decimal.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lxml import etree

from pathways.executable import executable, papers_of
from pathways.model.node import StepKind
from pathways.model.pathway import Pathway

_BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
_DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
_ADDRESS = re.compile(r"\b([a-z_]\w*)\.([a-z_]\w*)\b")
_EQUALS = re.compile(r"(?<![<>!=])=(?!=)")
_TRUTH = {"true": "True", "false": "False"}


def stock_drawing(pathway: Pathway) -> bytes:
    """Return the executable copy of a drawing with its conditions and times in Python."""
    root = etree.fromstring(executable(pathway.drawing, papers_of(pathway)).xml)
    for condition in root.iter(f"{_BPMN}conditionExpression"):
        condition.text = _python(condition.text or "", pathway)
    for duration in root.iter(f"{_BPMN}timeDuration"):
        duration.text = f'"{pathway.periods[duration.text or ""].duration}"'
    for send in root.iter(f"{_BPMN}sendTask"):
        send.tag = f"{_BPMN}task"
    return etree.tostring(root)


def stock_table(source: bytes, pathway: Pathway) -> bytes:
    """Return a decision table with its expressions and cells in Python."""
    root = etree.fromstring(source)
    for note in (*root.iter(f"{_DMN}annotation"), *root.iter(f"{_DMN}annotationEntry")):
        parent = note.getparent()
        assert parent is not None
        parent.remove(note)
    for expression in root.iter(f"{_DMN}inputExpression"):
        for text in expression.iter(f"{_DMN}text"):
            text.text = _python(text.text or "", pathway)
    for cell in root.iter(f"{_DMN}inputEntry"):
        for text in cell.iter(f"{_DMN}text"):
            text.text = _TRUTH.get(text.text or "", text.text)
    return etree.tostring(root)


def stock_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers as the stock library can keep them."""
    return {
        name: float(answer) if isinstance(answer, Decimal) else answer
        for name, answer in answers.items()
    }


def _python(feel: str, pathway: Pathway) -> str:
    tables = {step.id for step in pathway.drawing.steps() if step.kind is StepKind.DECISION}

    def address(found: re.Match[str]) -> str:
        return found[2] if found[1] in tables else f"{found[1]}[{found[2]!r}]"

    python = _EQUALS.sub("==", _ADDRESS.sub(address, feel))
    return re.sub(r"\b(true|false)\b", lambda found: _TRUTH[found[1]], python)
