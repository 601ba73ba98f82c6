"""What tables answer and steps work out, as JSON: dates and durations as `{"@": "2027-03-01"}`."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from pathways import feel
from pathways.model.decision import Outcome

#: So many letters one step may write down.
MOST_WRITTEN = 100_000
_VALUES = "values"
#: A temporal literal is read the same at any moment.
_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def write_outcome(outcome: Outcome) -> Mapping[str, Any]:
    """Return an outcome as JSON-like values.

    Raises:
        ValueError: If there is a range or a function in the answer, or all is more than
            `MOST_WRITTEN`.
    """
    for name, value in outcome.outputs.items():
        _kept(name, value)
    written = _outcome(outcome)
    if len(str(written)) > MOST_WRITTEN:
        raise ValueError(
            f"More than {MOST_WRITTEN:,} letters would be written down at once. Write down less."
        )
    return written


def _outcome(outcome: Outcome) -> Mapping[str, Any]:
    return {
        "decision": outcome.decision,
        "name": outcome.name,
        "answer": _told(outcome.answer),
        "outputs": {name: _told(value) for name, value in outcome.outputs.items()},
        "inputs": {label: _told(value) for label, value in outcome.inputs.items()},
        "rules": list(outcome.rules),
        "because": list(outcome.because),
        "before": [_outcome(each) for each in outcome.before],
    }


def _told(value: feel.Value) -> Any:  # noqa: ANN401  JSON
    """Return a value as JSON, or as FEEL writes it where it could not be read again."""
    return _write(value) if _can_be_kept(value) else feel.written(feel.Meter(), value)


def read_outcome(plain: Mapping[str, Any]) -> Outcome:
    """Return the outcome that `write_outcome` wrote; the first ones had less in them."""
    outputs = {name: _read(value) for name, value in plain["outputs"].items()}
    return Outcome(
        decision=plain["decision"],
        name=plain.get("name", ""),
        answer=_read(plain["answer"]) if "answer" in plain else _answer(outputs),
        outputs=outputs,
        inputs={label: _read(value) for label, value in plain["inputs"].items()},
        rules=tuple(plain["rules"]),
        because=tuple(plain["because"]),
        before=tuple(read_outcome(each) for each in plain.get("before", ())),
    )


def _answer(outputs: Mapping[str, feel.Value]) -> feel.Value:
    """Return what a table with these outputs answered: one value, or a context of several."""
    return next(iter(outputs.values())) if len(outputs) == 1 else outputs


def write_values(values: Mapping[str, feel.Value]) -> Mapping[str, Any]:
    """Return what a step worked out as JSON-like values.

    Raises:
        ValueError: If there is a range or a function in it, or it is more than `MOST_WRITTEN`.
    """
    written = {_VALUES: {name: _kept(name, value) for name, value in values.items()}}
    if len(str(written)) > MOST_WRITTEN:
        raise ValueError(
            f"More than {MOST_WRITTEN:,} letters would be written down at once. Write down less."
        )
    return written


def holds_values(plain: Mapping[str, Any]) -> bool:
    """Whether `write_values` wrote it, not `write_outcome`."""
    return plain.keys() == {_VALUES}


def read_values(plain: Mapping[str, Any]) -> Mapping[str, feel.Value]:
    """Return the values that `write_values` wrote."""
    return {name: _read(value) for name, value in plain[_VALUES].items()}


def _kept(name: str, value: feel.Value) -> Any:  # noqa: ANN401  JSON
    """Return a value as JSON, unless it is of a kind that could not be read again."""
    if not _can_be_kept(value):
        raise ValueError(
            f"“{name}” is a range or a function, which cannot be written down. "
            "Write down a number, a text, a day, yes or no, or a list of these."
        )
    return _write(value)


def _can_be_kept(value: feel.Value) -> bool:
    if isinstance(value, Mapping):
        return value.keys() != {"@"} and all(_can_be_kept(one) for one in value.values())
    if isinstance(value, list | tuple):
        return all(_can_be_kept(one) for one in value)
    return not isinstance(value, feel.Range | feel.FunctionValue)


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
