"""`fingerpost decide`: what a decision answers, and because of what."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from pathways.dmn import evaluate, read_decision
from pathways.feel import Refused
from pathways.model.decision import Decision, Outcome, Problem
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
    """Ask a decision, and print its answer, the rules that fired, and because of what.

    FILE is a DMN file, DECISION the id or the name of a decision or a decision service in it. All
    that it requires is asked too. --input gives the input data by their names; texts become dates,
    times and durations where the file says that they are.

    It answers as the DMN standard says: where no rule fits, or rules are at odds, or a value is
    not of its type, the answer is null, and a problem says so. (In a case that would stop the step
    instead: nobody is decided about by an empty answer.)

    The exit code is 0 where the decision was asked, whatever it answered; 1 where the file or the
    decision cannot be read, or costs too much; 2 where the command itself is wrong.
    """
    found = _decision(file, decision, kind)
    try:
        outcome = evaluate(found, scope, now=SystemTime().now())
        lines = _lines(found, outcome) if kind == "text" else [as_json(_entry(found, outcome))]
        said = "".join(f"{line}\n" for line in lines)
    except (Refused, ValueError) as error:
        raise refused(str(error), kind) from None
    out(said)


def _decision(file: Path, decision: str, kind: str) -> Decision:
    try:
        return read_decision(file.read_bytes(), file=file.name, decision=decision)
    except OSError as error:
        raise refused(f"{named(file)} cannot be read: {error.strerror}.", kind) from None
    except PathwayInvalid as invalid:
        said = " ".join(str(finding) for finding in invalid.findings)
        raise refused(f"The decision cannot be asked: {said}", kind) from None


def _lines(decision: Decision, outcome: Outcome) -> Iterator[str]:
    yield plain(as_text(outcome.answer))
    if decision.table is not None:
        yield _fired(decision, outcome)
    yield from (plain(f"Because: {because}") for because in outcome.because if because)
    yield from (plain(f"On the way: {_short(each)}") for each in outcome.before)
    yield from (plain(f"Problem: {problem.message}") for problem in outcome.problems)


def _fired(decision: Decision, outcome: Outcome) -> str:
    rules = [f"{number} ({id_})" for number, id_ in _numbered(decision, outcome)]
    if not rules:
        return "No rule fits."
    return plain(f"{'Rule' if len(rules) == 1 else 'Rules'}: {', '.join(rules)}")


def _short(outcome: Outcome) -> str:
    return f"“{outcome.name}” is {as_text(outcome.answer)}"


def _entry(decision: Decision, outcome: Outcome) -> dict[str, object]:
    return {
        **_told(decision, outcome),
        "before": [_told(decision, each) for each in outcome.before],
        "problems": [_problem(each) for each in outcome.problems],
    }


def _told(decision: Decision, outcome: Outcome) -> dict[str, object]:
    rules = [{"number": number, "id": id_} for number, id_ in _numbered(decision, outcome)]
    return {
        "decision": outcome.decision,
        "name": outcome.name,
        "answer": outcome.answer,
        "rules": rules,
        "because": outcome.because,
        "inputs": outcome.inputs,
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "kind": problem.kind.value,
        "where": problem.where,
        "message": problem.message,
        "rules": problem.rules,
    }


def _numbered(decision: Decision, outcome: Outcome) -> Iterator[tuple[int, str]]:
    numbers = {
        rule.id: rule.number
        for table in decision.tables()
        if table.id == outcome.decision
        for rule in table.rules
    }
    return ((numbers[id_], id_) for id_ in outcome.rules)
