from pathlib import Path

from pathways.bpmn import read_drawing
from pathways.model.drawing import Drawing, Lane
from tests.pathways.sketches import MODEL, sketch

LIBRARY_CARD = Path(__file__).with_name("test_reader.bpmn").read_bytes()
SPACES = (
    f'xmlns="{MODEL}" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
)


def standing(drawing: Drawing) -> dict[str, str | None]:
    return {name: node.lane for name, node in drawing.nodes.items()}


def lane(name: str, *nodes: str, inside: str = "") -> str:
    listed = "".join(f"<flowNodeRef> {node} </flowNodeRef>" for node in nodes)
    inner = f"<childLaneSet>{inside}</childLaneSet>" if inside else ""
    return f'<lane id="{name}">{listed}{inner}</lane>'


def at(name: str, y: int, height: int = 80) -> str:
    bounds = f'<dc:Bounds x="0" y="{y}" width="100" height="{height}"/>'
    return f'<bpmndi:BPMNShape bpmnElement="{name}">{bounds}</bpmndi:BPMNShape>'


def drawn(processes: str, *planes: str) -> Drawing:
    pictures = "".join(
        f"<bpmndi:BPMNDiagram><bpmndi:BPMNPlane>{plane}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
        for plane in planes
    )
    return read_drawing(f"<definitions {SPACES}>{processes}{pictures}</definitions>".encode())


def test_the_innermost_lane_says_who_acts() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    assert list(drawing.lanes) == ["reader", "library", "desk", "workshop"]
    assert drawing.lanes["desk"] == Lane(
        id="desk", name="Desk", process="library_card", inside="library", line=30
    )
    assert drawing.lanes["library"].inside is None
    assert drawing.nodes["check_the_address"].lane == "desk"
    assert drawing.nodes["ask_for_a_card"].lane == "reader"


def test_lanes_may_lie_in_lanes_in_lanes() -> None:
    lanes = lane("a", "x", "y", "z", inside=lane("b", "x", "y", inside=lane("c", "x")))
    inside = f'<laneSet>{lanes}{lane("d")}</laneSet><task id="x"/><task id="y"/><task id="z"/>'

    drawing = read_drawing(sketch(inside, drawn=False))

    assert standing(drawing) == {"x": "c", "y": "b", "z": "a"}
    assert {name: each.inside for name, each in drawing.lanes.items()} == {
        "a": None,
        "b": "a",
        "c": "b",
        "d": None,
    }
    assert list(drawing.lanes) == ["a", "b", "c", "d"]


def test_each_pool_has_its_own_lanes() -> None:
    one = f'<process id="p"><laneSet>{lane("a", "x")}</laneSet><task id="x"/></process>'
    other = f'<process id="q"><laneSet>{lane("b", "y")}</laneSet><task id="y"/></process>'

    drawing = drawn(one + other)

    assert {name: each.process for name, each in drawing.lanes.items()} == {"a": "p", "b": "q"}
    assert standing(drawing) == {"x": "a", "y": "b"}


def test_a_lane_that_lists_what_is_not_there_is_read() -> None:
    drawing = read_drawing(sketch(f'<laneSet>{lane("a", "gone", "")}</laneSet><task id="x"/>'))

    assert (standing(drawing), drawing.findings) == ({"x": None}, ())


def test_what_is_inside_of_a_sub_process_stands_where_that_stands() -> None:
    inner = '<subProcess id="s"><subProcess id="t"><task id="x"/></subProcess></subProcess>'

    drawing = read_drawing(sketch(f"<laneSet>{lane('a', 's')}</laneSet>{inner}"))

    assert standing(drawing) == {"s": "a", "t": "a", "x": "a"}


def test_a_lane_may_list_what_is_inside_of_a_sub_process() -> None:
    inner = '<subProcess id="s"><task id="x"/><task id="y"/></subProcess>'
    lanes = f"<laneSet>{lane('a', 's')}{lane('b', 'x')}</laneSet>"

    assert standing(read_drawing(sketch(lanes + inner))) == {"s": "a", "x": "b", "y": "a"}


def test_a_sub_process_may_have_lanes_of_its_own() -> None:
    own = f"<laneSet>{lane('b', 'x')}</laneSet>"
    inside = (
        f'<laneSet>{lane("a", "s")}</laneSet><subProcess id="s">{own}<task id="x"/></subProcess>'
    )

    assert standing(read_drawing(sketch(inside))) == {"s": "a", "x": "b"}


