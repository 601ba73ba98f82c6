"""When the periods of a case end: by its pathway, by the law, by the days its school is closed."""

from datetime import datetime, timedelta

from pathways.law import statute
from pathways.model.duration import read_duration
from pathways.model.london import LONDON
from pathways.model.pathway import Pathway, PeriodBound, PeriodUnit
from workflow import clocks
from workflow.engine.editions import Edition
from workflow.engine.rules import PathwayRules
from workflow.model.case import Case
from workflow.model.closure import Closures
from workflow.store import Transaction, closures

_ONE_DAY = timedelta(days=1)


def rules_of(tx: Transaction, edition: Edition, case: Case) -> PathwayRules:
    """Return the rules of a version as one case asks them: its school's closures are known."""
    if not _counts_school_days(edition.version.pathway):
        return edition.rules
    return edition.rules.during(closures.of_setting(tx, case.child.setting_id))


def due_at(
    tx: Transaction, edition: Edition, case: Case, code: str, started_at: datetime
) -> datetime | None:
    """Return the first moment after the last day of a clock; None where it is no law on that day.

    The day of the event is not counted unless the law says that the period begins with it. Where
    pathway and law differ, because the law was changed after the version was published, the one
    counts that is better for the family: the shorter “at most”, the longer “at least”.

    Source: a period of days ends when its last day is over, Pritam Kaur v S Russell & Sons Ltd
    [1973] QB 336.
    """
    began_on = started_at.astimezone(LONDON).date()
    law = statute(code, began_on)
    if law is None:
        return None
    period = edition.version.pathway.periods[code]
    closed: Closures = ()
    if PeriodUnit.SCHOOL in {period.unit, law.unit}:
        closed = closures.of_setting(tx, case.child.setting_id)
    counted_from = began_on - _ONE_DAY if law.counts_first_day else began_on
    ends = [
        clocks.last_day(counted_from, read_duration(duration), unit=unit, closures=closed)
        for duration, unit in ((period.duration, period.unit), (law.duration, law.unit))
    ]
    last_day = max(ends) if law.bound is PeriodBound.AT_LEAST else min(ends)
    return clocks.moment_of_day(last_day + _ONE_DAY)


def _counts_school_days(pathway: Pathway) -> bool:
    return any(one.unit is PeriodUnit.SCHOOL for one in pathway.periods.values())
