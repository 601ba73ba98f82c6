"""A move of a scenario: somebody answers a step, time passes, or an exception is relied on."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from pathways.model.duration import Duration, read_duration
from pathways.model.pathway import PeriodUnit
from pathways.model.scenario import ExceptionMove, Move, StepMove, WaitMove
from pathways.toml import Table

_PERSON = re.compile(r"[a-z][a-z0-9_]*_[1-9][0-9]*")
_ERROR_NAME = re.compile(r"[A-Z][A-Za-z]+")
_KINDS = ("step", "wait", "rely_on")


def read_move(table: Table) -> Move:
    """Return what a table of [[moves]] says; what is wrong with it is noted in the table."""
    kinds = [kind for kind in _KINDS if kind in table]
    if len(kinds) != 1:
        message = "a move has either “step”, “wait” or “rely_on”. Write one of them."
        table.note(message, rule="bad_move")
    move = _read(table)
    table.end()
    return move


def _read(table: Table) -> Move:
    if "wait" in table:
        return _wait(table)
    return _rely_on(table) if "rely_on" in table else _step(table)


def _wait(table: Table) -> WaitMove:
    unit = table.choice("unit", PeriodUnit, default=PeriodUnit.CALENDAR)
    written = table.text("wait")
    try:
        duration = read_duration(written)
    except ValueError as wrong:
        table.note(f"“wait”: {wrong}", key="wait")
        duration = Duration()
    if unit.whole_days and not duration.only_days:
        message = f"{unit.value} days are counted whole: write P10D, for example."
        table.note(message, key="wait")
    return WaitMove(duration=duration, unit=unit)


def _step(table: Table) -> StepMove:
    step = table.text("step", default="")
    answers = {name: _as_json(answer) for name, answer in table.content("answers").items()}
    return StepMove(
        step=step, answers=MappingProxyType(answers), by=_by(table), refused=_refused(table)
    )


def _by(table: Table) -> str | None:
    by = table.text("by", default="") or None
    if by is not None and not _PERSON.fullmatch(by):
        message = f"“by” is “{by}”, and must be a lane and a number, such as manager_2."
        table.note(message, key="by")
    return by


def _refused(table: Table) -> str | None:
    refused = table.text("refused", default="") or None
    if refused is not None and not _ERROR_NAME.fullmatch(refused):
        message = f"“refused” is “{refused}”, and must name an error, such as SameActorTwice."
        table.note(message, key="refused")
    return refused


def _rely_on(table: Table) -> ExceptionMove:
    return ExceptionMove(
        clock=table.text("rely_on"),
        exception=table.text("exception"),
        evidence=table.text("evidence"),
        why=table.text("why"),
        told=table.text("told"),
        by=_by(table),
        refused=_refused(table),
    )


def _as_json(value: object) -> object:
    """Return an answer as a form takes it: TOML has days and times of its own, JSON has not."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _as_json(each) for key, each in value.items()}
    return value
