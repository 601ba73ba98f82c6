"""Decision tables as they are published: what they look at, what they answer, because of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from pathways.dmn import as_text
from pathways.model import boxed
from pathways.model.boxed import Boxed
from pathways.model.decision import Decision, tables_in
from pathways.model.decision_table import (
    Aggregator,
    DecisionTable,
    HitPolicy,
    Otherwise,
    Output,
    Rule,
)
from pathways.words import Words
from webapp.presenters.cells import ANY, conclusion, condition, said
from webapp.presenters.labels import Labels, because, plain, steps_of
from webapp.presenters.page import Link

_POLICIES = {
    HitPolicy.UNIQUE: "Exactly one row fits.",
    HitPolicy.FIRST: "Read it from the top: the first row that fits counts.",
    HitPolicy.ANY: "Several rows may fit; they all give the same answer.",
    HitPolicy.PRIORITY: "Several rows may fit; the answer that stands first here counts:",
    HitPolicy.COLLECT: "Every row that fits counts.",
    HitPolicy.RULE_ORDER: "Every row that fits counts, in this order.",
    HitPolicy.OUTPUT_ORDER: "Every row that fits counts; their answers are put in this order:",
}
_WORKED_OUT = "It is worked out in one way for everybody."
_WITHIN = "It is a part of “{}”."
_OTHERWISE = "Anything else"
_AGGREGATES = {
    Aggregator.SUM: "What they answer is added up.",
    Aggregator.MIN: "The smallest answer counts.",
    Aggregator.MAX: "The largest answer counts.",
    Aggregator.COUNT: "The answer is how many fit.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: what stands in it, and the head of its column for small screens."""

    column: str
    text: str
    #: Whether anything fits here.
    any: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule."""

    cells: tuple[Cell, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One decision table."""

    anchor: str
    #: The table's caption.
    question: str
    #: How its rows are read.
    policy: str
    #: The steps that it answers.
    steps: tuple[Link, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    rows: tuple[Row, ...]


def table_anchor(decision_id: str) -> str:
    """Return the id of a table on its page; the dot keeps it apart from the steps' anchors."""
    return f"table.{decision_id}"


def tables(labels: Labels, words: Words) -> tuple[Table, ...]:
    """Return the tables of a pathway in the order in which its words meet them.

    What a decision requires stands before it, each once: a reader meets first what comes first.
    """
    met = {}
    for told in words.steps:
        decision = labels.decision_of(told.element)
        if decision is not None:
            met[decision.id] = decision
    rest = {one.id: one for one in labels.pathway.decisions.values()}
    found = [table for one in {**met, **rest}.values() for table in _tables(one, labels, words)]
    return tuple({table.anchor: table for table in found}.values())


def _tables(root: Decision, labels: Labels, words: Words) -> Iterator[Table]:
    """Yield a decision and all that it requires, as tables."""
    seen: dict[str, None] = {}
    for decision in root.whole():
        for model in decision.requires.whole_knowledge(seen):
            yield from _inside(root, model.name, model.function.body, labels)
        if decision is root:
            yield from _nested(root, decision, labels)
            yield _decision(root, labels, words)
        else:
            yield from _inside(root, decision.name, decision.logic, labels)


def _decision(decision: Decision, labels: Labels, words: Words) -> Table:
    told = [words.step(step.id) for step in steps_of(labels.pathway.drawing, decision.id)]
    links = tuple(Link(text=f"step {one.number}", href=f"#{one.anchor}") for one in told)
    anchor = table_anchor(decision.id)
    if decision.table is not None:
        return _table(decision.table, labels, anchor=anchor, name=decision.name, steps=links)
    return _worked_out(
        decision.logic, anchor=anchor, name=decision.name, why=decision.because, steps=links
    )


def _nested(root: Decision, decision: Decision, labels: Labels) -> Iterator[Table]:
    for table in tables_in(decision.logic):
        if table is not decision.table:
            anchor = f"{table_anchor(root.id)}.{table.id}"
            yield _table(table, labels, anchor=anchor, name=decision.name)


def _inside(root: Decision, name: str, logic: Boxed, labels: Labels) -> Iterator[Table]:
    """Yield what a required decision or a knowledge model is made of."""
    anchor = f"{table_anchor(root.id)}.{name}".replace(" ", "_")
    for place, table in enumerate(tables_in(logic)):
        yield _table(table, labels, anchor=f"{anchor}.{place}", name=name, within=root.name)
    if not isinstance(logic, DecisionTable):
        yield _worked_out(logic, anchor=anchor, name=name, within=root.name)


def _worked_out(
    logic: Boxed,
    *,
    anchor: str,
    name: str,
    why: str = "",
    steps: tuple[Link, ...] = (),
    within: str = "",
) -> Table:
    """Return a decision that is no table as one: each entry of a context in a row of its own."""
    heads = ("What it is", "How it is worked out")
    rows = [
        Row(cells=_two(heads, label, as_text(each)), because="") for label, each in _parts(logic)
    ]
    rows[-1] = Row(cells=rows[-1].cells, because=because(why))
    return Table(
        anchor=anchor,
        question=name,
        policy=" ".join(filter(None, (_WORKED_OUT, _WITHIN.format(within) if within else ""))),
        steps=steps,
        inputs=heads[:1],
        outputs=heads[1:],
        rows=tuple(rows),
    )


def _parts(logic: Boxed) -> list[tuple[str, Boxed]]:
    if not isinstance(logic, boxed.Context):
        return [("The answer", logic)]
    entries = [(entry.name, entry.logic) for entry in logic.entries]
    return [*entries, *([] if logic.result is None else [("The answer", logic.result)])] or [
        ("The answer", logic)
    ]


def _two(heads: tuple[str, str], first: str, second: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(column=head, text=text, any=False)
        for head, text in zip(heads, (first, second), strict=True)
    )


def _table(
    table: DecisionTable,
    labels: Labels,
    *,
    anchor: str,
    name: str,
    steps: tuple[Link, ...] = (),
    within: str = "",
) -> Table:
    otherwise = [] if table.otherwise is None else [_otherwise(table.otherwise, table, labels)]
    return Table(
        anchor=anchor,
        question=name,
        policy=_policy(table, within),
        steps=steps,
        inputs=tuple(one.label for one in table.inputs),
        outputs=tuple(one.label or one.name for one in table.outputs),
        rows=(*(_row(rule, table, labels) for rule in table.rules), *otherwise),
    )


def _policy(table: DecisionTable, within: str) -> str:
    said = [_POLICIES[table.hit_policy]]
    said += [_ranking(one, alone=len(table.outputs) == 1) for one in table.outputs if one.ranking]
    said += [_AGGREGATES[table.aggregator]] if table.aggregator else []
    said += [_WITHIN.format(within)] if within else []
    return " ".join(said)


def _ranking(output: Output, *, alone: bool) -> str:
    order = ", ".join(said(one, plain) for one in output.ranking)
    return f"{order}." if alone else f"for “{output.label or output.name}”, {order}."


def _row(rule: Rule, table: DecisionTable, labels: Labels) -> Row:
    return Row(cells=tuple(_cells(rule, table, labels)), because=because(rule.because))


def _cells(rule: Rule, table: DecisionTable, labels: Labels) -> Iterator[Cell]:
    for tests, column in zip(rule.conditions, table.inputs, strict=True):
        text = condition(tests, column.expression, labels)
        yield Cell(column=column.label, text=text, any=text == ANY)
    yield from _answers(rule, table, labels)


def _answers(one: Rule | Otherwise, table: DecisionTable, labels: Labels) -> Iterator[Cell]:
    for answer, output in zip(one.conclusions, table.outputs, strict=True):
        text = "Nothing" if answer is None else conclusion(answer, labels)
        yield Cell(column=output.label or output.name, text=text, any=False)


def _otherwise(otherwise: Otherwise, table: DecisionTable, labels: Labels) -> Row:
    asked = (Cell(column=one.label, text=_OTHERWISE, any=True) for one in table.inputs)
    cells = (*asked, *_answers(otherwise, table, labels))
    return Row(cells=cells, because=because(otherwise.because))
