"""What begins when an event happens: the tasks of it are offered, and the case ends with it."""

from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeTime
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.pictured import shown
from workflow.model.case import CaseStatus
from workflow.publishing import pathway_files

KEY = "for_each"
FILES = dict(pathway_files(Path(__file__).parents[1] / "pathways" / KEY))
RING = b'<signalEventDefinition signalRef="bell" /></endEvent>'
HEARD = b"""
    <subProcess id="meanwhile" name="Tell the school" triggeredByEvent="true">
      <startEvent id="heard" name="Everybody was asked">
        <signalEventDefinition signalRef="bell" />
      </startEvent>
      <task id="tell" name="Tell the school" fingerpost:period="P3D">
        <extensionElements>
          <fingerpost:wording for="family" lang="en">We tell the school.</fingerpost:wording>
        </extensionElements>
      </task>
      <endEvent id="told" name="The school knows">
        <extensionElements>
          <fingerpost:wording for="family" lang="en">The school knows.</fingerpost:wording>
        </extensionElements>
      </endEvent>
      <sequenceFlow id="f4" sourceRef="heard" targetRef="tell" />
      <sequenceFlow id="f5" sourceRef="tell" targetRef="told" />
    </subProcess>
  </process>"""


PLANE_ENDS = b"</bpmndi:BPMNPlane>"
#: Element -> where it is drawn: x, y, width, height.
SHAPES = {
    "meanwhile": (180, 450, 400, 140),
    "heard": (212, 502, 36, 36),
    "tell": (300, 480, 120, 80),
    "told": (482, 502, 36, 36),
}
ARROWS = {"f4": ((248, 520), (300, 520)), "f5": ((420, 520), (482, 520))}


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> SmallHouse:
    drawing = FILES["pathway.bpmn"]
    drawing = drawing.replace(b"  <process ", b'  <signal id="bell" name="Bell" />\n  <process ')
    drawing = drawing.replace(b"</endEvent>", RING).replace(b"\n  </process>", HEARD)
    drawing = drawing.replace(PLANE_ENDS, shown(SHAPES, ARROWS).encode() + PLANE_ENDS)
    return build_small_house(tmp_path / "small", time, {**FILES, "pathway.bpmn": drawing})


def test_a_signal_at_the_end_begins_what_waits_for_it(house: SmallHouse) -> None:
    engine = house.workflow.engine
    first = engine.open_case(house.family, KEY, house.child_id, key=str(uuid4())).task
    assert first is not None
    house.complete(first, {"people": ["gran"]})
    house.complete(house.waiting(first.case_id), {"said": "She likes it"})

    task = house.waiting(first.case_id)
    assert (task.step, task.role) == ("tell", "case_officer")
    house.complete(task, {"done": True})

    assert engine.case_file(house.family, first.case_id).case.status is CaseStatus.COMPLETED
