import pytest

from pathways.bpmn import read_drawing
from pathways.model.finding import Severity
from pathways.model.geometry import Bounds
from tests.pathways.bpmn.noted import messages, noted
from tests.pathways.sketches import MODEL, flow, sketch

SPACES = (
    f'xmlns="{MODEL}" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
)
PROCESS = (
    f'<process id="p"><task id="a"/><task id="b"/>{flow("a", "b")}'
    '<subProcess id="s"><task id="c"/></subProcess></process>'
)
BOUNDS = '<dc:Bounds x="1" y="2" width="3" height="4"/>'
POINTS = '<di:waypoint x="1" y="2"/><di:waypoint x="3.5" y="-4e1"/>'


def shape(name: str, more: str = "", inside: str = BOUNDS) -> str:
    return f'<bpmndi:BPMNShape bpmnElement="{name}"{more}>{inside}</bpmndi:BPMNShape>'


def edge(name: str, more: str = "", inside: str = POINTS) -> str:
    return f'<bpmndi:BPMNEdge bpmnElement="{name}"{more}>{inside}</bpmndi:BPMNEdge>'


def picture(inside: str, of: str = "p", name: str = "") -> str:
    plane = f'<bpmndi:BPMNPlane bpmnElement="{of}">{inside}</bpmndi:BPMNPlane>'
    return f'<bpmndi:BPMNDiagram name="{name}">\n{plane}</bpmndi:BPMNDiagram>'


def file(*pictures: str, process: str = PROCESS, before: str = "") -> bytes:
    return f"<definitions {SPACES}>{before}{process}{''.join(pictures)}</definitions>".encode()


@pytest.mark.parametrize("number", ["", "wide", "nan", "inf", "-Infinity", "1e9", "1e999"])
def test_a_place_that_is_no_number_is_a_warning(number: str) -> None:
    wrong = shape("a", inside=f'<dc:Bounds x="{number}" y="2" width="3" height="4"/>')

    drawing = read_drawing(file(picture(wrong + shape("b"))))

    assert noted(file(picture(wrong))) == [("bad_shape", "a")]
    assert "The picture of “a” has no place that can be drawn" in messages(file(picture(wrong)))
    assert drawing.findings[0].severity is Severity.WARNING
    assert list(drawing.shapes) == ["b"]


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<dc:Bounds/>",
        '<dc:Bounds x="1" y="2" width="-3" height="4"/>',
        '<dc:Bounds x="1" y="2" width="3" height="-4"/>',
        '<dc:Bounds x="1" y="2" width="3"/>',
    ],
)
def test_a_shape_without_a_place_is_a_warning(inside: str) -> None:
    assert noted(file(picture(shape("a", inside=inside)))) == [("bad_shape", "a")]


@pytest.mark.parametrize(
    "inside",
    ["", '<di:waypoint x="1" y="2"/>', f'{POINTS}<di:waypoint x="1"/>', f"{POINTS}<di:waypoint/>"],
)
def test_a_line_without_two_whole_points_is_a_warning(inside: str) -> None:
    xml = file(picture(edge("a_b", inside=inside)))

    assert noted(xml) == [("bad_shape", "a_b")]
    assert read_drawing(xml).edges == {}


def test_a_line_has_its_points_in_order() -> None:
    drawing = read_drawing(file(picture(edge("a_b"))))

    assert drawing.edges["a_b"].points == ((1.0, 2.0), (3.5, -40.0))


def test_a_label_has_a_place_only_where_the_file_gives_it_one() -> None:
    label = "<bpmndi:BPMNLabel>{}</bpmndi:BPMNLabel>"
    wrong = '<dc:Bounds x="nan" y="2" width="3" height="4"/>'

    drawing = read_drawing(
        file(
            picture(
                shape("a", inside=BOUNDS + label.format(BOUNDS))
                + shape("b", inside=BOUNDS + label.format(""))
                + shape("s", inside=BOUNDS + label.format(wrong))
                + edge("a_b", inside=POINTS + label.format(BOUNDS))
            )
        )
    )

    assert drawing.shapes["a"].label == Bounds(x=1, y=2, width=3, height=4)
    assert drawing.shapes["b"].label is None
    assert drawing.shapes["s"].label is None
    assert drawing.edges["a_b"].label == Bounds(x=1, y=2, width=3, height=4)
    assert drawing.findings == ()


@pytest.mark.parametrize(
    ("said", "expanded"),
    [("", None), (' isExpanded="true"', True), (' isExpanded="false"', False)],
)
def test_a_sub_process_is_open_or_folded_or_silent(said: str, *, expanded: bool | None) -> None:
    assert read_drawing(file(picture(shape("s", said)))).shapes["s"].expanded is expanded


