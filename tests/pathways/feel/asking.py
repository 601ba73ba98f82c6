"""How the tests of FEEL ask: one scope, one moment, and tables of `expression => value`."""

from datetime import UTC, date, datetime
from decimal import Decimal

from pathways.feel import Value, parse
from pathways.feel.budget import Meter
from pathways.feel.writing import written

NOW = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)

SCOPE: dict[str, object] = {
    "answer": {"who": "family", "amount": Decimal("12.50"), "ok": True, "nothing": None},
    "child": {"born_on": date(2015, 2, 28), "name": "Sam"},
    "lines": [
        {"what": "tablet", "amount": Decimal(400), "home": True},
        {"what": "stand", "amount": Decimal(35), "home": False},
        {"what": "cover", "amount": Decimal(15)},
    ],
    "ages": [7, 11, 15],
    "amount": Decimal(99),
    "seven": 7,
}


def asked(text: str, scope: dict[str, object] | None = None) -> Value:
    """Return what an expression means in the scope of the tests."""
    return parse(text).evaluate(SCOPE if scope is None else scope, now=NOW)


def shown(value: Value) -> str:
    """Write a value as FEEL does, texts in quotes."""
    return written(Meter(), value, 1)


def table(text: str) -> list[tuple[str, str]]:
    """Return the rows of a table: an expression, `=>`, and what it means."""
    rows = [line.strip().rpartition(" => ") for line in text.strip().splitlines()]
    return [(question.strip(), answer.strip()) for question, _, answer in rows if question]
