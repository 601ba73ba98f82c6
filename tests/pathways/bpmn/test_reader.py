from pathlib import Path

import pytest

from pathways.bpmn import read_drawing
from pathways.model.drawing import (
    Bounds,
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Lane,
    Step,
    StepKind,
    Timer,
    TimerKind,
    Trigger,
)
from pathways.model.finding import PathwayInvalid
from tests.pathways.sketches import condition, flow, simple, sketch, way

LIBRARY_CARD = Path(__file__).with_suffix(".bpmn").read_bytes()
TASK = '<userTask id="a" name="Ask"/>'


def findings_of(xml: bytes) -> list[tuple[str, str | None]]:
    with pytest.raises(PathwayInvalid) as refused:
        read_drawing(xml)
    assert all(each.line and each.file == "pathway.bpmn" for each in refused.value.findings)
    return [(each.rule, each.element) for each in refused.value.findings]


def test_a_drawing_with_any_prefix_is_read() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    assert (drawing.id, drawing.name, drawing.pool) == (
        "library_card",
        "A library card",
        "The library",
    )
    assert drawing.documentation == "How somebody gets a card."
    assert (len(drawing.nodes), len(drawing.flows), len(drawing.edges)) == (10, 8, 8)
    assert drawing.xml == LIBRARY_CARD


def test_the_innermost_lane_says_who_acts() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    assert list(drawing.lanes) == ["reader", "library", "desk", "workshop"]
    assert drawing.lanes["desk"] == Lane(id="desk", name="Desk")
    assert drawing.nodes["check_the_address"].lane == "desk"
    assert drawing.nodes["ask_for_a_card"].lane == "reader"


def test_a_step_has_its_kind_its_documentation_and_our_attributes_only() -> None:
    step = read_drawing(LIBRARY_CARD).nodes["ask_for_a_card"]

    assert isinstance(step, Step)
    assert step.kind is StepKind.USER
    assert step.documentation == "One page."
    assert step.extensions == {"period": "ASKING", "family": "You say who you are."}
    assert step.line is not None


def test_a_choice_has_its_kind_and_the_way_that_is_taken_otherwise() -> None:
    choice = read_drawing(LIBRARY_CARD).nodes["lives_here"]

    assert isinstance(choice, Choice)
    assert (choice.kind, choice.default) == (ChoiceKind.EXCLUSIVE, "lives_here_no")


def test_a_flow_has_its_answer_and_its_condition() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    yes, no = drawing.outgoing("lives_here")
    assert (yes.name, yes.condition) == ("Yes", "check_the_address.near = true")
    assert (no.name, no.condition) == ("No", None)


def test_an_event_has_its_place_its_trigger_and_its_time() -> None:
    event = read_drawing(LIBRARY_CARD).nodes["printing_late"]

    assert isinstance(event, Event)
    assert (event.position, event.trigger) == (EventPosition.BOUNDARY, Trigger.TIMER)
    assert event.timer == Timer(kind=TimerKind.DURATION, text="PRINTING")
    assert (event.attached_to, event.interrupting) == ("print_the_card", False)


def test_shapes_have_their_bounds_and_the_place_of_their_names() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    shape = drawing.shapes["card_wanted"]
    assert shape.bounds == Bounds(x=212, y=102, width=36, height=36)
    assert shape.label == Bounds(x=190, y=142, width=80, height=27)
    assert drawing.shapes["library_card_pool"].horizontal
    assert drawing.edges["f1"].points == ((248.0, 120.0), (330.0, 120.0))


def test_a_name_is_read_on_one_line() -> None:
    drawing = read_drawing(simple('<userTask id="a" name="Ask&#10;  for it"/>'))

    assert drawing.nodes["a"].name == "Ask for it"


def test_ids_with_quotes_and_spaces_are_kept_as_they_are() -> None:
    drawing = read_drawing(simple("<userTask id=\"a 'b' &lt;c&gt;\"/>"))

    assert "a 'b' <c>" in drawing.nodes


def test_a_file_without_a_diagram_part_is_read() -> None:
    drawing = read_drawing(sketch(f"{TASK}<userTask id='b'/>{flow('a', 'b')}", drawn=False))

    assert (len(drawing.nodes), len(drawing.shapes)) == (2, 0)


def test_a_process_that_is_called_stands_in_the_lane_of_its_caller() -> None:
    lanes = '<laneSet><lane id="family"><flowNodeRef>a</flowNodeRef></lane></laneSet>'
    called = '<process id="inner"><userTask id="b"/></process>'

    call = '<callActivity id="a" calledElement="inner"/>'
    drawing = read_drawing(sketch(lanes + call, after=called))

    step = drawing.nodes["a"]
    assert isinstance(step, Step)
    assert step.calls == "inner"
    assert (drawing.nodes["b"].inside, drawing.nodes["b"].lane) == ("inner", "family")


def test_the_steps_of_a_sub_process_are_read_and_say_where_they_are() -> None:
    inside = f'<subProcess id="s"><startEvent id="x"/>{TASK}{flow("x", "a")}</subProcess>'

    drawing = read_drawing(sketch(inside))

    assert {name: node.inside for name, node in drawing.nodes.items()} == {
        "s": None,
        "x": "s",
        "a": "s",
    }
    assert list(drawing.flows) == ["x_a"]


