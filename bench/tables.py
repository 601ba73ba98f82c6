"""Measures what a decision table of 50 rules and 4 inputs costs, once it is read.

Every question is another one, and the answers vary. `python -m bench.tables` prints it, beside a
table whose cells have all to be tried, and writes the first down as `table_50_ms`.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product
from random import Random
from time import process_time
from xml.sax.saxutils import escape

from bench.figure import Figure, keep
from pathways.dmn import decide, read_decision
from pathways.model.decision import Decision

_GOAL = 0.2
_ROUNDS, _QUESTIONS = 9, 2_000
NOW = datetime(2027, 6, 30, 12, tzinfo=UTC)
#: What each column looks at.
COLUMNS = ("ask.what", "ask.amount", "child.born_on", "ask.agreed")
_WHAT = (("bike", "trike"), ("tablet",), ("ramp", "rail", "hoist"), ("course",), ("other",))
_AMOUNTS = ("< 100", "[100..250)", "[250..600)", "[600..2000)", ">= 2000")
_BORN = ('< date("2015-09-01")', '>= date("2015-09-01")')

Scope = Mapping[str, Mapping[str, object]]


def rows(*, tried: bool = False) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield four conditions and an answer, 50 times; with `tried`, so that none is looked up."""
    for number, (what, amount, born) in enumerate(product(_WHAT, _AMOUNTS, _BORN), start=1):
        listed = ", ".join(f'"{each}"' for each in what)
        agreed = "-" if number % 3 else "true, false"
        if tried:
            tests = (f"list contains([{listed}], ?)", f"? in ({amount})", f"? in ({born})")
            yield (*tests, agreed, f'"answer {number}"')
        else:
            yield listed, amount, born, agreed, f'"answer {number}"'


def table(*, tried: bool = False) -> Decision:
    """Return the table, read."""
    columns = "".join(
        f'<input label="{name}"><inputExpression><text>{name}</text></inputExpression></input>'
        for name in COLUMNS
    )
    rules = "".join(map(_rule, rows(tried=tried)))
    xml = (
        '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="d" '
        'namespace="urn:bench"><decision id="t" name="Fifty"><decisionTable hitPolicy="UNIQUE">'
        f'{columns}<output name="answer" typeRef="string"/>{rules}</decisionTable></decision>'
        "</definitions>"
    )
    return read_decision(xml.encode(), file="t.dmn")


def _rule(row: tuple[str, ...]) -> str:
    *conditions, answer = (f"<text>{escape(cell)}</text>" for cell in row)
    asked = "".join(f"<inputEntry>{cell}</inputEntry>" for cell in conditions)
    return (
        f"<rule>{asked}<outputEntry>{answer}</outputEntry>"
        "<annotationEntry><text>This is {ask.amount} pounds.</text></annotationEntry></rule>"
    )


def questions(count: int) -> list[Scope]:
    """Return so many scopes, each another one; the same for each run."""
    chance = Random(50)  # noqa: S311 - the same questions for every run
    every = [what for group in _WHAT for what in group]
    return [
        {
            "ask": {
                "what": every[number % len(every)],
                "amount": Decimal(chance.randrange(1, 300_000)) / 100,
                "agreed": chance.choice((True, False)),
            },
            "child": {"born_on": date(2013, 1, 1) + timedelta(days=chance.randrange(2_000))},
        }
        for number in range(count)
    ]


def milliseconds(decision: Decision, rounds: int = _ROUNDS, count: int = _QUESTIONS) -> float:
    """Return the CPU time of one decision: of the best round, the others were disturbed."""
    asked = questions(count)
    return min(_round(decision, asked) for _ in range(rounds)) * 1_000


def _round(decision: Decision, asked: list[Scope]) -> float:
    before = process_time()
    for scope in asked:
        decide(decision, scope, now=NOW)
    return (process_time() - before) / len(asked)


def main() -> int:
    """Measure, print, write down; return 1 if the goal is missed."""
    figure = Figure(
        key="table_50_ms",
        words="A table of 50 rules and 4 inputs",
        value=milliseconds(table()),
        unit="ms",
        goal=("at most", _GOAL),
    )
    sys.stdout.write(f"{figure.line}\n")
    worst = milliseconds(table(tried=True), rounds=3, count=500)
    sys.stdout.write(f"The same with cells that have all to be tried: {worst:.4g} ms\n")
    keep((figure,))
    return 0 if figure.holds else 1


if __name__ == "__main__":
    sys.exit(main())
