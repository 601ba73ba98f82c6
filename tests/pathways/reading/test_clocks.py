import pytest

from pathways.model.clock import Clock, ClockMark, ClockMoment
from pathways.model.finding import PathwayInvalid
from pathways.reading.clocks import read_clocks
from tests.pathways.reading.folders import findings, folder, read

ONE = """
[FINAL_PLAN]
starts = { when = "opened" }
target = { when = "reached", step = "tell_yes" }
warnings = ["P3D", "P2W"]
back_stop = "too_late"
exceptions = ["absence_from_area"]
"""
PERIOD = """
[FINAL_PLAN]
duration = "P20W"
unit = "calendar"
bound = "at most"
words = "20 weeks"
source = "SEND Regulations, regulation 13(2)"
in_force_on = 2026-09-01
"""


def test_a_clock_says_what_starts_it_what_meets_it_and_what_comes_at_its_end() -> None:
    assert read_clocks(ONE.encode()) == {
        "FINAL_PLAN": Clock(
            code="FINAL_PLAN",
            starts=ClockMark(when=ClockMoment.OPENED),
            target=ClockMark(when=ClockMoment.REACHED, element="tell_yes"),
            warnings=("P2W", "P3D"),
            back_stop="too_late",
            exceptions=("absence_from_area",),
        )
    }


def test_what_is_not_said_is_completed_without_warning_and_with_all_exceptions() -> None:
    source = b'[ADVICE]\nstarts = { step = "ask" }\ntarget = { step = "answer" }\n'

    (clock,) = read_clocks(source).values()

    assert clock.starts == ClockMark(when=ClockMoment.COMPLETED, element="ask")
    assert clock.target == ClockMark(when=ClockMoment.COMPLETED, element="answer")
    assert (clock.warnings, clock.back_stop, clock.exceptions) == ((), "", None)


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        ('starts = { when = "opened" }', "", "“starts” is missing"),
        ('{ when = "opened" }', '{ when = "begun" }', "must be one of: opened, reached, completed"),
        ('{ when = "opened" }', "{}", "with the id of an element"),
        ('{ when = "opened" }', '{ when = "opened", step = "x" }', "without a step"),
        ('when = "reached", step = "tell_yes"', 'when = "opened"', "cannot be the opening"),
        ('step = "tell_yes"', 'steps = "tell_yes"', "Did you mean “step”?"),
        ('"P2W"', '"PT2H"', "must be whole days"),
        ('"P2W"', '"P1M"', "must be whole days"),
        ('"P2W"', '"P0D"', "must be whole days"),
        ('"P2W"', '"soon"', "must be whole days"),
        ('back_stop = "too_late"', "back_stop = 3", "must be text"),
        ("exceptions", "exception", "Did you mean “exceptions”?"),
    ],
)
def test_what_is_wrong_with_a_clock_is_said_with_what_to_do(
    here: str, there: str, said: str
) -> None:
    with pytest.raises(PathwayInvalid) as refused:
        read_clocks(ONE.replace(here, there).encode())

    assert said in str(refused.value)
    assert all(one.file == "clocks.toml" for one in refused.value.findings)


def test_the_clocks_are_part_of_the_version() -> None:
    files = folder()
    clocks = ONE.replace('back_stop = "too_late"', "").encode()
    periods = files["periods.toml"] + PERIOD.encode()

    pathway = read({**files, "clocks.toml": clocks, "periods.toml": periods})

    assert set(pathway.clocks) == {"FINAL_PLAN"}
    assert pathway.sources["clocks.toml"] == clocks


def test_a_pathway_without_clocks_has_none() -> None:
    assert read(folder()).clocks == {}


def test_a_clock_without_a_period_or_a_step_is_no_version() -> None:
    clocks = ONE.replace("tell_yes", "tell_no").encode()

    found = {one.rule for one in findings({**folder(), "clocks.toml": clocks})}

    assert found == {"unknown_clock", "unknown_clock_element"}
