"""about.toml: what a reader wants to know before reading a pathway."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from pathways.model.finding import Severity
from pathways.model.pathway import About, LegalSource
from pathways.reading.folder import ABOUT
from pathways.toml import Table, read_toml


class _Weight(Enum):
    """How much a rule matters, as the file writes it."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    OFF = "off"


def read_about(source: bytes, *, file: str = ABOUT) -> About:
    """Read who a pathway is for, who answers for it, and which law it follows.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    top = read_toml(source, file=file)
    about = About(
        name=top.text("name"),
        summary=top.text("summary"),
        who_it_is_for=top.text("who_it_is_for"),
        owner=top.text("owner"),
        sources=tuple(_source(table) for table in top.tables("sources")),
        review_on=top.day("review_on"),
        fictional=top.text("fictional", default=""),
        help=top.text("help", default=""),
        checks=_checks(top.table("checks")),
    )
    if not about.sources:
        message = "no source is named. Write [[sources]] with the law or decision it rests on."
        top.note(message, key="sources", rule="missing_key")
    top.end()
    top.close()
    return about


def _source(table: Table) -> LegalSource:
    source = LegalSource(
        title=table.text("title"), says=table.text("says"), checked_on=table.day("checked_on")
    )
    table.end()
    return source


def _checks(table: Table) -> Mapping[str, Severity | None]:
    """Return rule -> how much it matters; whether there is such a rule, the checks know."""
    weights = {name: table.choice(name, _Weight) for name in table}
    return MappingProxyType(
        {
            name: None if weight is _Weight.OFF else Severity(weight.value)
            for name, weight in weights.items()
        }
    )
