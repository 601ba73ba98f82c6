"""`fingerpost decide`: what a decision table answers, and because of what."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from pathways.dmn import NoRuleMatched, RulesOverlap, read_decision
from pathways.dmn import decide as asked
from pathways.feel import Refused
from pathways.model.decision import Decision, Outcome
from pathways.model.finding import PathwayInvalid
from webapp.cli.output import named, out, plain
from webapp.cli.values import FORMAT, INPUT, as_json, as_text, refused
from workflow.clocks import SystemTime


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("decision")
@INPUT
@FORMAT
def decide(file: Path, decision: str, scope: Mapping[str, Any], kind: str) -> None:
    """Ask a decision table, and print its answer, the rules that fired, and because of what.

    FILE is a DMN file, DECISION the id or the name of a decision in it.
    """
    table = _table(file, decision, kind)
    try:
        outcome = asked(table, scope, now=SystemTime().now())
        lines = _lines(table, outcome) if kind == "text" else [as_json(_entry(table, outcome))]
        said = "".join(f"{line}\n" for line in lines)
    except (NoRuleMatched, RulesOverlap, Refused, ValueError) as error:
        raise refused(str(error), kind) from None
    out(said)


def _table(file: Path, decision: str, kind: str) -> Decision:
    try:
        return read_decision(file.read_bytes(), file=file.name, decision=decision)
    except OSError as error:
        raise refused(f"{named(file)} cannot be read: {error.strerror}.", kind) from None
    except PathwayInvalid as invalid:
        said = " ".join(str(finding) for finding in invalid.findings)
        raise refused(f"The table cannot be asked: {said}", kind) from None


def _lines(table: Decision, outcome: Outcome) -> Iterator[str]:
    yield plain(as_text(_answer(outcome)))
    rules = [f"{number} ({id_})" for number, id_ in _numbered(table, outcome)]
    if rules:
        yield plain(f"{'Rule' if len(rules) == 1 else 'Rules'}: {', '.join(rules)}")
    else:
        yield "No rule fits."
    yield from (plain(f"Because: {because}") for because in outcome.because if because)


def _entry(table: Decision, outcome: Outcome) -> dict[str, object]:
    rules = [{"number": number, "id": id_} for number, id_ in _numbered(table, outcome)]
    return {
        "decision": outcome.decision,
        "answer": _answer(outcome),
        "rules": rules,
        "because": outcome.because,
        "inputs": outcome.inputs,
    }


def _numbered(table: Decision, outcome: Outcome) -> Iterator[tuple[int, str]]:
    numbers = {rule.id: rule.number for rule in table.rules}
    return ((numbers[id_], id_) for id_ in outcome.rules)


def _answer(outcome: Outcome) -> Any:  # noqa: ANN401 - one value, or a context of several
    values = dict(outcome.outputs)
    return next(iter(values.values())) if len(values) == 1 else values
