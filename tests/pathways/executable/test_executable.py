from pathlib import Path
from xml.etree import ElementTree as ET

from pathways.bpmn import read_drawing
from pathways.executable import Papers, executable
from pathways.model.finding import Severity
from tests.pathways.executable.engine import parsed
from tests.pathways.executable.runs import Run
from tests.pathways.sketches import MODEL, simple

PARCEL = Path(__file__).with_suffix(".bpmn").read_bytes()
NAMES = {"b": MODEL, "s": "http://spiffworkflow.org/bpmn/schema/1.0/core"}
FORMS = ("say_where_to", "add_a_card", "pack_it", "ask_once", "ask_again")
PAPERS = Papers(
    questions=dict.fromkeys(FORMS),
    outputs={"price": None},
    letters=("say_it_is_sent",),
    periods=(),
)


def copied(xml: bytes) -> ET.Element:
    return ET.fromstring(executable(read_drawing(xml), PAPERS).xml)  # noqa: S314 - our own XML


def test_the_copy_of_a_sound_drawing_is_parsed_by_the_library() -> None:
    copy = executable(read_drawing(PARCEL), PAPERS)

    spec = parsed(copy.xml, "parcel")

    assert copy.may_run
    assert {"say_where_to", "find_the_price", "packing", "ask", "van_comes", "sent"} <= set(
        spec.task_specs
    )
    assert parsed(copy.xml, "ask_twice").task_specs["ask_again"].manual


def test_the_copy_has_every_node_and_flow_of_the_derived_drawing_and_nothing_else() -> None:
    copy = executable(read_drawing(PARCEL), PAPERS)

    ids = {each.get("id") for each in copied(PARCEL).iter() if each.get("id")}

    assert ids == {*copy.drawing.nodes, *copy.drawing.flows, "parcel", "ask_twice", "van"}


def test_every_drawn_node_is_there_and_everything_else_stands_for_one() -> None:
    drawing = read_drawing(PARCEL)
    copy = executable(drawing, PAPERS)

    assert set(drawing.nodes) <= set(copy.drawing.nodes)
    assert set(copy.drawing.nodes) - set(drawing.nodes) == set(copy.stands_for)
    assert copy.stands_for == {}


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


def test_an_error_is_copied_with_its_code() -> None:
    error = '<error id="late" name="Too late" errorCode="E1"/>'
    inner = (
        '<startEvent id="i"/><endEvent id="k"><errorEventDefinition errorRef="late"/></endEvent>'
        '<sequenceFlow id="i_k" sourceRef="i" targetRef="k"/>'
    )
    xml = simple(f'<subProcess id="s">{inner}</subProcess>').replace(
        b"<process", f"{error}<process".encode()
    )

    (found,) = copied(xml).iterfind("b:error", NAMES)

    assert (found.get("name"), found.get("errorCode")) == ("Too late", "E1")


def test_findings_come_in_the_order_of_the_file_and_each_once() -> None:
    findings = executable(read_drawing(PARCEL), PAPERS).findings

    assert [(each.rule, each.element) for each in findings] == [
        ("started_by_event", "parcel_wanted"),
        ("vendors_instructions", "say_where_to"),
    ]
    assert all(each.severity is not Severity.ERROR for each in findings)
    assert not copied(PARCEL).findall(".//b:startEvent/*", NAMES)


def test_the_copy_is_the_same_every_time_and_the_drawing_is_untouched() -> None:
    drawing = read_drawing(PARCEL)

    assert executable(drawing) == executable(drawing)
    assert drawing == read_drawing(PARCEL)
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
    found = [(each.rule, each.element) for each in copy.findings]
    assert ("automatic_step", "a") in found
    assert ("hidden_script", "b") in found


def test_names_with_markup_and_line_ends_stay_names() -> None:
    name = "&lt;script&gt;alert(1)&lt;/script&gt; {it} %s &amp;#10; \N{PILE OF POO}"
    copy = executable(read_drawing(simple(f'<serviceTask id="a" name="{name}"/>')))

    assert Run(copy).open == ["a"]
    assert copy.forms["a"].title == copy.drawing.nodes["a"].name
    assert copy.drawing.nodes["a"].name in copy.findings[-1].message


def test_an_empty_process_is_refused_as_a_whole() -> None:
    for inside in ("", '<process id="p"/>', '<process id="p"><laneSet id="l"/></process>'):
        xml = f'<definitions xmlns="{MODEL}" id="d" targetNamespace="urn:t">{inside}</definitions>'

        copy = executable(read_drawing(xml.encode()))

        assert not copy.may_run
        assert [each.rule for each in copy.findings] == ["no_start"]
