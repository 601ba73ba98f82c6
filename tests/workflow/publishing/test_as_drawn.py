"""A drawing with nothing beside it is published; what no assumption mends keeps it out."""

from pathlib import Path

import pytest

from pathways.checks import check
from pathways.model.finding import PathwayInvalid, Severity
from tests.fakes import FakeTime
from tests.workflow.contents import everything
from tests.workflow.house import SmallHouse, build_small_house
from workflow.publishing import pathway_files

AS_DRAWN = dict(pathway_files(Path(__file__).parents[1] / "pathways" / "as_drawn"))


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> SmallHouse:
    return build_small_house(tmp_path / "small", time)


def test_what_a_drawing_alone_leaves_open_keeps_it_from_nothing(house: SmallHouse) -> None:
    published = house.workflow.publishing.publish(AS_DRAWN)

    assert (published.key, published.number) == ("a_bike", 1)
    told = {one.rule for one in check(published.pathway) if one.severity is Severity.WARNING}
    assert told >= {"which_way", "automatic_step", "timer_text", "implicit_split", "undrawn_end"}


def test_what_no_assumption_mends_keeps_a_drawing_alone_out(house: SmallHouse) -> None:
    step = b'<userTask id="Activity_no" name="Write why not" />'
    assert step in AS_DRAWN["pathway.bpmn"]
    drawing = AS_DRAWN["pathway.bpmn"].replace(
        step, step.replace(b" />", b' isForCompensation="true" />')
    )

    before = everything(house.workflow.store)

    with pytest.raises(PathwayInvalid) as refused:
        house.workflow.publishing.publish({**AS_DRAWN, "pathway.bpmn": drawing})

    found = [(one.rule, one.element) for one in refused.value.findings]
    assert ("compensation", "Activity_no") in found
    assert everything(house.workflow.store) == before