def test_a_pool_lies_unless_it_says_that_it_stands() -> None:
    pools = '<collaboration><participant id="x"/><participant id="y"/></collaboration>'
    shapes = shape("x") + shape("y", ' isHorizontal="false"')

    drawing = read_drawing(file(picture(shapes), before=pools))

    assert (drawing.shapes["x"].horizontal, drawing.shapes["y"].horizontal) == (True, False)


def test_a_choice_shows_its_cross_only_where_it_says_so() -> None:
    gateways = '<process id="p"><exclusiveGateway id="x"/><exclusiveGateway id="y"/></process>'
    shapes = shape("x", ' isMarkerVisible="true"') + shape("y")

    drawing = read_drawing(file(picture(shapes), process=gateways))

    assert (drawing.shapes["x"].marked, drawing.shapes["y"].marked) == (True, False)


def test_a_message_may_be_drawn_with_its_envelope() -> None:
    sides = (
        '<collaboration><participant id="x"/><participant id="y"/>'
        '<messageFlow id="m" sourceRef="x" targetRef="y"/></collaboration>'
    )

    drawing = read_drawing(
        file(picture(edge("m", ' messageVisibleKind="initiating"')), before=sides)
    )

    assert drawing.edges["m"].envelope == "initiating"


def test_what_is_beside_the_way_is_drawn_too() -> None:
    process = (
        '<process id="p"><textAnnotation id="n"/><group id="g"/><dataObjectReference id="d"/>'
        '<task id="a"><dataInputAssociation id="i"><sourceRef>d</sourceRef></dataInputAssociation>'
        '</task><association id="l" sourceRef="n" targetRef="a"/></process>'
    )
    shapes = "".join(shape(name) for name in "nga") + shape("d") + edge("l") + edge("i")

    drawing = read_drawing(file(picture(shapes), process=process))

    assert set(drawing.shapes) == {"n", "g", "d", "a"}
    assert set(drawing.edges) == {"l", "i"}


def test_the_shape_of_nothing_that_is_in_the_drawing_is_left_out() -> None:
    shapes = shape("gone") + shape("") + edge("p") + "<bpmndi:BPMNShape/>" + shape("a")

    drawing = read_drawing(file(picture(shapes)))

    assert (list(drawing.shapes), list(drawing.edges), drawing.findings) == (["a"], [], ())


def test_of_two_shapes_of_one_step_the_first_counts() -> None:
    other = '<dc:Bounds x="9" y="9" width="9" height="9"/>'

    drawing = read_drawing(file(picture(shape("a") + shape("a", inside=other))))

    assert drawing.shapes["a"].bounds.x == 1


def test_a_shape_may_name_its_element_with_a_prefix() -> None:
    assert list(read_drawing(file(picture(shape("tns:a"), of="tns:p"))).shapes) == ["a"]


def test_a_sub_process_may_have_a_picture_of_its_own() -> None:
    whole = picture(shape("a") + shape("s", ' isExpanded="false"'), name="Whole")
    inner = picture(shape("c"), of="s", name="Inner")

    drawing = read_drawing(file(inner, whole))

    assert [(each.element, each.name) for each in drawing.planes] == [
        ("p", "Whole"),
        ("s", "Inner"),
    ]
    assert (set(drawing.shapes), set(drawing.planes[1].shapes)) == ({"a", "s"}, {"c"})


def test_of_several_pictures_of_the_whole_the_first_is_shown() -> None:
    drawing = read_drawing(file(picture(shape("a")), picture(shape("b"))))

    assert [list(plane.shapes) for plane in drawing.planes] == [["a"], ["b"]]
    assert list(drawing.shapes) == ["a"]


def test_a_picture_of_nothing_that_the_file_has_comes_last() -> None:
    drawing = read_drawing(file(picture(shape("b"), of="gone"), picture(shape("a"))))

    assert [(each.element, list(each.shapes)) for each in drawing.planes] == [
        ("p", ["a"]),
        ("", ["b"]),
    ]


def test_a_picture_without_anything_in_it_is_none() -> None:
    assert read_drawing(file(picture(""), picture(shape("gone")))).planes == ()


def test_a_picture_may_be_written_before_what_it_shows() -> None:
    xml = sketch("").decode().partition("<process")[0]

    drawing = read_drawing(f"{xml}{picture(shape('a'))}{PROCESS}</definitions>".encode())

    assert list(drawing.shapes) == ["a"]


def test_a_file_with_a_picture_only_shows_nothing() -> None:
    drawing = read_drawing(file(picture(shape("a")), process=""))

    assert (drawing.planes, drawing.processes, drawing.id) == ((), {}, "")
    assert [each.rule for each in drawing.findings] == ["no_process"]
