"""A scenario's file to a scenario, or to findings that say what to put right."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from pathways.model.duration import Duration, read_duration
from pathways.model.pathway import PeriodUnit
from pathways.model.scenario import (
    OPENED_AT,
    Expected,
    Move,
    Scenario,
    ScenarioChild,
    StepMove,
    WaitMove,
)
from pathways.toml import Table, read_toml

_PERSON = re.compile(r"[a-z][a-z0-9_]*_[1-9][0-9]*")
_ERROR_NAME = re.compile(r"[A-Z][A-Za-z]+")


def read_scenario(source: bytes, *, file: str) -> Scenario:
    """Read one story: who it is about, what everybody does, what must come of it.

    Args:
        source: The file, byte for byte; TOML in UTF-8.
        file: Its path inside the pathway, e.g. `"scenarios/tablet.toml"`.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    top = read_toml(source, file=file)
    scenario = Scenario(
        name=top.text("name"),
        story=top.text("story"),
        child=_child(top.table("child")),
        opened_at=top.moment("opened_at", default=OPENED_AT),
        moves=_moves(top),
        expected=_expected(top),
    )
    top.end()
    top.close()
    return scenario


def _child(table: Table) -> ScenarioChild:
    usual = ScenarioChild()
    child = ScenarioChild(
        preferred_name=table.text("preferred_name", default=usual.preferred_name),
        born_on=table.day("born_on", default=usual.born_on),
        has_setting=table.flag("has_setting", default=usual.has_setting),
    )
    table.end()
    return child


def _moves(top: Table) -> tuple[Move, ...]:
    if "moves" not in top:
        top.note("“moves” is missing. Write [[moves]] with a step or a wait.", rule="missing_key")
    return tuple(_move(table) for table in top.tables("moves"))


def _move(table: Table) -> Move:
    if ("step" in table) == ("wait" in table):
        table.note("a move has either “step” or “wait”. Write one of them.", rule="bad_move")
    move = _wait(table) if "wait" in table else _step(table)
    table.end()
    return move


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
    by = table.text("by", default="") or None
    if by is not None and not _PERSON.fullmatch(by):
        message = f"“by” is “{by}”, and must be a lane and a number, such as manager_2."
        table.note(message, key="by")
    refused = table.text("refused", default="") or None
    if refused is not None and not _ERROR_NAME.fullmatch(refused):
        message = f"“refused” is “{refused}”, and must name an error, such as SameActorTwice."
        table.note(message, key="refused")
    answers = {name: _as_json(answer) for name, answer in table.content("answers").items()}
    return StepMove(step=step, answers=MappingProxyType(answers), by=by, refused=refused)


def _expected(top: Table) -> Expected:
    if "expect" not in top:
        message = "“expect” is missing. Write [expect] with what must come of the story."
        top.note(message, rule="missing_key")
    table = top.table("expect")
    decided = table.table("decided")
    expected = Expected(
        open=table.texts("open") if "open" in table else None,
        ended=table.text("ended", default="") or None,
        letters=table.texts("letters") if "letters" in table else None,
        decided=MappingProxyType({name: decided.texts(name) for name in decided}),
    )
    for key in ("open", "letters"):  # so that they are known where they are not written
        table.texts(key)
    table.end()
    return expected


def _as_json(value: object) -> object:
    """Return an answer as a form takes it: TOML has days and times of its own, JSON has not."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _as_json(each) for key, each in value.items()}
    return value
