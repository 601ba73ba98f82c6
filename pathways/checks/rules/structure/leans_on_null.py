"""No condition, cell, value or text is null whatever people answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pathways.checks.typed_decisions import TypedBox, typed_boxes
from pathways.checks.typed_names import typed_names
from pathways.feel import Expression, Leaning, NotFeel, leanings, parse
from pathways.model.boxed import Literal
from pathways.model.decision import Decision
from pathways.model.decision_table import DecisionTable
from pathways.model.finding import Severity
from pathways.model.form import Form
from pathways.model.rule import Complaint, Rule, Subject, about_flow
from pathways.model.spoken import called, sentence

_Types = Mapping[tuple[str, ...], str]
_SHOWN = 60


def _look(subject: Subject) -> Iterator[Complaint]:
    types = typed_names(subject)
    yield from _flows(subject, types)
    yield from _values(subject, types)
    if subject.pathway is not None:
        for form in subject.pathway.forms.values():
            yield from _form(form, types)
        for decision in subject.pathway.decisions.values():
            yield from _decision(decision, types)


def _flows(subject: Subject, types: _Types) -> Iterator[Complaint]:
    for flow in subject.drawing.flows.values():
        condition = None if flow.condition is None else _read(flow.condition)
        if condition is not None:
            for leaning in leanings(condition, types):
                said = _said(condition.text, leaning).replace("{", "(").replace("}", ")")
                yield about_flow(flow, subject.drawing, f"The condition of {{it}}, {said}")


def _values(subject: Subject, types: _Types) -> Iterator[Complaint]:
    for node in subject.drawing.nodes.values():
        for value in node.values:
            expression = _read(value.source)
            for leaning in leanings(expression, types) if expression is not None else ():
                said = f"{called(node)} writes down “{value.name}”, {_said(value.source, leaning)}"
                yield Complaint(message=sentence(said), element=node.id, line=node.line)


def _form(form: Form, types: _Types) -> Iterator[Complaint]:
    for shown in form.shows:
        expression = _read(shown.expression)
        for leaning in leanings(expression, types) if expression is not None else ():
            yield Complaint(
                message=f"“{form.title}” shows “{shown.label}”, {_said(shown.expression, leaning)}",
                element=form.step,
                file=f"forms/{form.step}.json",
            )


def _decision(root: Decision, types: _Types) -> Iterator[Complaint]:
    for typed in typed_boxes(root, types):
        for place, text, leaning in _in_box(typed):
            words = f"“{typed.name}”, {place.words}" if place.words else f"“{typed.name}”"
            yield Complaint(
                message=f"{words}: {_said(text, leaning)}",
                element=place.element,
                file=f"decisions/{root.id}.dmn",
                line=place.line,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    element: str
    words: str = ""
    line: int | None = None


def _in_box(typed: TypedBox) -> Iterator[tuple[_Place, str, Leaning]]:
    box, place = typed.box, _Place(element=typed.element)
    if isinstance(box, DecisionTable):
        yield from _in_table(box, typed.types)
    elif isinstance(box, Literal) and box.expression is not None:
        for leaning in leanings(box.expression, typed.types):
            yield place, box.expression.text, leaning


def _in_table(table: DecisionTable, types: _Types) -> Iterator[tuple[_Place, str, Leaning]]:
    columns = [_kind(column.expression, types) for column in table.inputs]
    for rule in table.rules:
        place = _Place(element=rule.id, words=f"rule {rule.number}", line=rule.line)
        for cell, kind in zip(rule.conditions, columns, strict=True):
            for leaning in leanings(cell, types, subject=kind):
                yield place, cell.text, leaning
        for answer in filter(None, rule.conclusions):
            for leaning in leanings(answer, types):
                yield place, answer.text, leaning


def _kind(column: Expression, types: _Types) -> str | None:
    """Return the type of what a column looks at, where it is a name alone."""
    (name, *others) = column.names or [()]
    return None if others or column.text.strip() != ".".join(name) else types.get(name)


def _read(text: str) -> Expression | None:
    """Return an expression, or None where it is none; another rule says so."""
    try:
        return parse(text)
    except NotFeel:
        return None


def _said(text: str, leaning: Leaning) -> str:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"“{shown}”, leans on null: {sentence(leaning.problem)}"


RULE = Rule(
    name="leans_on_null",
    severity=Severity.WARNING,
    title="No condition, cell, value or shown text is null whatever people answer.",
    look=_look,
)
