"""The periods that the law sets, by code and by the day from which they are the law."""

import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from pathways.law.exceptions import EXCEPTIONS
from pathways.model.law import Statute
from pathways.model.pathway import PeriodBound, PeriodUnit


def _read() -> Mapping[str, tuple[Statute, ...]]:
    source = files("pathways.law").joinpath("statutes.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {code: _dated(code, each) for code, each in tomllib.loads(source).items()}
    )


def _dated(code: str, written: list[dict[str, Any]]) -> tuple[Statute, ...]:
    statutes = (_statute(code, each) for each in written)
    return tuple(sorted(statutes, key=lambda one: one.in_force_on))


def _statute(code: str, written: dict[str, Any]) -> Statute:
    regulation = written.get("excused_by", "")
    return Statute(
        code=code,
        in_force_on=written["in_force_on"],
        until=written.get("until"),
        duration=written["duration"],
        unit=PeriodUnit(written.get("unit", PeriodUnit.CALENDAR.value)),
        bound=PeriodBound(written["bound"]),
        counts_first_day=written.get("counts_first_day", False),
        words=written["words"],
        source=written["source"],
        title=written["title"],
        family=written["family"],
        exceptions=MappingProxyType(
            {
                name: f"{regulation}{EXCEPTIONS[name].paragraph}"
                for name in written.get("exceptions", ())
            }
        ),
    )


#: Code -> what the law says, the earliest first.
STATUTES: Mapping[str, tuple[Statute, ...]] = _read()


def statute(code: str, on: date) -> Statute | None:
    """Return what the law says of a period on a day; None where it sets no such period then."""
    return next((one for one in STATUTES.get(code, ()) if one.holds_on(on)), None)
