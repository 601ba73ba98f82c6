"""Where names stand beside their shapes: as BPMN editors put them."""

import pytest

from pathways.bpmn import read_drawing
from pathways.drawing import standalone
from tests.pathways.drawing.paper import At, Paper, Point
from tests.pathways.drawing.svg import Box, boxes, having, parsed


def labels(paper: Paper, before: str = "") -> list[Box]:
    root = parsed(standalone(read_drawing(paper.file(before))))
    return [box for box in boxes(root) if "fp-label" in box.css]


def event(name: str, label: At | None = None) -> list[Box]:
    paper = Paper()
    paper.shape(f'<startEvent id="e" name="{name}"/>', (100, 100, 36, 36), label=label)
    return labels(paper)


def test_a_name_without_a_place_stands_below_its_shape() -> None:
    (box,) = event("Begin")

    assert (box.left + box.right) / 2 == pytest.approx(118, abs=0.5)
    assert box.bottom == pytest.approx(136 + 9.9)


def test_a_name_is_broken_where_it_is_wider_than_ninety_pixels() -> None:
    lines = sorted(event("Nothing was sent in time"), key=lambda box: box.top)

    assert len(lines) == 2
    assert all(box.right - box.left <= 90 for box in lines)
    assert lines[1].bottom - lines[0].bottom == pytest.approx(13.2)


def test_a_name_stands_where_the_file_wants_it_and_is_as_wide_as_it_says() -> None:
    (wide,) = event("A family asks for something new", (200, 50, 300, 14))

    assert (wide.left + wide.right) / 2 == pytest.approx(350)
    assert wide.bottom == pytest.approx(50 + 9.9)
    assert len(event("A family asks for something new", (200, 50, 60, 14))) > 2


def test_a_place_without_width_counts_only_as_a_place() -> None:
    (box,) = event("Begin", (200, 50, 0, 0))

    assert (box.left + box.right) / 2 == pytest.approx(200, abs=0.5)
    assert box.bottom == pytest.approx(50 + 9.9)


def test_line_breaks_of_a_name_stay() -> None:
    paper = Paper()
    paper.shape('<task id="a" name="First line&#10;second"/>', (100, 100, 200, 80))

    root = parsed(standalone(read_drawing(paper.file())))

    (name,) = having(root, "fp-name")
    assert [(each.text or "").strip() for each in name] == ["First line", "second"]


@pytest.mark.parametrize(
    ("points", "middle", "bottom"),
    [
        ([(100, 100), (300, 100)], 200, 100 - 25 + 9.9),
        ([(100, 100), (100, 300)], 115, 200 - 10 + 9.9),
        ([(100, 100), (200, 100), (200, 300)], 150, 100 - 25 + 9.9),
        ([(0, 0), (100, 0), (100, 80), (300, 80)], 115, 40 - 10 + 9.9),
    ],
    ids=["across", "down", "first_of_two", "middle_of_three"],
)
def test_the_name_of_an_arrow_stands_at_its_middle_part(
    points: list[Point], middle: float, bottom: float
) -> None:
    paper = Paper()
    paper.shape('<task id="a"/>', (0, 400, 10, 10))
    flow = '<sequenceFlow id="f" name="Yes" sourceRef="a" targetRef="a"/>'
    paper.edge(flow, *points)

    (box,) = labels(paper)

    assert (box.left + box.right) / 2 == pytest.approx(middle, abs=0.5)
    assert box.bottom == pytest.approx(bottom)


def test_the_name_of_a_group_stands_at_its_top() -> None:
    paper = Paper()
    paper.shape('<group id="g" categoryValueRef="v"/>', (100, 100, 200, 100))
    category = '<category><categoryValue id="v" value="Together"/></category>'

    (box,) = labels(paper, category)

    assert (box.left + box.right) / 2 == pytest.approx(200, abs=0.5)
    assert box.bottom == pytest.approx(109.9)


def test_data_is_called_what_its_own_shape_is_called() -> None:
    paper = Paper()
    paper.elements.append('<dataObject id="d" name="Data"/>')
    paper.shape('<dataObjectReference id="a" dataObjectRef="d"/>', (100, 100, 36, 50))

    assert labels(paper) == []


def test_a_long_name_reaches_out_of_its_step_and_is_still_in_the_picture() -> None:
    paper = Paper()
    paper.shape(f'<task id="a" name="{"long " * 60}"/>', (100, 100, 100, 40))

    root = parsed(standalone(read_drawing(paper.file())))

    _, top, _, height = (float(each) for each in (root.get("viewBox") or "").split())
    names = [box for box in boxes(root) if "fp-name" in box.css]
    assert min(box.top for box in names) < 100
    assert max(box.bottom for box in names) > 140
    assert top < min(box.top for box in names)
    assert top + height > max(box.bottom for box in names)
