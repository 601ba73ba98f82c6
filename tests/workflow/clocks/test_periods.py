import pytest

from pathways.model.duration import read_duration
from pathways.model.pathway import PeriodUnit
from workflow.clocks import words


@pytest.mark.parametrize(
    ("duration", "unit", "said"),
    [
        ("P10D", PeriodUnit.WORKING, "10 working days"),
        ("P1D", PeriodUnit.WORKING, "1 working day"),
        ("P0D", PeriodUnit.WORKING, "0 working days"),
        ("P2W", PeriodUnit.WORKING, "2 weeks of working days"),
        ("P6W", PeriodUnit.CALENDAR, "6 weeks"),
        ("P1W", PeriodUnit.CALENDAR, "1 week"),
        ("P3M", PeriodUnit.CALENDAR, "3 months"),
        ("P1Y3M", PeriodUnit.CALENDAR, "1 year and 3 months"),
        ("P1Y3M2D", PeriodUnit.CALENDAR, "1 year, 3 months and 2 days"),
        ("PT36H", PeriodUnit.CALENDAR, "36 hours"),
        ("PT1M1S", PeriodUnit.CALENDAR, "1 minute and 1 second"),
        ("P0D", PeriodUnit.CALENDAR, "0 days"),
    ],
)
def test_a_period_is_said_as_people_say_it(duration: str, unit: PeriodUnit, said: str) -> None:
    assert words(read_duration(duration), unit) == said
