from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pathways.model.duration import Duration
from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.pathway import PeriodUnit
from pathways.model.scenario import (
    ExceptionMove,
    Expected,
    Scenario,
    ScenarioChild,
    StepMove,
    WaitMove,
)
from pathways.scenarios import read_scenario

SMALL = """
name = "A tablet"
story = "Robin asks for a tablet."

[[moves]]
step = "ask_for_it"
answers = { what = "A tablet" }

[expect]
open = ["check_the_plan"]
"""


def read(text: str) -> Scenario:
    return read_scenario(text.encode(), file="scenarios/tablet.toml")


def findings(text: str) -> tuple[Finding, ...]:
    with pytest.raises(PathwayInvalid) as invalid:
        read(text)
    return invalid.value.findings


def test_a_small_story_has_usual_values_for_the_rest() -> None:
    scenario = read(SMALL)

    assert (scenario.name, scenario.story) == ("A tablet", "Robin asks for a tablet.")
    assert scenario.child == ScenarioChild()
    assert scenario.child.has_setting
    assert scenario.opened_at == datetime(2027, 1, 11, 9, tzinfo=UTC)
    assert scenario.moves == (StepMove(step="ask_for_it", answers={"what": "A tablet"}),)
    assert scenario.expected == Expected(open=("check_the_plan",))


def test_a_whole_story_is_read() -> None:
    scenario = read(
        """
        name = "N"
        story = "S"
        opened_at = 2027-06-01T10:00:00+01:00
        [child]
        preferred_name = "Ash"
        born_on = 2009-02-03
        has_setting = false
        [[moves]]
        step = "decide"
        by = "manager_2"
        refused = "SameActorTwice"
        [moves.answers]
        cost = 12.50
        day = 2027-03-27
        boxes = ["a"]
        ok = true
        [[moves]]
        wait = "P15D"
        unit = "working"
        [[moves]]
        wait = "PT36H"
        [expect]
        open = []
        ended = "it_came"
        letters = ["tell_yes", "tell_end"]
        [expect.decided]
        who_decides = ["r1"]
        """
    )

    assert scenario.opened_at == datetime(2027, 6, 1, 9, tzinfo=UTC)
    assert scenario.child == ScenarioChild(
        preferred_name="Ash", born_on=date(2009, 2, 3), has_setting=False
    )
    assert scenario.moves == (
        StepMove(
            step="decide",
            answers={"cost": Decimal("12.50"), "day": "2027-03-27", "boxes": ["a"], "ok": True},
            by="manager_2",
            refused="SameActorTwice",
        ),
        WaitMove(duration=Duration(days=15), unit=PeriodUnit.WORKING),
        WaitMove(duration=Duration(hours=36)),
    )
    assert scenario.expected == Expected(
        open=(), ended="it_came", letters=("tell_yes", "tell_end"), decided={"who_decides": ("r1",)}
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "A tablet"', "", "“name” is missing"),
        ("story", "stroy", "Did you mean “story”?"),
        ('step = "ask_for_it"', "", "either “step”, “wait” or “rely_on”"),
        ('step = "ask_for_it"', 'step = "a"\nwait = "P1D"', "either “step”, “wait” or “rely_on”"),
        ('step = "ask_for_it"', 'step = "a"\nby = "manager"', "manager_2"),
        ('step = "ask_for_it"', 'step = "a"\nrefused = "not a name"', "SameActorTwice"),
        ('step = "ask_for_it"', 'step = "a"\nwhen = "P1D"', "“when” is not known"),
        ('answers = { what = "A tablet" }', "answers = 3", "“answers” must be a table"),
        ("[expect]", "[expected]", "“expect” is missing"),
        ("open = ", "opened = ", "Did you mean “open”?"),
        ('["check_the_plan"]', "[1]", "list of texts"),
        ('["check_the_plan"]', '"check_the_plan"', "must be a list"),
        ("[[moves]]", "[[steps]]", "“moves” is missing"),
        ("[[moves]]", "[moves]", "[[moves]]"),
        ("\n[[moves]]", "opened_at = 2027-01-01T09:00:00\n[[moves]]", "needs Z or an offset"),
        ("\n[[moves]]", "child = 3\n[[moves]]", "“child” must be a table"),
        ("[[moves]]", "[child]\nborn_on = 'x'\n[[moves]]", "“born_on” must be a day"),
    ],
)
def test_what_is_wrong_with_a_story_is_a_finding(old: str, new: str, said: str) -> None:
    assert old in SMALL

    found = findings(SMALL.replace(old, new))

    assert any(said in finding.message for finding in found)
    assert all(finding.file == "scenarios/tablet.toml" for finding in found)


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        ('wait = "15 days"', "not a duration"),
        ('wait = "P1M"\nunit = "working"', "counted whole"),
        ('wait = "P1D"\nunit = "weeks"', "must be one of: calendar, working"),
        ('wait = "P1D"\nanswers = {}', "“answers” is not known"),
    ],
)
def test_what_is_wrong_with_a_wait_is_a_finding(wait: str, said: str) -> None:
    text = SMALL.replace('step = "ask_for_it"\nanswers = { what = "A tablet" }', wait)

    assert said in findings(text)[0].message


def test_all_findings_of_a_story_come_at_once() -> None:
    text = 'story = ""\n[[moves]]\nwait = "x"\n[expect]\nend = "y"'

    assert len(findings(text)) == 4


def test_a_story_of_dates_set_by_law_says_who_relies_on_what_and_what_comes_of_it() -> None:
    scenario = read(
        """
        name = "Away"
        story = "They are away."

        [[moves]]
        rely_on = "FINAL_PLAN"
        exception = "absence_from_area"
        evidence = "A letter"
        why = "They were away"
        told = "We are sorry"
        by = "manager_1"
        refused = "ClockWasMet"

        [expect]
        warned = ["FINAL_PLAN P14D"]
        excused = []
        clocks = { FINAL_PLAN = "met" }
        """
    )

    assert scenario.moves == (
        ExceptionMove(
            clock="FINAL_PLAN",
            exception="absence_from_area",
            evidence="A letter",
            why="They were away",
            told="We are sorry",
            by="manager_1",
            refused="ClockWasMet",
        ),
    )
    assert scenario.expected == Expected(
        clocks={"FINAL_PLAN": "met"}, warned=("FINAL_PLAN P14D",), excused=()
    )
