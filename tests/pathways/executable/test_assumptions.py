"""Each assumption: what it is made about, what it is not made about, and how it then runs."""

from pathlib import Path

import pytest

from pathways.bpmn import read_drawing
from pathways.executable import ASSUMPTIONS, Executable, assumptions, executable
from pathways.model.finding import Severity
from tests.pathways.executable.runs import Run
from tests.pathways.executable.sketched import SKETCHED

NAMES = [assumption.name for assumption in ASSUMPTIONS]


def bad(name: str) -> Executable:
    return executable(read_drawing(SKETCHED[name].bad), SKETCHED[name].beside)


def good(name: str) -> Executable:
    return executable(read_drawing(SKETCHED[name].good))


def test_every_assumption_is_named_once_and_as_its_module_is() -> None:
    modules = {path.stem for path in Path(assumptions.__file__).parent.glob("*.py")}

    assert sorted(NAMES) == sorted(modules - {"__init__"})
    assert sorted(NAMES) == sorted(SKETCHED)


def test_no_assumption_is_an_error_and_each_says_what_it_is_in_a_sentence() -> None:
    for assumption in ASSUMPTIONS:
        assert assumption.severity is not Severity.ERROR
        assert assumption.title[0].isupper()
        assert assumption.title.endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_assumed_is_told_at_the_element_with_what_to_draw_instead(name: str) -> None:
    (finding,) = [each for each in bad(name).findings if each.rule == name]

    assert finding.element == SKETCHED[name].names
    assert finding.message.endswith(".")
    assert finding.severity is not Severity.ERROR
    advice = ("Draw", "Write", "Delete", "Mark", "Move", "Take", "It stays", "They stay")
    assert any(word in finding.message for word in advice)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_drawn_as_it_should_be_needs_no_assumption(name: str) -> None:
    assert name not in {each.rule for each in good(name).findings}


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_that_needs_an_assumption_runs_and_stays_as_it_is(name: str) -> None:
    drawing = read_drawing(SKETCHED[name].bad)
    copy = executable(drawing, SKETCHED[name].beside)

    assert copy.may_run
    run = Run(copy)
    assert run.open or run.awaited or run.now.done
    assert drawing == read_drawing(SKETCHED[name].bad)
    assert drawing.xml == SKETCHED[name].bad


@pytest.mark.parametrize("name", NAMES)
def test_what_is_made_up_stands_for_something_that_is_drawn(name: str) -> None:
    drawing = read_drawing(SKETCHED[name].bad)
    copy = executable(drawing, SKETCHED[name].beside)

    assert set(copy.stands_for) == set(copy.drawing.nodes) - set(drawing.nodes)
    assert set(copy.stands_for.values()) <= set(drawing.nodes)
    assert set(copy.forms) <= set(copy.drawing.nodes)
