import subprocess
import sys
from collections import Counter

import pytest

from pathways.model.node import ChoiceKind, EventPosition, StepKind, Trigger
from pathways.model.pathway import Pathway
from pathways.model.scenario import Scenario
from pathways.reading import read_pathway
from tests.architecture.tree import ROOT
from workflow.publishing import pathway_files
from workflow.rehearsal import rehearse, scenarios

BENCH = ROOT / "bench"
FILES = pathway_files(BENCH / "pathway")
YEARS = scenarios(FILES)


@pytest.fixture(scope="module")
def measured() -> Pathway:
    return read_pathway(FILES)


@pytest.mark.parametrize("year", YEARS, ids=lambda year: year.name)
def test_every_year_that_is_measured_comes_out_as_told(year: Scenario) -> None:
    assert rehearse(FILES, year).problems == ()


def test_the_measured_drawing_has_everything_that_can_be_costly(measured: Pathway) -> None:
    drawing = measured.drawing
    steps = Counter(step.kind for step in drawing.steps())
    choices = Counter(choice.kind for choice in drawing.choices())
    edges = [event for event in drawing.events() if event.position is EventPosition.BOUNDARY]

    assert steps[StepKind.USER] == 17
    assert (steps[StepKind.DECISION], steps[StepKind.CALL]) == (1, 1)
    assert len(drawing.lanes) == 3
    assert (choices[ChoiceKind.EXCLUSIVE], choices[ChoiceKind.PARALLEL]) == (7, 2)
    assert [event.trigger for event in edges] == [Trigger.TIMER]


def test_a_step_inside_a_call_is_done_in_the_lane_that_calls(measured: Pathway) -> None:
    nodes = measured.drawing.nodes

    assert nodes["compare_the_offers"].lane == nodes["choose_the_support"].lane == "case_officer"


def test_the_bench_runs_and_says_what_it_found() -> None:
    command = [sys.executable, "-m", "bench.complete_task", "--quick"]

    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603  our own

    assert run.stderr == ""
    assert run.returncode == 0
    for said in (
        "CPU ms per completed task",
        "100 over 10, side by side: ",
        "The naive way over Fingerpost at 100: ",
        "Fingerpost over the bare transaction: ",
        "State of a case after 100, at most: ",
    ):
        assert said in run.stdout
