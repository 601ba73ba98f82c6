"""Decision tables as they are published: what they look at, what they answer, because of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from pathways.model.decision import Aggregator, Decision, HitPolicy, Rule
from pathways.words import Words
from webapp.presenters.cells import ANY, conclusion, condition
from webapp.presenters.labels import Labels, because, steps_of
from webapp.presenters.page import Link

_POLICIES = {
    HitPolicy.UNIQUE: "Exactly one row fits.",
    HitPolicy.FIRST: "Read it from the top: the first row that fits counts.",
    HitPolicy.ANY: "Several rows may fit; they all give the same answer.",
    HitPolicy.COLLECT: "Every row that fits counts.",
}
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
    """Return the tables of a pathway in the order in which its words meet them."""
    met = {}
    for told in words.steps:
        decision = labels.decision_of(told.element)
        if decision is not None:
            met[decision.id] = decision
    rest = {one.id: one for one in labels.pathway.decisions.values()}
    return tuple(_table(one, labels, words) for one in {**met, **rest}.values())


def _table(decision: Decision, labels: Labels, words: Words) -> Table:
    policy = [_POLICIES[decision.hit_policy]]
    policy += [_AGGREGATES[decision.aggregator]] if decision.aggregator else []
    steps = steps_of(labels.pathway.drawing, decision.id)
    told = [words.step(step.id) for step in steps]
    return Table(
        anchor=table_anchor(decision.id),
        question=decision.name,
        policy=" ".join(policy),
        steps=tuple(Link(text=f"step {one.number}", href=f"#{one.anchor}") for one in told),
        inputs=tuple(one.label for one in decision.inputs),
        outputs=tuple(one.label or one.name for one in decision.outputs),
        rows=tuple(_row(rule, decision, labels) for rule in decision.rules),
    )


def _row(rule: Rule, decision: Decision, labels: Labels) -> Row:
    return Row(cells=tuple(_cells(rule, decision, labels)), because=because(rule.because))


def _cells(rule: Rule, decision: Decision, labels: Labels) -> Iterator[Cell]:
    for tests, column in zip(rule.conditions, decision.inputs, strict=True):
        text = condition(tests, column.expression, labels)
        yield Cell(column=column.label, text=text, any=text == ANY)
    for answer, output in zip(rule.conclusions, decision.outputs, strict=True):
        yield Cell(column=output.label or output.name, text=conclusion(answer, labels), any=False)
