"""What can come after a step, from the drawing alone."""

from importlib.resources import files

import pytest

from pathways.bpmn import read_drawing
from pathways.model.drawing import Drawing
from pathways.model.node import EventPosition
from webapp.presenters.next_steps import next_steps


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    folder = files("pathways") / "library" / "quick_one_off"
    return read_drawing((folder / "pathway.bpmn").read_bytes())


def test_every_way_on_is_named_with_who_has_it(drawing: Drawing) -> None:
    after = next_steps(drawing, "say_if_it_can_be_used")

    assert len(after) >= 2
    assert all(words.endswith(")") for words in after)


def test_every_step_leads_to_something_that_has_a_name(drawing: Drawing) -> None:
    for step in drawing.steps():
        assert next_steps(drawing, step.id) or not drawing.outgoing(step.id)


def test_an_end_is_named_without_a_lane(drawing: Drawing) -> None:
    ends = {event.name for event in drawing.events() if event.position is EventPosition.END}
    named = {words for step in drawing.steps() for words in next_steps(drawing, step.id)}

    assert named & ends
