"""Builds DMN files for the tests, as an editor would write them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from pathways.dmn import read_decision
from pathways.model.decision import Decision
from pathways.model.decision_table import DecisionTable
from pathways.model.finding import Finding, PathwayInvalid

DMN_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/"
NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)

Row = tuple[Sequence[str], Sequence[str], str]


def dmn(
    rows: Iterable[Row],
    *,
    inputs: Sequence[str] = ("who.age",),
    outputs: Sequence[str] = ("route",),
    policy: str = "",
    inside: str = "",
) -> bytes:
    """Write a table `t`; `inside` goes before the rules."""
    columns = "".join(
        f'<input id="in{n}" label="In {n}"><inputExpression><text>{escape(text)}</text>'
        f"</inputExpression></input>"
        for n, text in enumerate(inputs, start=1)
    )
    columns += "".join(f'<output id="out_{n}" name={quoteattr(n)}/>' for n in outputs)
    rules = "\n".join(rule(number, *row) for number, row in enumerate(rows, start=1))
    return wrapped(
        f'<decisionTable id="t_table" {policy}>{columns}'
        f'<annotation name="because"/>{inside}\n{rules}\n</decisionTable>'
    )


def rule(number: int, conditions: Sequence[str], conclusions: Sequence[str], because: str) -> str:
    cells = "".join(f"<inputEntry><text>{escape(c)}</text></inputEntry>" for c in conditions)
    cells += "".join(f"<outputEntry><text>{escape(c)}</text></outputEntry>" for c in conclusions)
    why = f"<annotationEntry><text>{escape(because)}</text></annotationEntry>"
    return f'<rule id="r{number}">{cells}{why}</rule>'


def wrapped(logic: str, *, namespace: str = DMN_13, beside: str = "", inside: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<definitions xmlns="{namespace}" id="d" name="D" namespace="urn:x">{beside}\n'
        f'<decision id="t" name="Who decides?">{inside}\n{logic}\n</decision></definitions>'
    ).encode()


def read(xml: bytes) -> Decision:
    return read_decision(xml, file="decisions/t.dmn", for_cases=True)


def the_table(decision: Decision) -> DecisionTable:
    assert decision.table is not None
    return decision.table


def with_values(xml: bytes, values: str, *, name: str = "route") -> bytes:
    """Give an output column its values."""
    column = f'name="{name}"'
    listed = f"{column}><outputValues><text>{escape(values)}</text></outputValues></output>"
    return xml.decode().replace(f"{column}/>", listed).encode()


def findings(xml: bytes) -> tuple[Finding, ...]:
    try:
        read(xml)
    except PathwayInvalid as invalid:
        return invalid.findings
    return ()


def only(xml: bytes) -> Finding:
    (finding,) = findings(xml)
    return finding
