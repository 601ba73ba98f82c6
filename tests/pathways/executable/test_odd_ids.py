"""Ids that the engine or a file could not live with run under another one, and stay as drawn."""

import pytest

from pathways.bpmn import read_drawing
from pathways.executable import Papers, executable
from tests.pathways.executable.runs import Run
from tests.pathways.executable.sketched import FINISH, A
from tests.pathways.sketches import simple, sketch, way

ODD = [
    "Start",
    "End",
    "Root",
    "x.EndJoin",
    "a.BoundaryEventSplit",
    "BoundaryEvent_0abc",
    "a [child]",
    "a b",
    "a&quot;b",
    "a'b",
    "&lt;script&gt;",
    "Über {it} %s",
    "x" * 5_000,
]


@pytest.mark.parametrize("name", ODD, ids=lambda name: name[:20])
@pytest.mark.parametrize("kind", ["userTask", "exclusiveGateway", "intermediateThrowEvent"])
def test_an_odd_id_runs(name: str, kind: str) -> None:
    drawing = read_drawing(simple(f'<{kind} id="{name}" name="Odd"/>', A))
    copy = executable(drawing)
    (drawn,) = set(drawing.nodes) - {"begin", "finish", "a"}
    run = Run(copy)

    assert copy.may_run
    if kind == "userTask":
        (step,) = run.open
        assert copy.drawn(step) == drawn
        run.done(step)
    assert run.open == ["a"]


@pytest.mark.parametrize("name", ["Start", "a b"])
def test_starts_and_ends_and_edges_keep_what_belongs_to_them(name: str) -> None:
    timer = "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"
    edge = f'<boundaryEvent id="e" attachedToRef="{name}">{timer}</boundaryEvent>'
    inner = '<startEvent id="i"/><task id="j"/><endEvent id="End"/>' + way("i", "j", "End")
    xml = sketch(
        f'<startEvent id="begin"/><subProcess id="{name}">{inner}</subProcess>{A}{edge}{FINISH}'
        + way("begin", name, "finish")
        + way("e", "a", "finish"),
        drawn=False,
    )

    assert Run(executable(read_drawing(xml))).occur("e").open == ["a"]
    assert Run(executable(read_drawing(xml))).done("j").now.done


def test_a_step_whose_form_is_called_as_it_is_keeps_its_id_and_is_refused() -> None:
    papers = Papers(questions={"End": ("what",)}, outputs={}, letters=(), periods=())
    copy = executable(read_drawing(simple('<userTask id="End" name="Odd"/>')), papers)

    assert [each.rule for each in copy.findings if each.element == "End"] == ["reserved_id"]


def test_ids_that_are_made_up_are_the_same_every_time() -> None:
    drawing = read_drawing(simple(A, '<userTask id="a b" name="Odd"/>'))

    assert executable(drawing) == executable(drawing)
