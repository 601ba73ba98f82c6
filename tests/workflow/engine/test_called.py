"""A process that two lanes call: each of its steps is offered to whoever calls it."""

from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeTime
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.pictured import diagram
from workflow.model.actor import CASE_OFFICER, FAMILY
from workflow.model.case import CaseStatus
from workflow.publishing import pathway_files

KEY = "a_bike"
FILES = dict(pathway_files(Path(__file__).parents[1] / "pathways" / "as_drawn"))
DRAWING = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="http://example.org/bpmn">
  <process id="a_bike" name="A bike">
    <laneSet id="lanes">
      <lane id="family" name="Family">
        <flowNodeRef>begin</flowNodeRef><flowNodeRef>x</flowNodeRef>
      </lane>
      <lane id="case_officer" name="Case officer"><flowNodeRef>y</flowNodeRef></lane>
    </laneSet>
    <startEvent id="begin" name="A bike is wanted" />
    <callActivity id="x" name="Try it at home" calledElement="try_it" />
    <callActivity id="y" name="Try it in the office" calledElement="try_it" />
    <endEvent id="over" name="It was tried" />
    <sequenceFlow id="f1" sourceRef="begin" targetRef="x" />
    <sequenceFlow id="f2" sourceRef="x" targetRef="y" />
    <sequenceFlow id="f3" sourceRef="y" targetRef="over" />
  </process>
  <process id="try_it" name="Try it">
    <startEvent id="tried" name="It is here" />
    <userTask id="ride" name="Ride it" />
    <endEvent id="ridden" name="It was ridden" />
    <sequenceFlow id="f4" sourceRef="tried" targetRef="ride" />
    <sequenceFlow id="f5" sourceRef="ride" targetRef="ridden" />
  </process>
  %s
</definitions>
"""
SHAPES = {
    "family": (0, 0, 600, 120),
    "case_officer": (0, 120, 600, 120),
    "begin": (40, 42, 36, 36),
    "x": (120, 20, 100, 80),
    "y": (260, 140, 100, 80),
    "over": (420, 162, 36, 36),
    "tried": (40, 342, 36, 36),
    "ride": (120, 320, 100, 80),
    "ridden": (260, 342, 36, 36),
}
ARROWS = {
    "f1": ((76, 60), (120, 60)),
    "f2": ((220, 60), (310, 60), (310, 140)),
    "f3": ((360, 180), (420, 180)),
    "f4": ((76, 360), (120, 360)),
    "f5": ((220, 360), (260, 360)),
}


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> SmallHouse:
    files = {**FILES, "pathway.bpmn": (DRAWING % diagram(KEY, SHAPES, ARROWS)).encode()}
    return build_small_house(tmp_path / "small", time, files)


def test_each_step_of_it_is_done_by_the_lane_that_calls(house: SmallHouse) -> None:
    engine = house.workflow.engine
    first = engine.open_case(house.family, KEY, house.child_id, key=str(uuid4())).task
    assert first is not None
    assert (first.step, first.role) == ("ride", FAMILY)

    house.complete(first, {"done": True})
    second = house.waiting(first.case_id)

    assert (second.step, second.role) == ("ride", CASE_OFFICER)
    house.complete(second, {"done": True})
    file = engine.case_file(house.family, first.case_id)
    assert file.case.status is CaseStatus.COMPLETED
    assert [row.role for row in file.record] == [FAMILY, CASE_OFFICER]
