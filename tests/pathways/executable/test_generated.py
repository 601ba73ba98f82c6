"""Any drawing at all: its copy starts, or a finding names what cannot; the drawing stays."""

from hypothesis import HealthCheck, given, settings

from pathways.bpmn import read_drawing
from pathways.executable import executable
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from tests.pathways.executable.engine import parsed
from tests.pathways.executable.runs import Run
from tests.pathways.generated import any_drawings, sound, sound_drawings, tangled

slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_starts_or_names(drawing: Drawing) -> None:
    copy = executable(drawing)
    known = {*drawing.nodes, *drawing.flows, *drawing.processes, *drawing.pools}
    known |= {*drawing.artifacts, *drawing.lanes}
    errors = [each for each in copy.findings if each.severity is Severity.ERROR]

    assert all(each.element is None or each.element in known for each in copy.findings)
    assert all(each.message.endswith(".") for each in copy.findings)
    assert {copy.drawn(name) for name in copy.drawing.nodes} <= known
    if copy.may_run:
        run = Run(copy)
        assert run.open or run.awaited or run.now.done
        assert set(run.open) <= set(copy.drawing.nodes)
    elif drawing.nodes:
        assert any(each.element in known for each in errors)


@slow
@given(sound())
def test_a_sound_drawing_may_run_and_is_parsed_with_every_step(xml: bytes) -> None:
    drawing = read_drawing(xml)
    copy = executable(drawing)

    told = {each.rule for each in copy.findings}
    told -= {"stuck_at_start"}  # a loop of nothing whose condition is always true
    assert told <= {"arrival_asked", "nobody_named", "unknown_table", "unwritten_letter"}
    assert set(drawing.nodes) <= set(parsed(copy.xml, "p").task_specs)


@slow
@given(sound_drawings())
def test_a_sound_drawing_with_everything_starts(xml: bytes) -> None:
    assert_starts_or_names(read_drawing(xml))


@slow
@given(tangled())
def test_a_tangled_drawing_starts_or_is_refused_by_name(xml: bytes) -> None:
    assert_starts_or_names(read_drawing(xml))


@slow
@given(any_drawings())
def test_any_drawing_starts_or_is_refused_by_name_and_stays_as_it_is(xml: bytes) -> None:
    drawing = read_drawing(xml)

    assert_starts_or_names(drawing)

    assert drawing == read_drawing(xml)
    assert executable(drawing) == executable(drawing)
