from hypothesis import HealthCheck, given, settings

from pathways.bpmn import read_drawing
from pathways.executable import executable
from tests.pathways.executable.engine import parsed
from tests.pathways.generated import sound, tangled

slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(sound())
def test_a_sound_drawing_may_run_and_is_parsed_with_every_step(xml: bytes) -> None:
    drawing = read_drawing(xml)
    copy = executable(drawing)

    assert copy.findings == ()
    assert set(drawing.nodes) <= set(parsed(copy.xml, "p").task_specs)


@slow
@given(tangled())
def test_a_tangled_drawing_is_either_parsed_whole_or_has_findings(xml: bytes) -> None:
    drawing = read_drawing(xml)
    copy = executable(drawing)

    if copy.may_run:
        assert set(drawing.nodes) <= set(parsed(copy.xml, "p").task_specs)
    else:
        known = {*drawing.nodes, *drawing.flows, None}
        assert all(finding.element in known for finding in copy.findings)
