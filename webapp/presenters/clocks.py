"""Dates that the law sets, in a case: for staff, for the family, and on a worklist."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pathways.law import EXCEPTIONS, statute
from pathways.model.pathway import PeriodBound
from webapp import addresses
from webapp.presenters import times
from webapp.presenters.page import Link
from workflow.model.case import CaseFile
from workflow.model.clock import CaseClock, ClockNotice, ClockState, ReliedOn

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a date stands, in words, with a colour that says no more than they do."""

    words: str
    #: `"red"` where somebody has to act, `"grey"` where nobody need, `""` where it is well.
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionLine:
    """One exception that was relied on."""

    title: str
    source: str
    #: (label, what was written), in order.
    said: tuple[tuple[str, str], ...]
    #: `"Officer Ash, on 3 March 2027"`.
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLine:
    """One date in the table of a staff page."""

    title: str
    source: str
    started: str
    last_day: str
    state: State
    exceptions: tuple[ExceptionLine, ...]
    #: The form to rely on an exception; None where none is needed or known.
    rely: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyClock:
    """One date as a family reads it."""

    #: `"The council must send you the final plan by 31 May 2027."`
    duty: str
    #: `"This date is set by law: SEND Regulations, regulation 13(2)."`
    source: str
    #: What has come of it, in a sentence.
    state: str
    late: bool
    exceptions: tuple[ExceptionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """One date that somebody should look at, on a worklist."""

    link: Link
    state: State


def clock_lines(file: CaseFile, *, now: datetime) -> tuple[ClockLine, ...]:
    """Return the dates of a case for those who work on it, by when they end."""
    return tuple(_line(one, now, excusable=one.id in file.excusable) for one in file.clocks)


def family_clocks(clocks: Iterable[CaseClock], *, now: datetime) -> tuple[FamilyClock, ...]:
    """Return the dates of a case for its family, by when they end."""
    return tuple(_for_family(one, now) for one in clocks)


def date_lines(notices: Iterable[ClockNotice], *, now: datetime) -> tuple[DateLine, ...]:
    """Return the dates that somebody should look at, the soonest first."""
    return tuple(
        DateLine(
            link=Link(
                text=f"{title(one.clock)}: {one.child_name}, {one.case_reference}",
                href=addresses.case(one.clock.case_id),
            ),
            state=state(one.clock, now=now),
        )
        for one in notices
    )


def title(clock: CaseClock) -> str:
    """Return what has to be done, as a heading: `"Issue the final plan"`."""
    law = statute(clock.code, clock.started_on)
    return law.title if law else clock.code


def state(clock: CaseClock, *, now: datetime) -> State:
    """Return how a date stands."""
    at_least = clock.bound is PeriodBound.AT_LEAST
    if clock.state is ClockState.RUNNING:
        if at_least:
            return State(words=f"Not before {_following(clock)}", colour="grey")
        left = (clock.last_day - times.day_of(now)).days
        words = "Ends today" if left <= 0 else f"{_days(left)} left"
        return State(words=words, colour="red" if clock.noticed_at else "grey")
    if clock.state is ClockState.MET:
        met = "" if clock.met_at is None else f" on {times.short_day(times.day_of(clock.met_at))}"
        return State(words="Time given in full" if at_least else f"Done in time{met}", colour="")
    if clock.state is ClockState.ENDED:
        return State(words="The case ended before", colour="grey")
    return State(words=_missed(clock, now), colour="red")


def not_before(clock: CaseClock) -> str:
    """Say from when on a step can be done that must leave the family time."""
    return (
        f"The law gives the family time until the end of {times.short_day(clock.last_day)}. You "
        f"can send this from {_following(clock)} on, not before. You can fill it in and save it "
        "now."
    )


def by_law(clock: CaseClock, *, now: datetime) -> State:
    """Return what a worklist says of a date of the case that a task belongs to."""
    here = state(clock, now=now)
    return State(words=f"Date set by law: {here.words.lower()}", colour=here.colour)


def _line(clock: CaseClock, now: datetime, *, excusable: bool) -> ClockLine:
    law = statute(clock.code, clock.started_on)
    called = f"Rely on an exception: {title(clock)}"
    return ClockLine(
        title=title(clock),
        source=law.source if law else "",
        started=times.short_day(clock.started_on),
        last_day=times.short_day(clock.last_day),
        state=state(clock, now=now),
        exceptions=tuple(_exception(clock, one, family=False) for one in clock.relied_on),
        rely=Link(text=called, href=addresses.exception(clock.id)) if excusable else None,
    )


def _for_family(clock: CaseClock, now: datetime) -> FamilyClock:
    law = statute(clock.code, clock.started_on)
    duty = law.family if law else "Something must be done by {date}."
    return FamilyClock(
        duty=duty.replace("{date}", times.short_day(clock.last_day)),
        source=f"This date is set by law: {law.source}." if law else "This date is set by law.",
        state=_told(clock, now),
        late=clock.state is ClockState.MISSED,
        exceptions=tuple(_exception(clock, one, family=True) for one in clock.relied_on),
    )


def _told(clock: CaseClock, now: datetime) -> str:
    at_least = clock.bound is PeriodBound.AT_LEAST
    if clock.state is ClockState.RUNNING:
        return f"The council must not go on before {_following(clock)}." if at_least else ""
    if clock.state is ClockState.MET and clock.met_at is not None:
        day = times.short_day(times.day_of(clock.met_at))
        return "You had all of this time." if at_least else f"This was done on {day}, in time."
    if clock.state is ClockState.ENDED:
        return "Your request ended before this day."
    if at_least:
        return "The council went on too early. You can complain about this."
    if clock.met_at is None:
        late = _days(clock.days_over(now))
        return f"The council has not done this in time. It is {late} late so far."
    day = times.short_day(times.day_of(clock.met_at))
    return f"The council did this on {day}, {_days(clock.days_over(now))} late."


def _missed(clock: CaseClock, now: datetime) -> str:
    if clock.bound is PeriodBound.AT_LEAST:
        return "Cut short"
    over = f"{_days(clock.days_over(now))} over"
    if clock.met_at is None:
        return over
    return f"Done on {times.short_day(times.day_of(clock.met_at))}, {over}"


def _exception(clock: CaseClock, relied: ReliedOn, *, family: bool) -> ExceptionLine:
    exception = EXCEPTIONS[relied.said.exception]
    law = statute(clock.code, clock.started_on)
    labels = (
        ("What shows it", relied.said.evidence),
        ("Why it could not be done in time", relied.said.why),
        ("What we told you" if family else "What the family was told", relied.said.told),
    )
    return ExceptionLine(
        title=exception.family if family else exception.title,
        source=law.exceptions.get(exception.id, "") if law else "",
        said=labels,
        by=f"{relied.by}, on {times.short_day(times.day_of(relied.at))}",
    )


def _following(clock: CaseClock) -> str:
    return times.short_day(clock.last_day + _ONE_DAY)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