def test_an_empty_process_around_a_black_box_is_not_a_second_pathway() -> None:
    drawing = read_drawing(sketch(TASK, after='<process id="empty"/>'))

    assert drawing.id == "p"


def test_an_event_may_refer_to_a_definition_at_the_top_of_the_file() -> None:
    shared = '<timerEventDefinition id="t"><timeDate>2027-01-01</timeDate></timerEventDefinition>'
    event = '<startEvent id="a"><eventDefinitionRef>t</eventDefinitionRef></startEvent>'

    node = read_drawing(sketch(event, before=shared)).nodes["a"]

    assert isinstance(node, Event)
    assert node.timer == Timer(kind=TimerKind.DATE, text="2027-01-01")


@pytest.mark.parametrize(
    ("inside", "finding"),
    [
        (TASK + flow("a", "gone"), ("loose_flow", "a_gone")),
        (TASK + '<sequenceFlow id="f" sourceRef="a"/>', ("loose_flow", "f")),
        (TASK + TASK, ("repeated_id", "a")),
        (TASK + '<boundaryEvent id="b" attachedToRef="gone"/>', ("loose_boundary", "b")),
        (TASK + '<boundaryEvent id="b"/>', ("loose_boundary", "b")),
        ('<exclusiveGateway id="g" default="gone"/>', ("loose_default", "g")),
        (TASK + '<wizardTask id="w" name="Magic"/>', ("unknown_element", "w")),
        (TASK + '<adHocSubProcess id="w"/>', ("unknown_element", "w")),
        (TASK + "<userTask/>", ("no_id", None)),
        (
            '<startEvent id="s"><timerEventDefinition/><messageEventDefinition/></startEvent>',
            ("several_triggers", "s"),
        ),
    ],
)
def test_what_does_not_hold_together_is_a_finding(
    inside: str, finding: tuple[str, str | None]
) -> None:
    assert findings_of(sketch(inside)) == [finding]


def test_every_finding_of_a_file_is_told_in_the_order_of_its_lines() -> None:
    inside = f"{TASK}\n{flow('a', 'x')}\n<wizardTask id='w'/>\n{flow('a', 'y')}"

    assert [rule for rule, _ in findings_of(sketch(inside))] == [
        "loose_flow",
        "unknown_element",
        "loose_flow",
    ]


def test_an_arrow_to_an_unread_element_is_not_a_second_finding() -> None:
    inside = TASK + "<wizardTask id='w'/>" + flow("a", "w")

    assert findings_of(sketch(inside)) == [("unknown_element", "w")]


def test_an_unknown_element_is_named_as_the_drawing_names_it() -> None:
    with pytest.raises(PathwayInvalid, match="“Magic” is a <wizardTask>"):
        read_drawing(sketch('<wizardTask id="w" name="Magic"/>' + TASK))


def test_a_file_of_another_kind_is_told_apart() -> None:
    with pytest.raises(PathwayInvalid, match=r"outermost element is <html>"):
        read_drawing(b"<html/>")
    with pytest.raises(PathwayInvalid, match=r"not a BPMN 2\.0 drawing"):
        read_drawing(b'<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>')


def test_a_file_without_steps_has_no_process() -> None:
    with pytest.raises(PathwayInvalid, match="no process with steps"):
        read_drawing(sketch(""))


def test_two_processes_are_one_finding_that_names_both() -> None:
    second = '<process id="q" name="Other"><task id="b"/></process>'

    with pytest.raises(PathwayInvalid, match="“Sketch”, “Other”") as refused:
        read_drawing(sketch(TASK, after=second))

    assert [each.rule for each in refused.value.findings] == ["several_processes"]


def test_a_second_pool_is_a_finding() -> None:
    pools = (
        '<collaboration><participant id="one" processRef="p"/>'
        '<participant id="two" name="Shop"/></collaboration>'
    )

    assert findings_of(sketch(TASK, before=pools)) == [("several_pools", "two")]


def test_a_condition_keeps_its_own_text() -> None:
    gateway = '<exclusiveGateway id="g"/>' + TASK + condition("g", "a", " x &lt; 1 ")

    assert read_drawing(sketch(gateway)).flows["g_a"].condition == "x < 1"


def test_reading_twice_gives_the_same_drawing() -> None:
    assert read_drawing(LIBRARY_CARD) == read_drawing(LIBRARY_CARD)
    assert way("a", "b") == flow("a", "b")


def test_an_event_may_name_its_step_with_a_prefix_and_before_it_is_drawn() -> None:
    drawing = read_drawing(sketch('<boundaryEvent id="b" attachedToRef="x:a"/>' + TASK))

    assert [event.id for event in drawing.boundaries("a")] == ["b"]


def test_sub_processes_in_each_other_have_an_end() -> None:
    inside = TASK
    for depth in range(22):
        inside = f'<subProcess id="s{depth}">{inside}</subProcess>'

    with pytest.raises(PathwayInvalid, match="inside of 20 others"):
        read_drawing(sketch(inside, drawn=False))
