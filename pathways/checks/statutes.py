"""The periods that the law sets, by code: data, with their sources."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from pathways.model.pathway import PeriodBound, PeriodUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """One period that the law sets."""

    #: ISO 8601.
    duration: str
    #: Which way a council may move it; never LOCAL.
    bound: PeriodBound
    #: In words, after “at most” or “at least”.
    words: str
    source: str
    unit: PeriodUnit = PeriodUnit.CALENDAR


def _read() -> Mapping[str, Statute]:
    source = files("pathways.checks").joinpath("statutes.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            code: Statute(
                duration=each["duration"],
                bound=PeriodBound(each["bound"]),
                words=each["words"],
                source=each["source"],
            )
            for code, each in tomllib.loads(source).items()
        }
    )


#: Code -> what the law says.
STATUTORY: Mapping[str, Statute] = _read()
