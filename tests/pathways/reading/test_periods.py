import pytest

from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.pathway import PeriodBound
from pathways.reading.periods import read_periods
from tests.pathways.reading.folders import PERIODS


def findings(old: str, new: str) -> tuple[Finding, ...]:
    assert old in PERIODS
    with pytest.raises(PathwayInvalid) as invalid:
        read_periods(PERIODS.replace(old, new).encode())
    return invalid.value.findings


@pytest.mark.parametrize("bound", list(PeriodBound))
def test_a_period_keeps_its_bound(bound: PeriodBound) -> None:
    text = PERIODS.replace('bound = "local"', f'bound = "{bound.value}"')

    assert read_periods(text.encode())["ASK"].bound is bound


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("P28D", "28 days", "not a duration"),
        ("P28D", "P0D", "no time at all"),
        ("P28D", "P1000Y", "hundred years"),
        ("P10D", "P1M", "cannot be counted in working days"),
        ("P10D", "PT8H", "cannot be counted in working days"),
        ('bound = "local"', "", "“bound” is missing"),
        ('bound = "local"', 'bound = "about"', "must be one of: at most, at least, local"),
        ('unit = "calendar"', 'unit = "week"', "must be one of: calendar, working, school"),
        ("[ASK]", "[ask]", "cannot be a period's code"),
        ("[ASK]", "[ASK-IT]", "cannot be a period's code"),
        ("in_force_on = 2026-09-01\n\n", 'in_force_on = "soon"\n\n', "must be a day"),
        ('words = "28 days"', 'word = "28 days"', "Did you mean “words”?"),
        ("[ASK]", "ASK = 3\n[OTHER]", "“ASK” must be a table"),
    ],
)
def test_what_is_wrong_with_a_period_is_a_finding(old: str, new: str, said: str) -> None:
    assert any(said in finding.message for finding in findings(old, new))


def test_a_finding_has_the_line_of_the_right_period() -> None:
    (finding,) = findings('duration = "P10D"', 'duration = "10"')

    assert finding.line == PERIODS.splitlines().index('duration = "P10D"') + 1
    assert finding.element == "CHECK"
