"""Measures what evaluating a condition costs, once it is parsed: such as our pathways draw.

`python -m bench.conditions` prints each, and writes the mean down as `condition_us`.
"""

import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from time import process_time

from bench.figure import Figure, keep
from pathways.feel import Expression, parse

_GOAL = 5
_ROUNDS, _TIMES = 9, 4_000
NOW = datetime(2027, 6, 30, 12, tzinfo=UTC)
SCOPE: dict[str, object] = {
    "ask_for_it": {"amount": Decimal(600), "who": "family", "needs": ["tablet", "stand"]},
    "school_says": {"agrees": True, "by": date(2027, 5, 1)},
    "child": {"born_on": date(2015, 2, 28), "over_compulsory_school_age": False},
    "case": {"opened_on": date(2027, 3, 1)},
}
CONDITIONS = (
    "ask_for_it.amount > 500 and school_says.agrees = true",
    'ask_for_it.who = "family"',
    'ask_for_it.who in ("family", "school")',
    "ask_for_it.amount in [100..1000]",
    "ask_for_it.amount * 12 <= 5000 or school_says.agrees",
    "not(child.over_compulsory_school_age)",
    "school_says.by < today()",
    'list contains(ask_for_it.needs, "stand")',
    'school_says.by > case.opened_on + @"P42D"',
    "school_says.agrees = true and ask_for_it.amount between 1 and 1000",
)


def main() -> int:
    """Measure, print, write down; return 1 if the goal is missed."""
    costs = {text: microseconds(parse(text)) for text in CONDITIONS}
    for text, cost in costs.items():
        sys.stdout.write(f"{cost:6.2f} us  {text}\n")
    figure = Figure(
        key="condition_us",
        words=f"A condition, mean of {len(costs)}",
        value=sum(costs.values()) / len(costs),
        unit="us",
        goal=("at most", _GOAL),
    )
    sys.stdout.write(f"{figure.line}\n")
    keep((figure,))
    return 0 if figure.holds else 1


def microseconds(expression: Expression, rounds: int = _ROUNDS, times: int = _TIMES) -> float:
    """Return the CPU time of one evaluation: of the best round, the others were disturbed."""
    return min(_round(expression, times) for _ in range(rounds)) * 1_000_000


def _round(expression: Expression, times: int) -> float:
    before = process_time()
    for _ in range(times):
        expression.evaluate(SCOPE, now=NOW)
    return (process_time() - before) / times


if __name__ == "__main__":
    sys.exit(main())
