"""Every rule looks at whatever can be drawn, and says where and what to do."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.bpmn import read_drawing
from pathways.checks.means import MEANS
from pathways.checks.registry import LOOKING
from pathways.model.drawing import Drawing
from pathways.model.rule import Subject
from pathways.model.wording import Audience, Wording
from tests.pathways.generated import any_drawings, mangled_drawings

#: Far more than any message needs; names in it are shortened.
LONGEST_MESSAGE = 1_000
quiet = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@quiet
@given(xml=any_drawings() | mangled_drawings(), seed=st.integers(min_value=0, max_value=99))
@pytest.mark.parametrize("group", LOOKING)
def test_complaints_are_whole_sentences_about_what_is_drawn(
    group: str, xml: bytes, seed: int
) -> None:
    drawing = _ours(read_drawing(xml), seed)

    for rule in LOOKING[group]:
        for complaint in rule.look(Subject(drawing=drawing)):
            assert complaint.message.endswith((".", "?"))
            assert len(complaint.message) < LONGEST_MESSAGE
            assert complaint.element is None or complaint.element in _elements(drawing)


def _ours(drawing: Drawing, seed: int) -> Drawing:
    """The same drawing with our own words in it, so that no rule thinks it foreign."""
    words = list(MEANS)
    nodes = {
        node.id: replace(node, extensions={"means": words[(seed + place) % len(words)]})
        for place, node in enumerate(drawing.nodes.values())
    }
    wording = Wording(audience=Audience.FAMILY, language="en", text="The provision is statutory.")
    return replace(drawing, nodes=nodes, wordings=dict.fromkeys(nodes, (wording,)))


def _elements(drawing: Drawing) -> set[str]:
    parts = (drawing.processes, drawing.pools, drawing.lanes, drawing.nodes, drawing.flows)
    beside = (drawing.messages, drawing.artifacts, drawing.associations)
    return {name for part in (*parts, *beside) for name in part}
