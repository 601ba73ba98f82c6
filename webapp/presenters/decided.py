"""What was decided in a case, by people and by tables, and because of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from pathways.model.decision import Outcome
from pathways.model.decision_table import DecisionTable, Output
from pathways.model.pathway import Pathway
from webapp.components import lines
from webapp.presenters import times
from webapp.presenters.answers import Fact, facts, task_name
from webapp.presenters.cells import said
from webapp.presenters.labels import Labels, capital, in_words, plain
from workflow.model.actor import MANAGER
from workflow.model.case import Answered, CaseFile

_TABLE = "A table decided, as it does for everybody"
_WORKED_OUT = "It was worked out, as it is for everybody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision."""

    #: The table's question, or the name of the step at which somebody decided.
    title: str
    #: Who decided, and on which day.
    by: str
    #: What somebody wrote who decided; empty for a table.
    answers: tuple[Fact, ...]
    #: What a table answered; empty for a person's decision. An only answer needs no label.
    outputs: tuple[Fact, ...]
    because: tuple[str, ...]
    #: What a table looked at, and which of its rows fitted; empty for a person's decision.
    inputs: tuple[Fact, ...]
    rules: str


def decisions(file: CaseFile) -> tuple[Decided, ...]:
    """Return what tables and managers decided, newest first."""
    labels = Labels(file.running)
    return tuple(_decided(labels, file))


def _decided(labels: Labels, file: CaseFile) -> Iterator[Decided]:
    for row in reversed(file.record):
        if row.outcome is not None:
            yield from _by_table(labels, row, row.outcome)
        elif row.role == MANAGER and not row.by_itself:
            yield _by_person(labels.pathway, row)


def _by_person(pathway: Pathway, row: Answered) -> Decided:
    return Decided(
        title=task_name(pathway, row.step, row.place),
        by=f"Decided by {row.by}, on {_day(row)}",
        answers=facts(pathway, row),
        outputs=(),
        because=(),
        inputs=(),
        rules="",
    )


def _by_table(labels: Labels, row: Answered, root: Outcome) -> Iterator[Decided]:
    """Yield what was decided at a step, and after it what was decided on the way to it.

    A case that was moved to another version may hold what a table decided that is no more there.
    """
    decision = labels.pathway.decisions.get(root.decision)
    parts = {one.id: one for one in decision.whole()} if decision else {}
    tables = {one.id: one for one in decision.tables()} if decision else {}
    title = root.name or (decision.name if decision else in_words(root.decision))
    for outcome in reversed(root.whole()):
        part, table = parts.get(outcome.decision), tables.get(outcome.decision)
        columns = part.outputs if part else table.outputs if table else ()
        within = "" if outcome is root else f", on the way to “{title}”"
        yield Decided(
            title=outcome.name or title,
            by=f"{_TABLE if table or not part else _WORKED_OUT}, on {_day(row)}{within}",
            answers=(),
            outputs=tuple(_outputs(columns, outcome)),
            because=outcome.because,
            inputs=_inputs(labels, table, outcome),
            rules=_rules(table, outcome) if table else "",
        )


def _outputs(columns: tuple[Output, ...], outcome: Outcome) -> Iterator[Fact]:
    labels = {one.name: one.label for one in columns}
    for name, value in outcome.outputs.items():
        label = "" if len(outcome.outputs) == 1 else labels.get(name) or in_words(name)
        yield Fact(label=label, value=_text(said(value, plain)))


def _inputs(labels: Labels, table: DecisionTable | None, outcome: Outcome) -> tuple[Fact, ...]:
    """What was looked at; what nobody was asked is left out."""
    naming = {one.label: labels.naming(one.expression) for one in table.inputs} if table else {}
    return tuple(
        Fact(label=label, value=_text(said(value, naming.get(label, plain))))
        for label, value in outcome.inputs.items()
        if value is not None
    )


def _rules(table: DecisionTable, outcome: Outcome) -> str:
    fired = [str(rule.number) for rule in table.rules if rule.id in outcome.rules]
    if not fired:
        return "No row fitted."
    return f"Row {fired[0]} fitted." if len(fired) == 1 else f"Rows {', '.join(fired)} fitted."


def _text(text: str) -> Markup:
    return lines(capital(text))


def _day(row: Answered) -> str:
    return times.day(times.day_of(row.at))
