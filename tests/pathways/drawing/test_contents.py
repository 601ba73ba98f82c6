"""What a plane shows is what BPMN editors show of it."""

from xml.etree import ElementTree as ET

import pytest

from pathways.bpmn import read_drawing
from pathways.drawing import picture, shown, standalone
from tests.pathways.drawing.paper import Paper
from tests.pathways.drawing.svg import boxes, having, parsed, words

_OPEN = 'isExpanded="true"'
_INSIDE = (
    '<subProcess id="part" name="Part"><startEvent id="begin"/><task id="inner" name="Inner"/>'
    '<sequenceFlow id="on" sourceRef="begin" targetRef="inner"/>'
    '<textAnnotation id="note"><text>Note</text></textAnnotation>'
    '<association id="near" sourceRef="note" targetRef="inner"/></subProcess>'
)


def inside() -> Paper:
    paper = Paper()
    paper.place("begin", (120, 120, 36, 36))
    paper.place("inner", (200, 100, 100, 80))
    paper.line("on", (156, 138), (200, 138))
    paper.place("note", (200, 190, 100, 30))
    paper.line("near", (250, 190), (250, 180))
    return paper


@pytest.mark.parametrize("more", ["", 'isExpanded="false"'])
def test_the_inside_of_a_folded_sub_process_is_not_shown(more: str) -> None:
    paper = inside()
    paper.shape(_INSIDE, (100, 80, 300, 200), more)

    assert shown(read_drawing(paper.file())) == {"part"}


def test_the_inside_of_an_open_sub_process_is_drawn_on_it() -> None:
    paper = inside()
    paper.shape(_INSIDE, (100, 80, 300, 200), _OPEN)
    drawing = read_drawing(paper.file())

    assert shown(drawing) == {"part", "begin", "inner", "on", "note", "near"}
    names = [words(each) for each in having(parsed(standalone(drawing)), "fp-name")]
    assert names == ["Part", "Inner"]


def test_the_inside_of_a_sub_process_without_a_shape_is_shown() -> None:
    paper = inside()
    paper.elements.append(_INSIDE)

    assert shown(read_drawing(paper.file())) == {"begin", "inner", "on", "note", "near"}


def test_a_folded_sub_process_has_its_own_plane() -> None:
    paper = Paper()
    paper.shape(_INSIDE, (100, 80, 100, 80))
    drawing = read_drawing(paper.file(other_planes=inside().diagram("part")))

    assert shown(drawing) == {"part"}
    assert shown(drawing, plane=1) == {"begin", "inner", "on", "note", "near"}
    anchors = {"part": "part", "inner": "inner"}
    whole = parsed(picture(drawing, anchors=anchors))
    part = parsed(picture(drawing, anchors=anchors, plane=1))
    assert [links(whole), links(part)] == [["#part"], ["#inner"]]
    assert titles(part) == "Picture of the pathway: Part"
    assert titles(parsed(standalone(drawing, plane=1))) == "Picture of the pathway: Part"


def links(root: ET.Element) -> list[str | None]:
    return [each.get("href") for each in having(root, "fp-link")]


def titles(root: ET.Element) -> str:
    return words(root[0])


def test_a_plane_that_is_not_there_is_refused() -> None:
    drawing = read_drawing(Paper().file())

    with pytest.raises(IndexError):
        picture(drawing, anchors={}, plane=1)


def test_a_line_is_shown_where_both_of_its_ends_are() -> None:
    paper = Paper()
    paper.elements.append('<task id="unseen"/>')
    paper.shape('<task id="a"/>', (100, 100, 100, 80))
    paper.shape('<task id="b"/>', (300, 100, 100, 80))
    paper.edge('<sequenceFlow id="on" sourceRef="a" targetRef="b"/>', (200, 140), (300, 140))
    paper.edge('<sequenceFlow id="off" sourceRef="a" targetRef="unseen"/>', (200, 150), (300, 50))

    assert shown(read_drawing(paper.file())) == {"a", "b", "on"}


def test_a_line_without_way_points_leads_from_middle_to_middle() -> None:
    paper = Paper()
    paper.shape('<task id="a"/>', (100, 100, 100, 80))
    paper.shape('<task id="b"/>', (300, 200, 100, 80))
    paper.edge('<sequenceFlow id="on" sourceRef="a" targetRef="b"/>')

    (way,) = having(parsed(standalone(read_drawing(paper.file()))), "fp-flow")

    assert way.get("d") == "M150 140L350 240"


def test_an_event_on_the_edge_of_nothing_is_not_shown() -> None:
    paper = Paper()
    paper.elements.append('<task id="unseen"/>')
    paper.shape('<task id="seen"/>', (100, 100, 100, 80))
    paper.shape('<boundaryEvent id="on" attachedToRef="seen"/>', (120, 160, 36, 36))
    paper.shape('<boundaryEvent id="off" attachedToRef="unseen"/>', (320, 160, 36, 36))

    assert shown(read_drawing(paper.file())) == {"seen", "on"}


def test_an_event_on_an_edge_is_drawn_on_top_of_its_step_wherever_it_is_written() -> None:
    paper = Paper()
    paper.shape('<boundaryEvent id="on" attachedToRef="step"/>', (120, 160, 36, 36))
    paper.shape('<task id="step"/>', (100, 100, 100, 80))

    drawn = having(parsed(standalone(read_drawing(paper.file()))), "fp-shape")

    assert [each.tag.rpartition("}")[2] for each in drawn] == ["rect", "circle"]


def test_pools_come_first_and_what_is_in_no_pool_is_not_shown() -> None:
    paper = Paper()
    paper.place("side", (100, 100, 400, 200))
    paper.shape('<task id="a"/>', (200, 120, 100, 80))
    paper.place("stray", (600, 100, 100, 80))
    before = (
        '<collaboration id="c"><participant id="side" name="Side" processRef="p"/></collaboration>'
        '<process id="q"><task id="stray"/></process>'
    )

    assert shown(read_drawing(paper.file(before, plane="c"))) == {"side", "a"}
    assert shown(read_drawing(paper.file(before, plane="p"))) == {"a"}


def test_shapes_stand_on_whole_pixels() -> None:
    paper = Paper()
    paper.shape('<task id="a"/>', (100.5, 100.4, 99.6, 80.5))

    (box,) = [
        box
        for box in boxes(parsed(standalone(read_drawing(paper.file()))))
        if "fp-shape" in box.css
    ]

    assert (box.left, box.top, box.right, box.bottom) == (101, 100, 201, 181)
