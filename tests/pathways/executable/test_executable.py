from pathlib import Path
from xml.etree import ElementTree as ET

from pathways.bpmn import read_drawing
from pathways.executable import executable
from pathways.model.finding import Severity
from tests.pathways.executable.engine import parsed
from tests.pathways.sketches import MODEL, simple

PARCEL = Path(__file__).with_suffix(".bpmn").read_bytes()
NAMES = {"b": MODEL, "s": "http://spiffworkflow.org/bpmn/schema/1.0/core"}


def copied(xml: bytes) -> ET.Element:
    return ET.fromstring(executable(read_drawing(xml)).xml)  # noqa: S314 - our own XML


def test_the_copy_of_a_sound_drawing_is_parsed_by_the_library() -> None:
    copy = executable(read_drawing(PARCEL))

    spec = parsed(copy.xml, "parcel")

    assert copy.may_run
    assert {"say_where_to", "find_the_price", "packing", "ask", "van_comes", "sent"} <= set(
        spec.task_specs
    )
    assert parsed(copy.xml, "ask_twice").task_specs["ask_again"].manual


def test_the_copy_has_every_node_and_flow_and_nothing_else() -> None:
    drawing = read_drawing(PARCEL)

    ids = {each.get("id") for each in copied(PARCEL).iter() if each.get("id")}

    others = {"parcel", "ask_twice", "sender", "post_office", "van"}
    assert ids == set(drawing.nodes) | set(drawing.flows) | others


def test_picture_prose_and_vendors_extensions_are_not_copied() -> None:
    xml = executable(read_drawing(PARCEL)).xml

    for hidden in (b"BPMNDiagram", b"Private.", b"tool", b"fingerpost", b"documentation"):
        assert hidden not in xml


def test_a_decision_step_names_its_table() -> None:
    root = copied(PARCEL)
    other = copied(simple('<businessRuleTask id="price"/>'))

    path = ".//b:businessRuleTask/b:extensionElements/s:calledDecisionId"
    assert [each.text for each in root.iterfind(path, NAMES)] == ["price"]
    assert [each.text for each in other.iterfind(path, NAMES)] == ["price"]


def test_conditions_stay_feel_and_timers_stay_as_drawn() -> None:
    root = copied(PARCEL)

    conditions = [each.text for each in root.iterfind(".//b:conditionExpression", NAMES)]
    timers = [each.text for each in root.iterfind(".//b:timeDuration", NAMES)]
    assert conditions == ["say_where_to.far = true", 'say_where_to.card = "yes"']
    assert timers == ["P3D", "P1W"]


def test_every_process_is_executable() -> None:
    processes = copied(PARCEL).findall("b:process", NAMES)

    assert [(each.get("id"), each.get("isExecutable")) for each in processes] == [
        ("parcel", "true"),
        ("ask_twice", "true"),
    ]


def test_a_message_is_copied_with_its_name() -> None:
    root = copied(PARCEL)

    assert [each.get("name") for each in root.iterfind("b:message", NAMES)] == ["The van is here"]


def test_a_receive_task_without_a_message_waits_for_one_of_its_own() -> None:
    xml = simple('<receiveTask id="a" name="Wait for the form"/>')

    (message,) = copied(xml).iterfind("b:message", NAMES)
    copy = executable(read_drawing(xml))

    assert message.get("name") == "Wait for the form"
    assert copy.may_run
    assert "a" in parsed(copy.xml, "p").task_specs


def test_a_start_that_waits_for_a_message_is_said_to_be_a_plain_start() -> None:
    (finding,) = executable(read_drawing(PARCEL)).findings

    assert (finding.rule, finding.element) == ("message_start", "parcel_wanted")
    assert finding.severity is Severity.ADVICE
    assert not copied(PARCEL).findall(".//b:startEvent/*", NAMES)


def test_the_copy_is_the_same_every_time_and_the_drawing_is_untouched() -> None:
    drawing = read_drawing(PARCEL)

    assert executable(drawing) == executable(drawing)
    assert drawing.xml == PARCEL


def test_a_script_in_a_drawing_never_reaches_the_copy() -> None:
    script = "<script>import os</script>"
    hidden = (
        '<extensionElements xmlns:s="http://spiffworkflow.org/bpmn/schema/1.0/core">'
        "<s:preScript>import os</s:preScript></extensionElements>"
    )
    xml = simple(
        f'<scriptTask id="a">{script}</scriptTask>', f'<userTask id="b">{hidden}</userTask>'
    )

    copy = executable(read_drawing(xml))

    assert b"import os" not in copy.xml
    assert [(each.rule, each.element) for each in copy.findings] == [
        ("script_task", "a"),
        ("hidden_script", "b"),
    ]
