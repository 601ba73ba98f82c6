from pathways.bpmn import read_drawing
from pathways.checks.elements import Elements, reach
from pathways.model.drawing import Drawing
from tests.pathways.sketches import flow, sketch, way

BESIDE = 'attachedToRef="t" cancelActivity="false"'
LINK = '<linkEventDefinition name="A"/>'
TIMER = "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"


def _drawing(inside: str) -> Drawing:
    return read_drawing(sketch(inside))


def test_arrows_are_elements_on_the_way() -> None:
    elements = Elements(_drawing(f'<startEvent id="s"/><endEvent id="e"/>{flow("s", "e")}'))

    assert dict(elements.graph) == {"s": ("s_e",), "s_e": ("e",), "e": ()}
    assert elements.roots == ("s",)
    assert elements.endings == {"e"}


def test_the_way_leads_through_the_inside_of_a_step_and_out_again() -> None:
    inside = '<startEvent id="i"/><userTask id="t"/><endEvent id="o"/>' + way("i", "t", "o")
    elements = Elements(
        _drawing(
            f'<startEvent id="s"/><subProcess id="p1">{inside}</subProcess><endEvent id="e"/>'
            + way("s", "p1", "e")
        )
    )

    assert elements.graph["p1"] == ("i",)
    assert elements.graph["o"] == ("p1_e",)
    assert elements.endings == {"e"}
    assert "e" not in reach(elements.graph, elements.roots, without=["t"])


def test_an_inside_that_ends_everything_leads_nowhere() -> None:
    inside = '<startEvent id="i"/><endEvent id="o"><terminateEventDefinition/></endEvent>' + flow(
        "i", "o"
    )
    elements = Elements(_drawing(f'<subProcess id="p1">{inside}</subProcess>'))

    assert elements.graph["o"] == ()
    assert elements.endings == {"o"}


def test_a_problem_inside_leads_out_over_the_edge() -> None:
    inside = '<startEvent id="i"/><endEvent id="o"><errorEventDefinition/></endEvent>'
    elements = Elements(
        _drawing(
            f'<subProcess id="p1">{inside}{flow("i", "o")}</subProcess><endEvent id="e"/>'
            '<boundaryEvent id="b" attachedToRef="p1"><errorEventDefinition/></boundaryEvent>'
            + way("p1", "e")
            + flow("b", "e")
        )
    )

    assert elements.graph["o"] == ("b",)


def test_a_way_beside_the_case_does_not_end_it() -> None:
    elements = Elements(
        _drawing(
            '<startEvent id="s"/><userTask id="t"/><endEvent id="e"/><endEvent id="reminded"/>'
            f'<boundaryEvent id="b" {BESIDE}>{TIMER}</boundaryEvent>'
            + way("s", "t", "e")
            + flow("b", "reminded")
        )
    )

    assert "b" in elements.graph["t"]
    assert elements.endings == {"e"}


def test_links_of_one_name_belong_together() -> None:
    elements = Elements(
        _drawing(
            f'<startEvent id="s"/><intermediateThrowEvent id="out">{LINK}</intermediateThrowEvent>'
            f'<intermediateCatchEvent id="in">{LINK}</intermediateCatchEvent><endEvent id="e"/>'
            + flow("s", "out")
            + flow("in", "e")
        )
    )

    assert elements.graph["out"] == ("in",)
    assert elements.roots == ("s",)
    assert elements.endings == {"e"}
