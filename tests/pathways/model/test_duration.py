import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model.duration import Duration, read_duration


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("P10D", Duration(days=10)),
        ("P6W", Duration(weeks=6)),
        ("P3M", Duration(months=3)),
        ("P1Y", Duration(years=1)),
        ("PT36H", Duration(hours=36)),
        ("P1DT12H30M5S", Duration(days=1, hours=12, minutes=30, seconds=5)),
        ("PT5M", Duration(minutes=5)),
        ("P0D", Duration()),
        ("P1Y2M3W4D", Duration(years=1, months=2, weeks=3, days=4)),
    ],
)
def test_an_iso_duration_is_read_in_its_parts(text: str, duration: Duration) -> None:
    assert read_duration(text) == duration


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT", "P1DT", "10D", "p10d", "P-1D", "-P1D", "P1.5D", "P10", "P1H", "PT1D", "P1D ",
     "P1D2M", '"P14D"', "P14D\n", "P\uff11D", "P9999999D", "P101Y", "P99999W", "R3/P1D"],
)  # fmt: skip
def test_anything_else_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match=r"P10D|shorter"):
        read_duration(text)


@pytest.mark.parametrize("text", ["P10D", "P6W", "P0D"])
def test_whole_days_are_told_from_the_rest(text: str) -> None:
    assert read_duration(text).only_days


@pytest.mark.parametrize("text", ["P3M", "P1Y", "PT36H", "P1DT1S"])
def test_months_and_hours_are_not_whole_days(text: str) -> None:
    assert not read_duration(text).only_days


def test_no_time_at_all_is_known() -> None:
    assert read_duration("PT0S").zero
    assert not read_duration("PT1S").zero


@given(st.lists(st.integers(0, 20), min_size=7, max_size=7))
def test_what_is_written_is_read_back(parts: list[int]) -> None:
    names = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"]
    text = "P{}Y{}M{}W{}DT{}H{}M{}S".format(*parts)

    assert read_duration(text) == Duration(**dict(zip(names, parts, strict=True)))
