"""What was decided in a case, by people and by tables, and because of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from pathways.model.decision import Decision, Outcome
from pathways.model.pathway import Pathway
from webapp.components import lines
from webapp.presenters import times
from webapp.presenters.answers import Fact, facts, step_name
from webapp.presenters.cells import said
from webapp.presenters.labels import Labels, capital, plain
from workflow.model.actor import MANAGER
from workflow.model.case import Answered, CaseFile


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
            yield _by_table(labels, row, row.outcome)
        elif row.role == MANAGER and not row.by_itself:
            yield _by_person(labels.pathway, row)


def _by_person(pathway: Pathway, row: Answered) -> Decided:
    return Decided(
        title=step_name(pathway, row.step),
        by=f"Decided by {row.by}, on {_day(row)}",
        answers=facts(pathway, row),
        outputs=(),
        because=(),
        inputs=(),
        rules="",
    )


def _by_table(labels: Labels, row: Answered, outcome: Outcome) -> Decided:
    decision = labels.pathway.decisions[outcome.decision]
    return Decided(
        title=decision.name,
        by=f"A table decided, as it does for everybody, on {_day(row)}",
        answers=(),
        outputs=_outputs(decision, outcome),
        because=outcome.because,
        inputs=_inputs(labels, decision, outcome),
        rules=_rules(decision, outcome),
    )


def _outputs(decision: Decision, outcome: Outcome) -> tuple[Fact, ...]:
    only = len(decision.outputs) == 1
    return tuple(
        Fact(
            label="" if only else one.label or one.name,
            value=_text(said(outcome.outputs[one.name], plain)),
        )
        for one in decision.outputs
        if one.name in outcome.outputs
    )


def _inputs(labels: Labels, decision: Decision, outcome: Outcome) -> tuple[Fact, ...]:
    """What was looked at; what nobody was asked is left out."""
    return tuple(
        Fact(
            label=one.label,
            value=_text(said(outcome.inputs[one.label], labels.naming(one.expression))),
        )
        for one in decision.inputs
        if outcome.inputs.get(one.label) is not None
    )


def _rules(decision: Decision, outcome: Outcome) -> str:
    fired = [str(rule.number) for rule in decision.rules if rule.id in outcome.rules]
    if not fired:
        return "No row fitted."
    return f"Row {fired[0]} fitted." if len(fired) == 1 else f"Rows {', '.join(fired)} fitted."


def _text(text: str) -> Markup:
    return lines(capital(text))


def _day(row: Answered) -> str:
    return times.day(times.day_of(row.at))
