"""A folder with no more than a drawing and what it is about is a pathway that can be tried."""

from collections.abc import Mapping

import pytest

from tests.pathways.reading.folders import ABOUT, findings, folder, read
from tests.pathways.sketches import condition, flow, sketch, way

_GATEWAY = '<exclusiveGateway id="g-1" name="Is it right?"/>'
_TIMER = '<timerEventDefinition><timeDuration>"P14D"</timeDuration></timerEventDefinition>'
_INSIDE = (
    '<startEvent id="begin"/><userTask id="sid-1-2" name="Ask"/><sendTask id="t" name="Tell"/>'
    f'<businessRuleTask id="d" name="Who decides?"/>{_GATEWAY}<endEvent id="finish"/>'
    f'<intermediateCatchEvent id="w" name="Wait">{_TIMER}</intermediateCatchEvent>'
    + way("begin", "sid-1-2", "t", "d", "w", "g-1")
    + condition("g-1", "finish", "${approved}")
    + flow("g-1", "sid-1-2")
)


def sketched(inside: str = _INSIDE, **more: bytes) -> dict[str, bytes]:
    return {"pathway.bpmn": sketch(inside), "about.toml": ABOUT.encode(), **more}


def rules(files: Mapping[str, bytes]) -> set[str]:
    return {finding.rule for finding in findings(files)}


def test_a_drawing_and_what_it_is_about_are_a_pathway() -> None:
    pathway = read(sketched())

    assert pathway.only_drawn
    assert pathway.periods == {}
    assert (pathway.forms, pathway.letters, pathway.decisions) == ({}, {}, {})


def test_scenarios_beside_it_make_no_difference() -> None:
    assert read({**sketched(), "scenarios/one.toml": b""}).only_drawn


@pytest.mark.parametrize("missing", ["pathway.bpmn", "about.toml"])
def test_both_files_are_needed(missing: str) -> None:
    assert rules({name: one for name, one in sketched().items() if name != missing}) >= {
        "missing_file"
    }


def test_with_anything_else_beside_it_everything_has_to_fit() -> None:
    more = {"periods.toml": b""}

    assert rules({**sketched(), **more}) >= {
        "step_without_letter",
        "step_without_table",
        "not_feel",
    }
    assert not read(folder()).only_drawn


def test_a_period_that_a_step_names_has_to_be_there() -> None:
    inside = _INSIDE.replace('name="Ask"', 'name="Ask" fingerpost:period="SOON"')

    assert "unknown_period" in rules(sketched(inside))


def test_a_step_without_a_form_answers_only_whether_it_is_done() -> None:
    (finding,) = [
        each for each in findings(folder(forms__ask_for_it__json=None)) if "form" not in each.file
    ][:1]

    assert finding.rule == "unknown_name"
    assert "“ask_for_it.what” is not known" in finding.message
    assert "“ask_for_it” has: ask_for_it.done." in finding.message
