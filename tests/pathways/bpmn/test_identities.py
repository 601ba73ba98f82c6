import pytest

from pathways.bpmn import read_drawing
from tests.pathways.bpmn.noted import event, messages, noted, step
from tests.pathways.sketches import MODEL, flow, simple, sketch

TASK = '<userTask id="a" name="Ask"/>'


def file(inside: str) -> bytes:
    return f'<definitions xmlns="{MODEL}" id="file">{inside}</definitions>'.encode()


@pytest.mark.parametrize(
    "odd",
    [
        "a 'b' <c>",
        'say "so"',
        "two\nlines",
        "<script>alert(1)</script>",
        "a:b",
        "7",
        "ß同",
        "%41#x",
    ],
)
def test_odd_ids_are_kept_as_they_are(odd: str) -> None:
    written = odd.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    written = written.replace("\n", "&#10;")
    inside = (
        f'<laneSet><lane id="l"><flowNodeRef>{written}</flowNodeRef></lane></laneSet>'
        f'<task id="{written}" default="{written}f"/>'
        f'<sequenceFlow id="{written}f" sourceRef="{written}" targetRef="{written}"/>'
    )

    drawing = read_drawing(sketch(inside, drawn=False))

    assert drawing.findings == ()
    assert (step(drawing, odd).default, step(drawing, odd).lane) == (f"{odd}f", "l")
    assert drawing.outgoing(odd) == drawing.incoming(odd)


def test_spaces_around_an_id_mean_nothing() -> None:
    inside = '<task id=" a "/><task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef=" b "/>'

    assert read_drawing(sketch(inside, drawn=False)).findings == ()


def test_what_has_no_id_gets_one_and_is_a_finding() -> None:
    inside = '<userTask name="Ask"/><userTask/><sequenceFlow sourceRef="a" targetRef="a"/>' + TASK

    drawing = read_drawing(sketch(inside))

    assert list(drawing.nodes) == ["userTask_without_id", "userTask_without_id_2", "a"]
    assert list(drawing.flows) == ["sequenceFlow_without_id"]
    assert noted(sketch(inside)) == [("no_id", None)] * 3
    assert "“Ask” has no id" in messages(sketch(inside))
    assert "An arrow without a name has no id" in messages(sketch(inside))


POOL = "<collaboration><participant name='Shop'/></collaboration>"
MESSAGE = "<messageFlow sourceRef='x' targetRef='x'/>"
TALK = f"<collaboration><participant id='x'/>{MESSAGE}</collaboration>"


@pytest.mark.parametrize(
    ("what", "inside"),
    [
        ("A process without a name", "<process><task id='a'/></process>"),
        ("“Desk”", "<process id='p'><laneSet><lane name='Desk'/></laneSet></process>"),
        ("“Shop”", POOL),
        ("A message without a name", TALK),
    ],
)
def test_processes_lanes_pools_and_messages_need_ids_too(inside: str, what: str) -> None:
    assert noted(file(f"{inside}<process id='q'><task id='b'/></process>")) == [("no_id", None)]
    assert f"{what} has no id" in messages(file(inside))


def test_a_made_up_id_is_never_one_that_the_file_has() -> None:
    inside = '<task id="task_without_id"/><task/><task id="a_2"/><task id="a"/><task id="a"/>'

    drawing = read_drawing(sketch(inside, drawn=False))

    assert list(drawing.nodes) == ["task_without_id", "task_without_id_2", "a_2", "a", "a_3"]


def test_the_second_element_with_an_id_gets_another_and_is_a_finding() -> None:
    inside = f'{TASK}\n<task id="b"/>{flow("a", "b")}\n<task id="a" name="Ask again"/>'

    drawing = read_drawing(sketch(inside, drawn=False))

    assert {name: node.name for name, node in drawing.nodes.items()} == {
        "a": "Ask",
        "b": "",
        "a_2": "Ask again",
    }
    assert drawing.flows["a_b"].source == "a"
    assert noted(sketch(inside, drawn=False)) == [("repeated_id", "a")]
    assert "“Ask again” has the id “a”, which line 3 has too" in messages(sketch(inside))


def test_two_processes_with_the_same_ids_keep_to_themselves() -> None:
    inside = (
        f'<startEvent id="s"/>{TASK}<boundaryEvent id="b" attachedToRef="a"/>'
        f'<task id="c" default="f"/>{flow("s", "a")}'
        '<sequenceFlow id="f" sourceRef="c" targetRef="s"/>'
    )

    drawing = read_drawing(
        file(f'<process id="p">{inside}</process><process id="q">{inside}</process>')
    )

    copies = {node.id for node in drawing.nodes.values() if node.process == "q"}
    assert copies == {"s_2", "a_2", "b_2", "c_2"}
    assert {(each.source, each.target) for each in drawing.flows.values()} == {
        ("s", "a"),
        ("c", "s"),
        ("s_2", "a_2"),
        ("c_2", "s_2"),
    }
    assert event(drawing, "b_2").attached_to == "a_2"
    assert step(drawing, "c_2").default == "f_2"
    assert {each.rule for each in drawing.findings} == {"repeated_id"}


