from collections.abc import Iterator
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.bpmn import read_drawing
from pathways.bpmn.names import NODES
from pathways.model.drawing import Drawing
from pathways.model.node import Choice, Event, EventPosition, Step
from tests.pathways.generated import any_drawings, dressed, mangled_drawings, sound_drawings
from tests.pathways.sketches import MODEL

slow = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def elements(xml: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (name, attributes) of each BPMN element of a file."""
    for each in ET.fromstring(xml).iter():  # noqa: S314 - our own XML
        if each.tag.startswith(f"{{{MODEL}}}"):
            yield each.tag.rpartition("}")[2], each.attrib


def assert_everything_leads_somewhere(drawing: Drawing) -> None:
    """Whatever the drawing refers to is in it."""
    nodes, flows, lanes = drawing.nodes, drawing.flows, drawing.lanes
    for node in nodes.values():
        assert node.process in drawing.processes
        assert node.lane is None or node.lane in lanes
        around = nodes.get(node.inside or "")
        assert (around is None) == (node.inside is None)
        assert around is None or (isinstance(around, Step) and around.holds_steps)
        if isinstance(node, Step | Choice) and node.default is not None:
            assert flows[node.default].source == node.id
        if isinstance(node, Event) and node.attached_to is not None:
            assert node.position is EventPosition.BOUNDARY
            assert isinstance(nodes[node.attached_to], Step)
    for flow in flows.values():
        assert {flow.source, flow.target} <= set(nodes)
    for message in drawing.messages.values():
        assert {message.source, message.target} <= {*nodes, *drawing.pools}
    assert {pool.process for pool in drawing.pools.values()} <= {None, *drawing.processes}
    assert {lane.process for lane in lanes.values()} <= set(drawing.processes)
    assert {lane.inside for lane in lanes.values()} <= {None, *lanes}


def assert_what_is_beside_leads_somewhere(drawing: Drawing) -> None:
    """So do the dotted lines and the pictures."""
    way = (drawing.nodes, drawing.flows, drawing.lanes, drawing.pools, drawing.messages)
    known = {name for each in (*way, drawing.artifacts, drawing.associations) for name in each}
    for line in drawing.associations.values():
        assert {line.source, line.target} <= known
    for plane in drawing.planes:
        assert {*plane.shapes, *plane.edges} <= known
    assert len(known) == sum(len(each) for each in (*way, drawing.artifacts, drawing.associations))


@slow
@given(st.one_of(sound_drawings(), any_drawings()))
def test_every_node_of_a_file_is_in_the_drawing(xml: bytes) -> None:
    drawing = read_drawing(xml)

    assert set(drawing.nodes) == {
        attributes["id"] for name, attributes in elements(xml) if name in NODES
    }
    assert set(drawing.pools) == {
        attributes["id"] for name, attributes in elements(xml) if name == "participant"
    }


@slow
@given(any_drawings())
def test_every_arrow_of_a_file_is_in_the_drawing_or_a_finding(xml: bytes) -> None:
    drawing = read_drawing(xml)

    arrows = {each["id"]: each for name, each in elements(xml) if name == "sequenceFlow"}
    whole = {
        name
        for name, each in arrows.items()
        if {each["sourceRef"], each["targetRef"]} <= set(drawing.nodes)
    }
    loose = {each.element for each in drawing.findings if each.rule == "loose_flow"}
    assert set(drawing.flows) == whole
    assert loose == set(arrows) - whole
    assert all(
        (drawing.flows[name].source, drawing.flows[name].target)
        == (arrows[name]["sourceRef"], arrows[name]["targetRef"])
        for name in whole
    )


@slow
@given(st.one_of(any_drawings(), mangled_drawings()))
def test_everything_that_a_drawing_refers_to_is_in_it(xml: bytes) -> None:
    drawing = read_drawing(xml)

    assert_everything_leads_somewhere(drawing)
    assert_what_is_beside_leads_somewhere(drawing)


@slow
@given(mangled_drawings())
def test_every_finding_of_a_mangled_file_says_where_and_is_a_sentence(xml: bytes) -> None:
    drawing = read_drawing(xml)

    for each in drawing.findings:
        assert each.line or each.rule == "no_process"
        assert each.message.endswith(".")
        assert len(each.message) < 1_000


@slow
@given(sound_drawings())
def test_there_is_nothing_to_say_about_a_sound_drawing(xml: bytes) -> None:
    assert read_drawing(xml).findings == ()


@slow
@given(any_drawings().flatmap(lambda xml: st.tuples(st.just(xml), dressed(xml))))
def test_how_a_file_is_written_does_not_change_what_it_draws(pair: tuple[bytes, bytes]) -> None:
    plain, written = (read_drawing(xml) for xml in pair)

    assert [(each.id, each.name) for each in plain.nodes.values()] == [
        (each.id, each.name) for each in written.nodes.values()
    ]
    assert [(each.id, each.condition) for each in plain.flows.values()] == [
        (each.id, each.condition) for each in written.flows.values()
    ]
    assert plain.planes == written.planes
