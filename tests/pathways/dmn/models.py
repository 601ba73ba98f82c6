"""Builds DMN files of several decisions for the tests, and asks them."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pathways.dmn import evaluate, read_decision
from pathways.model.decision import Outcome
from tests.pathways.dmn.tables import DMN_13, NOW


def text(said: str, *, kind: str = "") -> str:
    """Write a literal expression."""
    typed = f" typeRef={quoteattr(kind)}" if kind else ""
    return f"<literalExpression{typed}><text>{escape(said)}</text></literalExpression>"


def variable(name: str, kind: str = "") -> str:
    typed = f" typeRef={quoteattr(kind)}" if kind else ""
    return f"<variable name={quoteattr(name)}{typed}/>"


def identifier(name: str) -> str:
    return "_" + "".join(letter if letter.isalnum() else "_" for letter in name)


def data(name: str, kind: str = "") -> str:
    id_ = identifier(name)
    return f'<inputData id="{id_}" name={quoteattr(name)}>{variable(name, kind)}</inputData>'


def needs(
    *, data: Sequence[str] = (), decisions: Sequence[str] = (), models: Sequence[str] = ()
) -> str:
    """Write the requirements of a decision or a knowledge model."""
    asked = [("requiredInput", name) for name in data]
    asked += [("requiredDecision", name) for name in decisions]
    arrows = [
        f'<informationRequirement><{kind} href="#{identifier(name)}"/></informationRequirement>'
        for kind, name in asked
    ]
    arrows += [
        f'<knowledgeRequirement><requiredKnowledge href="#{identifier(name)}"/>'
        "</knowledgeRequirement>"
        for name in models
    ]
    return "".join(arrows)


def decision(
    name: str, logic: str, *, kind: str = "", needing: str = "", id_: str = "", why: str = ""
) -> str:
    head = f'<decision id="{id_ or identifier(name)}" name={quoteattr(name)}>'
    said = f"<description>{escape(why)}</description>" if why else ""
    return f"{head}{said}{variable(name, kind)}{needing}{logic}</decision>"


def model(
    name: str, parameters: Mapping[str, str], logic: str, *, kind: str = "", needing: str = ""
) -> str:
    """Write a business knowledge model."""
    formal = parameters_of(parameters)
    return (
        f'<businessKnowledgeModel id="{identifier(name)}" name={quoteattr(name)}>'
        f"{variable(name, kind)}<encapsulatedLogic>{formal}{logic}</encapsulatedLogic>"
        f"{needing}</businessKnowledgeModel>"
    )


def parameters_of(parameters: Mapping[str, str]) -> str:
    return "".join(
        f"<formalParameter name={quoteattr(name)}{f' typeRef={quoteattr(kind)}' if kind else ''}/>"
        for name, kind in parameters.items()
    )


def item(
    name: str,
    kind: str = "",
    *,
    allowed: str = "",
    components: Mapping[str, str] | None = None,
    many: bool = False,
    constraint: str = "",
) -> str:
    """Write an item definition."""
    inside = f"<typeRef>{kind}</typeRef>" if kind else ""
    if allowed:
        inside += f"<allowedValues><text>{escape(allowed)}</text></allowedValues>"
    for entry, of in (components or {}).items():
        inside += f"<itemComponent name={quoteattr(entry)}><typeRef>{of}</typeRef></itemComponent>"
    if constraint:
        inside += f"<typeConstraint><text>{escape(constraint)}</text></typeConstraint>"
    is_many = ' isCollection="true"' if many else ""
    return f"<itemDefinition name={quoteattr(name)}{is_many}>{inside}</itemDefinition>"


def table(
    inputs: Sequence[str],
    outputs: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    policy: str = "UNIQUE",
    aggregation: str = "",
    why: Sequence[str] = (),
) -> str:
    """Write a decision table.

    Args:
        inputs: What each column looks at, with its type after a bar: `"Age | number"`.
        outputs: Name, type, values and default, with bars between: `"Risk | string | "a" | "b"`.
        rows: Conditions, then answers.
        policy: The hit policy.
        aggregation: How COLLECT adds up.
        why: The reason of each row; empty for a table without reasons.
    """
    added = f' aggregation="{aggregation}"' if aggregation else ""
    columns = "".join(map(_input, inputs)) + "".join(map(_output, outputs))
    reasons = why or [""] * len(rows)
    rules = "".join(
        _rule(row, len(inputs), reason) for row, reason in zip(rows, reasons, strict=True)
    )
    return f'<decisionTable hitPolicy="{policy}"{added}>{columns}{rules}</decisionTable>'


def _parts(said: str, count: int) -> list[str]:
    parts = [part.strip() for part in said.split("|")]
    return parts + [""] * (count - len(parts))


def _input(said: str) -> str:
    looked_at, kind = _parts(said, 2)
    typed = f' typeRef="{kind}"' if kind else ""
    return (
        f"<input><inputExpression{typed}><text>{escape(looked_at)}</text></inputExpression></input>"
    )


def _output(said: str) -> str:
    name, kind, values, default = _parts(said, 4)
    attributes = (f" name={quoteattr(name)}" if name else "") + (
        f' typeRef="{kind}"' if kind else ""
    )
    inside = f"<outputValues><text>{escape(values)}</text></outputValues>" if values else ""
    if default:
        inside += f"<defaultOutputEntry><text>{escape(default)}</text></defaultOutputEntry>"
    return f"<output{attributes}>{inside}</output>"


def _rule(row: Sequence[str], inputs: int, why: str) -> str:
    cells = "".join(
        f"<{kind}><text>{escape(cell)}</text></{kind}>"
        for cell, kind in zip(
            row, ["inputEntry"] * inputs + ["outputEntry"] * (len(row) - inputs), strict=True
        )
    )
    said = f"<annotationEntry><text>{escape(why)}</text></annotationEntry>" if why else ""
    return f"<rule>{cells}{said}</rule>"


def file(*parts: str, namespace: str = DMN_13) -> bytes:
    whole = "\n".join(parts)
    return (
        f'<definitions xmlns="{namespace}" id="d" name="D" namespace="urn:x">{whole}</definitions>'
    ).encode()


def asked(xml: bytes, name: str, given: Mapping[str, object]) -> Outcome:
    """Ask a decision as the standard says."""
    return evaluate(read_decision(xml, file="a.dmn", decision=name), given, now=NOW)


def kinds(outcome: Outcome) -> list[str]:
    return [problem.kind.value for problem in outcome.problems]
