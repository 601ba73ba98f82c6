"""periods.toml: how long things may or must take; dated data with a bound and a source."""

import re

from pathways.model.duration import read_duration
from pathways.model.pathway import Period, PeriodBound, PeriodUnit
from pathways.reading.folder import PERIODS
from pathways.toml import Table, read_toml

_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")


def read_periods(source: bytes, *, file: str = PERIODS) -> dict[str, Period]:
    """Read the periods of a pathway, by code. Each says which way a council may move it.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    top = read_toml(source, file=file)
    periods = {code: _period(code, top.table(code)) for code in top}
    for code in periods:
        if _CODE.fullmatch(code) is None:
            message = f"“{code[:60]}” cannot be a period's code. Write it like SCHOOL_REPLY."
            top.note(message, key=code)
    top.close()
    return periods


def _period(code: str, table: Table) -> Period:
    period = Period(
        code=code,
        duration=table.text("duration"),
        unit=table.choice("unit", PeriodUnit),
        bound=table.choice("bound", PeriodBound),
        words=table.text("words"),
        source=table.text("source"),
        in_force_on=table.day("in_force_on"),
    )
    table.end()
    if period.duration:
        _check_duration(period, table)
    return period


def _check_duration(period: Period, table: Table) -> None:
    try:
        duration = read_duration(period.duration)
    except ValueError as wrong:
        table.note(str(wrong), key="duration")
        return
    if duration.zero:
        table.note(f"“{period.duration}” is no time at all. Write a longer one.", key="duration")
    if period.unit.whole_days and not duration.only_days:
        message = (
            f"“{period.duration}” cannot be counted in {period.unit.value} days, which are whole. "
            'Write days, such as P10D, or unit = "calendar".'
        )
        table.note(message, key="duration")
