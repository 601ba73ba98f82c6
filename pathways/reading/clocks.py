"""clocks.toml: which periods of the law run in a case, from what to what."""

from pathways.model.clock import Clock, ClockMark, ClockMoment
from pathways.model.duration import read_duration
from pathways.reading.folder import CLOCKS
from pathways.toml import Table, read_toml


def read_clocks(source: bytes, *, file: str = CLOCKS) -> dict[str, Clock]:
    """Read the clocks of a pathway, by code.

    Whether they fit the drawing and the law, `pathways.checks` knows.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    top = read_toml(source, file=file)
    clocks = {code: _clock(code, top.table(code)) for code in top}
    top.close()
    return clocks


def _clock(code: str, table: Table) -> Clock:
    clock = Clock(
        code=code,
        starts=_mark(table, "starts"),
        target=_mark(table, "target"),
        warnings=_warnings(table),
        back_stop=table.text("back_stop", default=""),
        exceptions=table.texts("exceptions") if "exceptions" in table else None,
    )
    table.texts("exceptions")  # so that it is known where it is not written
    if clock.target.when is ClockMoment.OPENED:
        message = "“target” cannot be the opening of the case. Name a step, reached or completed."
        table.note(message, key="target")
    table.end()
    return clock


def _mark(table: Table, key: str) -> ClockMark:
    if key not in table:
        message = f'“{key}” is missing. Write {key} = {{ when = "completed", step = "…" }}.'
        table.note(message, key=key, rule="missing_key")
    inner = table.table(key)
    when = inner.choice("when", ClockMoment, default=ClockMoment.COMPLETED)
    element = inner.text("step", default="")
    if key in table and (when is ClockMoment.OPENED) == bool(element):
        inner.note(
            'write “step” with the id of an element, or when = "opened" without a step.', key=key
        )
    inner.end()
    return ClockMark(when=when, element=element)


def _warnings(table: Table) -> tuple[str, ...]:
    warnings = table.texts("warnings")
    for each in warnings:
        try:
            whole = read_duration(each).only_days and not read_duration(each).zero
        except ValueError:
            whole = False
        if not whole:
            message = f"“{each[:40]}” in “warnings” must be whole days, such as P14D or P2W."
            table.note(message, key="warnings")
            return ()
    return tuple(sorted(warnings, key=_days, reverse=True))


def _days(text: str) -> int:
    duration = read_duration(text)
    return duration.weeks * 7 + duration.days