def test_an_event_on_the_edge_of_a_step_stands_where_the_step_does() -> None:
    edge = '<boundaryEvent id="e" attachedToRef="x"/>'

    drawing = read_drawing(sketch(f'{edge}<laneSet>{lane("a", "x")}</laneSet><task id="x"/>'))

    assert standing(drawing) == {"e": "a", "x": "a"}


def test_what_no_lane_lists_stands_in_the_lane_that_it_is_drawn_in() -> None:
    lanes = lane("a") + lane("b", "listed", inside=lane("c"))
    nodes = '<task id="x"/><task id="y"/><task id="z"/><task id="listed"/><task id="out"/>'
    shapes = at("a", 0, 100) + at("b", 100, 200) + at("c", 200, 100) + at("out", 900)
    places = at("x", 10) + at("y", 110) + at("z", 210) + at("listed", 10)

    drawing = drawn(f'<process id="p"><laneSet>{lanes}</laneSet>{nodes}</process>', shapes + places)

    assert standing(drawing) == {"x": "a", "y": "b", "z": "c", "listed": "b", "out": None}


def test_only_the_lanes_of_its_own_pool_hold_a_node() -> None:
    one = f'<process id="p"><laneSet>{lane("a")}</laneSet></process>'
    other = '<process id="q"><task id="x"/></process>'

    assert standing(drawn(one + other, at("a", 0) + at("x", 0))) == {"x": None}


def test_a_lane_and_its_nodes_may_be_drawn_in_any_picture_of_the_file() -> None:
    process = (
        f'<process id="p"><laneSet>{lane("a")}</laneSet><task id="x"/><task id="y"/></process>'
    )

    drawing = drawn(process, at("y", 0), at("a", 0) + at("x", 0))

    assert standing(drawing) == {"x": "a", "y": None}


def test_a_drawing_with_more_lanes_than_anybody_draws_is_read_by_its_lists_alone() -> None:
    lanes = "".join(lane(f"l{number}") for number in range(200))
    shapes = "".join(at(f"l{number}", 100 * number) for number in range(200))
    process = f'<process id="p"><laneSet>{lanes}</laneSet><task id="x"/><task id="y"/></process>'

    drawing = drawn(process, shapes + at("x", 50 * 100) + at("y", 150 * 100))

    assert standing(drawing) == {"x": "l50", "y": None}


CALLED = '<process id="q"><task id="x"/><callActivity id="d" calledElement="r"/></process>'
CALLED_BY_IT = '<process id="r"><task id="y"/></process>'


def test_a_called_process_stands_in_the_lane_of_its_caller_and_so_does_what_it_calls() -> None:
    call = f'<laneSet>{lane("a", "c")}</laneSet><callActivity id="c" calledElement="q"/>'

    drawing = read_drawing(sketch(call, after=CALLED_BY_IT + CALLED))

    assert standing(drawing) == {"c": "a", "y": "a", "x": "a", "d": "a"}
    assert {name: each.called for name, each in drawing.processes.items()} == {
        "p": False,
        "r": True,
        "q": True,
    }
    assert {node.inside for node in drawing.nodes.values()} == {None}
    assert drawing.nodes["x"].process == "q"


def test_a_process_that_is_called_from_two_lanes_stands_in_none() -> None:
    calls = "".join(f'<callActivity id="c{n}" calledElement="q"/>' for n in (1, 2))
    lanes = f"<laneSet>{lane('a', 'c1')}{lane('b', 'c2')}</laneSet>"

    drawing = read_drawing(sketch(lanes + calls, after=CALLED + CALLED_BY_IT))

    assert (drawing.nodes["x"].lane, drawing.nodes["y"].lane) == (None, None)


def test_a_called_process_keeps_lanes_of_its_own() -> None:
    call = f'<laneSet>{lane("a", "c")}</laneSet><callActivity id="c" calledElement="q"/>'
    called = (
        f'<process id="q"><laneSet>{lane("b", "x")}</laneSet><task id="x"/><task id="y"/></process>'
    )

    assert standing(read_drawing(sketch(call, after=called))) == {"c": "a", "x": "b", "y": "a"}


def test_processes_that_call_each_other_in_a_circle_are_read() -> None:
    call = '<callActivity id="c" calledElement="q"/>'
    back = '<process id="q"><callActivity id="d" calledElement="p"/></process>'

    drawing = read_drawing(sketch(call, after=back))

    assert (drawing.id, standing(drawing)) == ("p", {"c": None, "d": None})
