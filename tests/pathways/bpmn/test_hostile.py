"""Files that somebody wrote to break the reader: read without harm, or refused with a message."""

import pytest

from pathways.bpmn import read_drawing, rewritten
from pathways.model.finding import PathwayInvalid
from tests.pathways.bpmn.noted import messages, step
from tests.pathways.sketches import MODEL, sketch

SPACES = (
    f'xmlns="{MODEL}" xmlns:b="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:c="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:i="http://www.omg.org/spec/DD/20100524/DI"'
)


def file(inside: str) -> bytes:
    return f'<definitions {SPACES}><process id="p">{inside}</process></definitions>'.encode()


def many(text: str, count: int) -> str:
    """Return a text again and again, with its number for each #."""
    return "".join(text.replace("#", str(number)) for number in range(count))


def test_script_in_names_ids_and_texts_is_only_text() -> None:
    script = "&lt;script&gt;alert(1)&lt;/script&gt;"
    inside = (
        f'<task id="{script}" name="{script}"><documentation>{script}</documentation></task>'
        '<textAnnotation id="n"><text><![CDATA[<script>alert(1)</script>]]></text>'
        "</textAnnotation>"
    )

    drawing = read_drawing(sketch(inside))

    (node,) = drawing.nodes.values()
    said = (node.id, node.name, node.documentation, drawing.artifacts["n"].name)
    assert said == ("<script>alert(1)</script>",) * 4


def test_control_characters_are_refused_or_mean_a_space() -> None:
    with pytest.raises(PathwayInvalid, match="not well-formed XML"):
        read_drawing(sketch('<task id="a" name="&#27;[2J"/>'))

    name = "&#x9;Ask&#xA;&#xD;for&#x85;help&#x2028;now"
    assert read_drawing(sketch(f'<task id="a" name="{name}"/>')).nodes["a"].name == (
        "Ask for help now"
    )


@pytest.mark.parametrize(
    "text",
    [
        '<task id="t"/>',
        "<task/>",
        '<sequenceFlow id="f#" sourceRef="t#" targetRef="t#"/>',
        '<callActivity id="c#" calledElement="p"/>',
        '<boundaryEvent id="e#" attachedToRef="e0"/>',
        '<association id="a#" sourceRef="a0" targetRef="a0"/>',
        '<dataObjectReference id="d#" dataObjectRef="d0"/>',
        "<laneSet><lane id='l#'/></laneSet>",
    ],
)
def test_a_file_with_thousands_of_the_same_thing_is_read(text: str) -> None:
    drawing = read_drawing(file(many(text, 10_000)))

    assert all(len(each.message) < 600 for each in drawing.findings)


def test_a_file_with_as_many_steps_as_fit_is_read() -> None:
    assert len(read_drawing(file(many('<task id="t#"/>', 59_000))).nodes) == 59_000


def test_as_many_lanes_as_nodes_are_read() -> None:
    nodes = many("<task id='t#'/>", 4_000)
    lanes = many("<lane id='l#'/>", 4_000)
    bounds = '<c:Bounds x="0" y="0" width="9" height="9"/>'
    shapes = "".join(
        many(f'<b:BPMNShape bpmnElement="{kind}#">{bounds}</b:BPMNShape>', 4_000) for kind in "lt"
    )
    plane = f"<b:BPMNDiagram><b:BPMNPlane>{shapes}</b:BPMNPlane></b:BPMNDiagram>"

    drawing = read_drawing(
        file(f"<laneSet>{lanes}</laneSet>{nodes}").replace(
            b"</process>", b"</process>" + plane.encode()
        )
    )

    assert len(drawing.shapes) == 8_000


def test_as_many_processes_as_pools_and_calls_are_read() -> None:
    pools = many("<participant id='x#' processRef='p#'/>", 5_000)
    calls = many("<process id='p#'><callActivity id='c#' calledElement='p0'/></process>", 5_000)
    xml = (
        f'<definitions xmlns="{MODEL}"><collaboration>{pools}</collaboration>{calls}</definitions>'
    )

    drawing = read_drawing(xml.encode())

    assert (len(drawing.pools), len(drawing.processes)) == (5_000, 5_000)
    last = drawing.pool_of("p4999")
    assert last is not None
    assert last.id == "x4999"


def test_processes_that_call_each_other_in_a_long_chain_are_read() -> None:
    linked = "".join(
        f"<process id='p{n}'><callActivity id='c{n}' calledElement='p{n + 1}'/></process>"
        for n in range(9_000)
    )

    drawing = read_drawing(f'<definitions xmlns="{MODEL}">{linked}</definitions>'.encode())

    assert drawing.id == "p0"


def test_a_line_with_as_many_points_as_fit_is_read() -> None:
    points = '<i:waypoint x="1" y="2"/>' * 55_000
    plane = f'<b:BPMNDiagram><b:BPMNPlane><b:BPMNEdge bpmnElement="f">{points}</b:BPMNEdge>'
    flow = '<task id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="a"/>'
    xml = file(flow).decode().replace("</definitions>", plane) + (
        "</b:BPMNPlane></b:BPMNDiagram></definitions>"
    )

    assert len(read_drawing(xml.encode()).edges["f"].points) == 55_000


def test_an_element_with_as_many_attributes_as_fit_is_read() -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(100_000))

    assert list(read_drawing(file(f'<task id="t" {attributes}/>')).nodes) == ["t"]


def test_a_name_as_long_as_a_file_is_never_said_again_and_again() -> None:
    flows = "<sequenceFlow sourceRef='a'/>" * 20_000
    xml = file(f'<task id="a" name="{"x" * 1_000_000}"/>{flows}')

    drawing = read_drawing(xml)

    assert len(drawing.findings) == 40_000
    assert len(drawing.nodes["a"].name) == 1_000
    assert sum(len(each.message) for each in drawing.findings) < 10_000_000


def test_an_id_as_long_as_a_file_is_replaced() -> None:
    long = "x" * 500_000

    drawing = read_drawing(
        file(f'<task id="{long}"/><callActivity id="c" calledElement="{long}"/>')
    )

    assert set(drawing.nodes) == {"task_without_id", "c"}
    assert "500,000 characters" in messages(file(f'<task id="{long}"/>'))


def test_sub_processes_in_each_other_with_thousands_of_steps_are_read() -> None:
    depth = 240
    opened = many("<subProcess id='s#'>", depth)

    tasks = many("<task id='t#'/>", 20_000)

    drawing = read_drawing(file(opened + tasks + "</subProcess>" * depth))

    assert len(drawing.nodes) == 20_240
    assert step(drawing, "t19999").inside == "s239"


def test_what_was_written_to_do_harm_is_written_back_as_it_is() -> None:
    include = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>'
    style = '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl" type="text/xsl"?>'
    xml = style.encode() + file(include)

    assert read_drawing(xml).nodes == {}
    assert include.encode() in rewritten(xml)
    assert style.encode() in rewritten(xml)
