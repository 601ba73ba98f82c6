import pytest

from pathways.bpmn import read_drawing
from pathways.model.drawing import MessageFlow, Pool
from pathways.model.finding import Severity
from tests.pathways.bpmn.noted import messages, noted
from tests.pathways.sketches import MODEL

FAMILY = '<process id="family"><task id="ask"/></process>'
SCHOOL = (
    '<process id="school" name="At school"><laneSet><lane id="head"/></laneSet>'
    '<startEvent id="asked"><messageEventDefinition/></startEvent></process>'
)
POOLS = (
    '<participant id="family_pool" name="Family" processRef="family"/>\n'
    '<participant id="school_pool" name="School" processRef="school"/>\n'
    '<participant id="council" name="Council"/>'
)


def together(inside: str, *, also: str = "") -> bytes:
    collaboration = f'<collaboration id="c">\n{inside}\n</collaboration>'
    return (
        f'<definitions xmlns="{MODEL}">{collaboration}{FAMILY}{SCHOOL}{also}</definitions>'.encode()
    )


def message(source: str, target: str) -> str:
    return f'<messageFlow id="m" sourceRef="{source}" targetRef="{target}"/>'


def test_each_side_is_a_pool_and_a_black_box_has_no_process() -> None:
    drawing = read_drawing(together(POOLS))

    assert list(drawing.pools.values()) == [
        Pool(id="family_pool", name="Family", process="family", line=2),
        Pool(id="school_pool", name="School", process="school", line=3),
        Pool(id="council", name="Council", process=None, line=4),
    ]
    assert drawing.findings == ()


def test_the_nodes_of_every_pool_are_read_and_know_their_process() -> None:
    drawing = read_drawing(together(POOLS))

    assert {name: node.process for name, node in drawing.nodes.items()} == {
        "ask": "family",
        "asked": "school",
    }
    assert {name: node.scope for name, node in drawing.nodes.items()} == {
        "ask": "family",
        "asked": "school",
    }


def test_a_pool_is_found_by_its_process() -> None:
    drawing = read_drawing(together(POOLS))

    school = drawing.pool_of("school")
    assert school is not None
    assert school.id == "school_pool"
    assert drawing.pool_of("nowhere") is None


def test_a_pathway_is_named_after_its_process_and_else_after_its_pool() -> None:
    drawing = read_drawing(together(POOLS))

    assert (drawing.id, drawing.name) == ("family", "Family")
    marked = together(POOLS).replace(b'id="school" ', b'id="school" isExecutable="true" ')
    assert (read_drawing(marked).id, read_drawing(marked).name) == ("school", "At school")


def test_a_pool_of_a_process_that_the_file_does_not_have_is_a_black_box() -> None:
    drawing = read_drawing(together('<participant id="x" processRef="elsewhere"/>'))

    assert drawing.pools["x"].process is None


def test_a_pool_that_refers_to_a_step_is_a_black_box() -> None:
    assert (
        read_drawing(together('<participant id="x" processRef="ask"/>')).pools["x"].process is None
    )


def test_two_pools_may_share_a_process() -> None:
    drawing = read_drawing(together(POOLS + '<participant id="twin" processRef="school"/>'))

    assert drawing.pools["twin"].process == "school"
    school = drawing.pool_of("school")
    assert school is not None
    assert school.id == "school_pool"


def test_a_pool_may_stand_for_several_of_its_kind() -> None:
    several = '<participant id="x"><participantMultiplicity maximum="9"/></participant>'

    assert read_drawing(together(several)).pools["x"].multiple


def test_several_collaborations_are_all_read() -> None:
    second = '<collaboration id="d"><participant id="doctor" name="Doctor"/></collaboration>'

    assert "doctor" in read_drawing(together(POOLS, also=second)).pools


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("ask", "asked"),
        ("ask", "council"),
        ("council", "asked"),
        ("family_pool", "school_pool"),
    ],
)
def test_a_message_goes_between_nodes_and_pools(source: str, target: str) -> None:
    drawing = read_drawing(together(POOLS + "\n" + message(source, target)))

    assert drawing.messages == {
        "m": MessageFlow(id="m", name="", source=source, target=target, line=5)
    }
    assert drawing.findings == ()


@pytest.mark.parametrize("target", ["school", "head"], ids=["process", "lane"])
def test_a_message_to_a_process_or_a_lane_goes_to_its_pool(target: str) -> None:
    drawing = read_drawing(together(POOLS + message("ask", target)))

    assert drawing.messages["m"].target == "school_pool"
    assert drawing.findings == ()


@pytest.mark.parametrize("target", ["gone", "", "m", "c"])
def test_a_message_that_leads_nowhere_is_a_finding(target: str) -> None:
    xml = together(POOLS + message("ask", target))

    assert noted(xml) == [("loose_message", "m")]
    assert "“m” does not lead from one side to another" in messages(xml)
    assert read_drawing(xml).messages == {}
    assert read_drawing(xml).findings[0].severity is Severity.ERROR


def test_a_message_has_its_own_name_or_that_of_what_it_carries() -> None:
    letter = '<message id="letter" name="A letter"/>'
    named = message("ask", "council").replace("/>", ' messageRef="letter"/>')
    own = named.replace('id="m"', 'id="m2" name="The plan"')

    drawing = read_drawing(together(POOLS + named + own, also=letter))

    assert [each.name for each in drawing.messages.values()] == ["A letter", "The plan"]


def test_pools_without_any_process_are_read_and_have_no_steps() -> None:
    inside = '<participant id="a" name="A"/><participant id="b"/>' + message("a", "b")
    xml = f'<definitions xmlns="{MODEL}"><collaboration>{inside}</collaboration></definitions>'

    drawing = read_drawing(xml.encode())

    assert (drawing.id, drawing.name, list(drawing.messages)) == ("", "", ["m"])
    assert [each.rule for each in drawing.findings] == ["no_process"]


def test_a_conversation_is_a_finding() -> None:
    xml = together('<conversation id="talk" name="Talk"/>')

    assert noted(xml) == [("unknown_element", "talk")]
    assert "“Talk” is a conversation, which no case can follow" in messages(xml)
