from datetime import date

import pytest

from pathways.model.node import Event, EventPosition, Step, StepKind, Timer, TimerKind, Trigger
from pathways.model.pathway import Period, PeriodBound, PeriodUnit
from pathways.words import catalogue
from pathways.words.timers import Times


def period(code: str, duration: str, unit: PeriodUnit, words: str) -> Period:
    return Period(
        code=code,
        duration=duration,
        unit=unit,
        bound=PeriodBound.AT_MOST,
        words=words,
        source="House rules",
        in_force_on=date(2026, 1, 1),
    )


PERIODS = {
    "REPLY": period("REPLY", "P10D", PeriodUnit.WORKING, "10 working days"),
    "REVIEW": period("REVIEW", "P2W", PeriodUnit.CALENDAR, "a fortnight"),
}


def when(kind: TimerKind, text: str, position: EventPosition = EventPosition.BOUNDARY) -> str:
    event = Event(
        id="e",
        name="",
        process="p",
        position=position,
        trigger=Trigger.TIMER,
        timer=Timer(kind=kind, text=text),
    )
    return Times(PERIODS, catalogue("en"), drawn_in="").how_long(event)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("P14D", "after 14 days"),
        ("P1D", "after 1 day"),
        ("P2W", "after 2 weeks"),
        ("P1Y6M", "after 1 year and 6 months"),
        ("P1DT2H30M", "after 1 day, 2 hours and 30 minutes"),
        ("PT36H", "after 36 hours"),
        ("PT0S", "after 0 seconds"),
        ('"PT10H"', "after 10 hours"),
        ("'PT10H'", "after 10 hours"),
        ('duration("P2D")', "after 2 days"),
        ("REPLY", "after 10 working days"),
        ("${timeout}", "after “${timeout}”"),
        ("P", "after “P”"),
        ("P99999999D", "after “P99999999D”"),
        ("-P1D", "after “-P1D”"),
        ("two\n weeks", "after “two weeks”"),
        ("", ""),
        ('""', ""),
    ],
)
def test_a_duration_is_spelled_out_and_anything_else_is_said_as_drawn(text: str, said: str) -> None:
    assert when(TimerKind.DURATION, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-12-24", "on 24 December 2026"),
        ("2026-12-24T09:30:00Z", "on 24 December 2026, 09:30 (UTC)"),
        ("2026-12-24T09:30", "on 24 December 2026, 09:30"),
        ("2026-12-24T09:30:15.5+01:00", "on 24 December 2026, 09:30:15 (UTC+01:00)"),
        ('date and time("2026-12-24T09:30:00Z")', "on 24 December 2026, 09:30 (UTC)"),
        ("2026-13-24", "on “2026-13-24”"),
        ("=due_date", "on “=due_date”"),
        ("P2D", "after 2 days"),
        ("REPLY", "after 10 working days"),
    ],
)
def test_a_date_is_said_as_people_say_it(text: str, said: str) -> None:
    assert when(TimerKind.DATE, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("R/P1D", "every day"),
        ("R3/PT10H", "every 10 hours, 3 times"),
        ("R1/P2W", "every 2 weeks, once"),
        ("R/P1DT12H", "again and again, 1 day and 12 hours apart"),
        ("R2/2026-12-24T00:00:00Z/P1M", "every month, 2 times, from 24 December 2026, 00:00 (UTC)"),
        ("R/tomorrow/P1M", "every month, from tomorrow"),
        ("PT5M", "every 5 minutes"),
        ("0 0/5 * * * ?", "at the times “0 0/5 * * * ?”"),
        ("R/x", "at the times “R/x”"),
        ("${cycle}", "at the times “${cycle}”"),
    ],
)
def test_what_happens_again_and_again_says_how_often(text: str, said: str) -> None:
    assert when(TimerKind.CYCLE, text) == said


def test_a_wait_for_a_date_lasts_until_then() -> None:
    assert when(TimerKind.DATE, "2026-12-24", EventPosition.CATCH) == "until 24 December 2026"
    assert when(TimerKind.DATE, "=due", EventPosition.CATCH) == "until “=due”"


def test_a_text_as_long_as_a_book_is_cut() -> None:
    assert len(when(TimerKind.DURATION, "x" * 10_000)) < 120


@pytest.mark.parametrize(
    ("code", "said", "source"),
    [
        ("REPLY", "within 10 working days", "House rules"),
        ("P2D", "within 2 days", ""),
        ("SOON", "within “SOON”", ""),
        ("", "", ""),
    ],
)
def test_how_long_a_step_may_take_and_who_says_so(code: str, said: str, source: str) -> None:
    step = Step(id="a", name="", process="p", kind=StepKind.USER, extensions={"period": code})
    times = Times(PERIODS, catalogue("en"), drawn_in="")

    assert (times.how_long(step), times.source(step)) == (said, source)


@pytest.mark.parametrize(
    ("code", "said"), [("REPLY", "w ciągu 10 dni roboczych"), ("REVIEW", "w ciągu 2 tygodni")]
)
def test_in_another_language_a_period_is_said_by_its_duration(code: str, said: str) -> None:
    step = Step(id="a", name="", process="p", kind=StepKind.USER, extensions={"period": code})

    assert Times(PERIODS, catalogue("pl"), drawn_in="en").how_long(step) == said
