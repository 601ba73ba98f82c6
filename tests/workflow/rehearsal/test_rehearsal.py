"""A rehearsal says in words what came out differently from what the author of a story expected."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pathways.model.finding import PathwayInvalid
from pathways.model.scenario import Scenario
from tests.workflow.house import ONCE_AROUND
from workflow.publishing import pathway_files
from workflow.rehearsal import Rehearsal, rehearse, scenarios

ASK = '[[moves]]\nstep = "ask_for_it"\nanswers = { what = "A tablet", kind = "ours" }\n'
NO = ASK.replace('"ours"', '"theirs"')
CHECK = '[[moves]]\nstep = "check_it"\nanswers = { seen = "It", price = 1.50, more = false }\n'
THINK = '[[moves]]\nwait = "P3D"\nunit = "working"\n'
ENDED = '[expect]\nopen = []\nended = "ended"\nletters = ["tell_yes"]\n'


def _played(*parts: str) -> Rehearsal:
    text = 'name = "A story"\nstory = "Told."\n' + "".join(parts)
    (scenario,) = scenarios({"scenarios/one.toml": text.encode()})
    return rehearse(ONCE_AROUND, scenario)


def test_a_story_that_comes_out_has_no_problems_and_says_where_it_went() -> None:
    decided = '[expect.decided]\nwhich_way = ["ours"]\n'

    played = _played(ASK, CHECK, THINK, ENDED, decided)

    assert played.problems == ()
    assert played.fired == {("which_way", "ours")}
    assert {"is_it_for_us_yes", "once_more_no"} <= played.travelled
    assert "is_it_for_us_no" not in played.travelled


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ((NO, CHECK, ENDED), "Move 2: “check_it” does not wait; nothing does."),
        ((CHECK, ENDED), "Move 1: “check_it” does not wait; ask_for_it does."),
        ((ASK, CHECK, ENDED), "Ended at nothing, expected ended."),
        ((NO, ENDED), "Ended at ended_with_no, expected ended."),
        (
            (ASK, '[expect]\nopen = ["ask_for_it"]\n'),
            "Waits for ['check_it'], expected ['ask_for_it'].",
        ),
        (
            (ASK, CHECK, THINK, ENDED.replace("tell_yes", "tell_no")),
            "Wrote the letters ('tell_yes',), expected ('tell_no',).",
        ),
        (
            (ASK, '[expect]\n[expect.decided]\nwhich_way = ["theirs"]\n'),
            "“which_way” fired ('ours',), expected ('theirs',).",
        ),
        (
            (ASK.replace('what = "A tablet", ', ""), ENDED),
            "Move 1, “ask_for_it”: Some answers need another look.",
        ),
        (
            (ASK.replace("answers", 'refused = "SameActorTwice"\nanswers'), ENDED),
            "Move 1, “ask_for_it”: should have been refused with SameActorTwice, but was not.",
        ),
        (
            (ASK.replace('"ours"', '"unheard_of"'), ENDED),
            "Move 1, “ask_for_it”: At “Find the way”: “Which way?”: no rule fits",
        ),
    ],
)
def test_what_comes_out_differently_is_told(parts: tuple[str, ...], problem: str) -> None:
    played = _played(*parts)

    assert played.problems[0].startswith(problem)


def test_a_refusal_that_the_story_expects_leaves_the_story_where_it_was() -> None:
    refused = ASK.replace('what = "A tablet", ', "").replace(
        "answers", 'refused = "InvalidAnswers"\nanswers'
    )

    assert _played(refused, ASK, CHECK, THINK, ENDED).problems == ()


def test_deadlines_happen_on_their_day_however_long_a_story_waits() -> None:
    played = _played(
        ASK,
        '[[moves]]\nwait = "P60D"\n',
        '[expect]\nopen = ["check_it"]\nletters = ["remind_the_officer"]\n',
    )

    assert played.problems == ()


def test_a_story_of_a_pathway_that_cannot_be_used_is_not_played() -> None:
    (scenario,) = scenarios(
        {"scenarios/one.toml": f'name = "x"\nstory = "x"\n{ASK}{ENDED}'.encode()}
    )

    with pytest.raises(PathwayInvalid):
        rehearse({"pathway.bpmn": b"<"}, scenario)


def test_stories_come_in_the_order_of_their_files_and_bad_ones_are_named() -> None:
    one = b'name = "One"\nstory = "x"\n[[moves]]\nwait = "P1D"\n[expect]\n'

    found = scenarios({"scenarios/b.toml": one.replace(b"One", b"Two"), "scenarios/a.toml": one})

    assert [each.name for each in found] == ["One", "Two"]
    with pytest.raises(PathwayInvalid, match=r"scenarios/a\.toml"):
        scenarios({"scenarios/a.toml": b"name ="})


def test_a_rehearsal_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    _played(ASK, CHECK, THINK, ENDED)

    assert list(tmp_path.iterdir()) == []


PLAN_IN_TIME = dict(pathway_files(Path(__file__).parents[1] / "pathways" / "plan_in_time"))


@pytest.mark.parametrize("story", scenarios(PLAN_IN_TIME), ids=lambda story: story.name)
def test_stories_of_dates_set_by_law_come_out_as_written(story: Scenario) -> None:
    assert rehearse(PLAN_IN_TIME, story).problems == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"clocks": {"FINAL_PLAN": "missed"}}, "The clock FINAL_PLAN is met, expected missed."),
        ({"clocks": {"ADVICE": "met"}}, "The clock ADVICE is not started, expected met."),
        ({"warned": ("FINAL_PLAN P14D",)}, "Warned of nothing, expected"),
        ({"excused": ("FINAL_PLAN absence_from_area",)}, "Relied on nothing, expected"),
    ],
)
def test_a_story_that_expects_other_dates_says_what_came_of_them(
    changed: dict[str, Any], said: str
) -> None:
    story = next(one for one in scenarios(PLAN_IN_TIME) if one.name == "In time")
    other = replace(story, expected=replace(story.expected, **changed))

    (problem,) = rehearse(PLAN_IN_TIME, other).problems

    assert said in problem
