"""How the time of a timer is read, whoever wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.executable.times import once, read_timer
from pathways.model.node import Timer, TimerKind

DURATION, DATE, CYCLE = TimerKind.DURATION, TimerKind.DATE, TimerKind.CYCLE


def read(text: str, kind: TimerKind = DURATION) -> tuple[TimerKind, str] | None:
    timer = read_timer(Timer(kind=kind, text=text), None)
    return None if timer is None else (timer.kind, timer.text)


@pytest.mark.parametrize(
    "text",
    [
        "P14D",
        '"P14D"',
        "'P14D'",
        ' "P14D" ',
        '="P14D"',
        '=duration("P14D")',
        '@"P14D"',
        '${"P14D"}',
        "p14d",
        'duration( "P14D" )',
        "14 days",
        "After 14 days",
        "14 Days later",
        "14-day",
    ],
)
def test_a_duration_is_read_in_quotation_marks_brackets_and_words(text: str) -> None:
    assert read(text) == (DURATION, "P14D")
    assert read(text, DATE) == (DURATION, "P14D")


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("2 weeks", "P2W"),
        ("one month", "P1M"),
        ("a year", "P1Y"),
        ("an hour", "PT1H"),
        ("twelve hours have passed", "PT12H"),
        ("30 mins", "PT30M"),
        ("within 10 days", None),
        ("10 working days", None),
        ("10 days or 2 weeks", None),
        ("some days", None),
        ("tomorrow", None),
    ],
)
def test_words_are_read_only_where_they_can_mean_one_thing(text: str, duration: str | None) -> None:
    assert read(text) == (None if duration is None else (DURATION, duration))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2027-03-27T09:00:00Z", "2027-03-27T09:00:00Z"),
        ("2027-03-27T09:00:00+02:00", "2027-03-27T09:00:00+02:00"),
        ("2027-03-26T09:00:00", "2027-03-26T09:00:00+00:00"),
        ("2027-07-01T09:00:00", "2027-07-01T09:00:00+01:00"),
        ("2027-07-01", "2027-07-01T00:00:00+01:00"),
        ('date and time("2027-03-27T09:00:00Z")', "2027-03-27T09:00:00Z"),
    ],
)
def test_a_day_without_a_time_zone_is_one_of_england(text: str, moment: str) -> None:
    assert read(text, DATE) == (DATE, moment)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("R3/PT1H", CYCLE, "R3/PT1H"),
        ('"R/P1D"', CYCLE, "R/P1D"),
        ("R0/P1D", CYCLE, "R1/P1D"),
        ("R2/2027-03-27T09:00:00Z/P1D", DATE, "2027-03-27T09:00:00Z"),
        ("R2/P1D/2027-03-27T09:00:00Z", DURATION, "P1D"),
    ],
)
def test_a_cycle_is_read_and_with_a_day_only_at_its_first_time(
    text: str, kind: TimerKind, said: str
) -> None:
    assert read(text, CYCLE) == (kind, said)


def test_the_first_time_of_a_cycle_is_after_one_round() -> None:
    assert once(Timer(kind=CYCLE, text="R3/PT1H")) == Timer(kind=DURATION, text="PT1H")
    assert once(Timer(kind=DURATION, text="P1D")) == Timer(kind=DURATION, text="P1D")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "${x}",
        "=x",
        "0 0 9 * * ?",
        "R3/0 0 9",
        "P",
        "-P1D",
        "P0.5D",
        "2027-13-01",
        "P999999Y",
        "9999-12-31T23:59:59-05:00",
        '""',
        "R/R/R",
        "duration()",
    ],
)
def test_what_says_no_time_is_no_time(text: str) -> None:
    assert read(text) is None


def test_a_code_is_a_period_where_nobody_knows_which_there_are() -> None:
    timer = Timer(kind=DURATION, text="SCHOOL_REPLY")

    assert read_timer(timer, None) == timer
    assert read_timer(timer, {"SCHOOL_REPLY"}) == timer
    assert read_timer(timer, {"ANOTHER"}) is None


@given(st.text(max_size=300))
def test_any_text_is_a_time_or_none_and_what_is_read_is_read_again_as_the_same(text: str) -> None:
    first = read_timer(Timer(kind=DURATION, text=text), None)

    if first is not None:
        assert read_timer(first, None) == first