@pytest.mark.parametrize("flow_first", [True, False])
def test_an_arrow_with_the_id_of_a_step_does_not_stand_in_for_it(*, flow_first: bool) -> None:
    arrow = '<sequenceFlow id="a" sourceRef="a" targetRef="b"/>'
    nodes = '<task id="a" default="a"/><task id="b"/>'

    drawing = read_drawing(sketch(arrow + nodes if flow_first else nodes + arrow, drawn=False))

    (only,) = drawing.flows.values()
    first = drawing.nodes[only.source]
    assert (step(drawing, first.id).default, only.target) == (only.id, "b")
    assert {first.id, only.id} == {"a", "a_2"}
    assert [each.rule for each in drawing.findings] == ["repeated_id"]


def test_a_shape_with_the_id_of_a_step_is_no_second_step() -> None:
    xml = sketch(TASK).replace(
        b'<bpmndi:BPMNShape bpmnElement="a">', b'<bpmndi:BPMNShape id="a" bpmnElement="a">'
    )

    drawing = read_drawing(xml)

    assert (drawing.findings, list(drawing.shapes)) == ((), ["a"])


def test_an_arrow_and_a_step_with_one_id_are_both_drawn() -> None:
    inside = '<task id="a"/><task id="b"/><sequenceFlow id="a" sourceRef="a" targetRef="b"/>'

    drawing = read_drawing(sketch(inside))

    assert (set(drawing.shapes), set(drawing.edges)) == ({"a", "b"}, {"a_2"})


def test_a_vendors_elements_have_no_ids_of_the_drawing_whatever_they_are_called() -> None:
    inside = f'<extensionElements><task id="a"/><task id="x"/></extensionElements>{TASK}'

    drawing = read_drawing(sketch(inside, drawn=False))

    assert (drawing.findings, list(drawing.nodes)) == ((), ["a"])


def test_a_reference_to_a_vendors_element_leads_nowhere() -> None:
    vendors = '<x:thing xmlns:x="urn:x" id="thing"/>'
    inside = f"{vendors}{TASK}{flow('a', 'thing')}"

    assert noted(sketch(inside, drawn=False)) == [("loose_flow", "a_thing")]


def test_references_may_have_the_prefix_of_the_file() -> None:
    inside = (
        '<laneSet><lane id="l"><flowNodeRef>x:a</flowNodeRef></lane></laneSet>'
        '<boundaryEvent id="b" attachedToRef="x:a"/><task id="a" default="x:f"/>'
        '<sequenceFlow id="f" sourceRef="x:a" targetRef="x:a"/>'
        '<callActivity id="c" calledElement="x:q"/>'
    )
    called = '<process id="q"><task id="d"/></process>'

    drawing = read_drawing(sketch(inside, after=called, drawn=False))

    assert drawing.findings == ()
    assert [each.id for each in drawing.boundaries("a")] == ["b"]
    assert (step(drawing, "a").default, step(drawing, "a").lane) == ("f", "l")
    assert (step(drawing, "c").calls, drawing.processes["q"].called) == ("q", True)


def test_an_id_with_a_colon_counts_before_the_id_behind_it() -> None:
    inside = f'<task id="b"/><task id="a:b"/>{flow("a:b", "b")}'

    drawing = read_drawing(sketch(inside, drawn=False))

    assert (drawing.flows["a:b_b"].source, drawing.flows["a:b_b"].target) == ("a:b", "b")


def test_an_id_in_a_whole_file_counts_before_one_nearby_behind_a_prefix() -> None:
    inner = f'<subProcess id="s"><task id="b"/>{flow("a:b", "b")}</subProcess>'

    drawing = read_drawing(sketch(f'{inner}<task id="a:b"/>', drawn=False))

    assert drawing.flows["a:b_b"].source == "a:b"


def test_an_id_as_long_as_a_book_is_replaced_and_still_referred_to() -> None:
    book = "x" * 501
    inside = (
        f'<task id="{book}"/><task id="b"/><sequenceFlow id="f" sourceRef="{book}" targetRef="b"/>'
    )

    drawing = read_drawing(sketch(inside))

    assert drawing.flows["f"].source == "task_without_id"
    assert "task_without_id" in drawing.shapes
    assert [each.rule for each in drawing.findings] == ["no_id"]
    assert "501 characters" in drawing.findings[0].message


def test_an_empty_name_of_a_reference_is_no_reference() -> None:
    inside = f'{TASK}<exclusiveGateway id="g" default=" "/><callActivity id="c" calledElement=""/>'

    drawing = read_drawing(sketch(inside))

    assert (drawing.findings, step(drawing, "c").calls) == ((), "")


def test_ids_are_made_up_the_same_way_every_time() -> None:
    xml = simple(*(f'<task id="{name}"/>' for name in "aab"))

    assert list(read_drawing(xml).nodes) == list(read_drawing(xml).nodes)
