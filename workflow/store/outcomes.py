"""Outcomes of decision tables as JSON: dates and durations as `{"@": "2027-03-01"}`."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from pathways import feel
from pathways.model.decision import Outcome

#: A temporal literal is read the same at any moment.
_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def write_outcome(outcome: Outcome) -> Mapping[str, Any]:
    """Return an outcome as JSON-like values."""
    return {
        "decision": outcome.decision,
        "outputs": _write(outcome.outputs),
        "inputs": _write(outcome.inputs),
        "rules": list(outcome.rules),
        "because": list(outcome.because),
    }


def read_outcome(plain: Mapping[str, Any]) -> Outcome:
    """Return the outcome that `write_outcome` wrote."""
    return Outcome(
        decision=plain["decision"],
        outputs={name: _read(value) for name, value in plain["outputs"].items()},
        inputs={label: _read(value) for label, value in plain["inputs"].items()},
        rules=tuple(plain["rules"]),
        because=tuple(plain["because"]),
    )


def _write(value: feel.Value) -> Any:  # noqa: ANN401  JSON
    if isinstance(value, Mapping):
        return {key: _write(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_write(one) for one in value]
    if value is None or isinstance(value, bool | int | str | Decimal):
        return value
    if isinstance(value, date | datetime | time):
        return {"@": value.isoformat()}
    return {"@": str(value)}


def _read(plain: Any) -> feel.Value:  # noqa: ANN401  JSON
    if isinstance(plain, dict):
        if plain.keys() == {"@"}:
            return feel.parse(f'@"{plain["@"]}"').evaluate({}, now=_ANY_MOMENT)
        return {key: _read(one) for key, one in plain.items()}
    if isinstance(plain, list):
        return tuple(_read(one) for one in plain)
    if isinstance(plain, int) and not isinstance(plain, bool):
        return Decimal(plain)
    value: feel.Value = plain
    return value
