import pytest

from pathways.bpmn import read_drawing
from pathways.model.node import StepKind
from tests.pathways.bpmn.noted import messages, noted, step
from tests.pathways.sketches import MODEL, flow, sketch

TASK = '<userTask id="a" name="Ask"/>'


def file(inside: str) -> bytes:
    return f'<definitions xmlns="{MODEL}">{inside}</definitions>'.encode()


@pytest.mark.parametrize(
    "kind", ["subProcess", "transaction", "adHocSubProcess", "subChoreography"]
)
def test_what_is_inside_of_a_sub_process_says_where_it_is(kind: str) -> None:
    inside = f'<{kind} id="s"><startEvent id="x"/>{TASK}{flow("x", "a")}</{kind}>'

    drawing = read_drawing(sketch(inside))

    assert {name: node.inside for name, node in drawing.nodes.items()} == {
        "s": None,
        "x": "s",
        "a": "s",
    }
    assert {node.process for node in drawing.nodes.values()} == {"p"}
    assert step(drawing, "s").holds_steps
    assert list(drawing.flows) == ["x_a"]


def test_an_outer_scope_comes_before_those_inside_of_it() -> None:
    innermost = '<subProcess id="t"><task id="y"/></subProcess>'
    inner = f'<subProcess id="s"><task id="x"/>{innermost}</subProcess>'
    other = '<subProcess id="u"><task id="z"/></subProcess>'

    drawing = read_drawing(sketch(inner + other + TASK))

    assert list(drawing.nodes) == ["s", "u", "a", "x", "t", "y", "z"]


def test_a_sub_process_has_more_than_its_steps() -> None:
    inside = (
        '<subProcess id="s"><incoming>f</incoming><extensionElements/><ioSpecification/>'
        "<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality>"
        "</multiInstanceLoopCharacteristics><property id='q'/><performer/></subProcess>"
        "<adHocSubProcess id='h'><completionCondition>done</completionCondition></adHocSubProcess>"
    )

    drawing = read_drawing(sketch(inside))

    assert (list(drawing.nodes), drawing.findings) == (["s", "h"], ())
    assert step(drawing, "h").kind is StepKind.AD_HOC


def test_a_sub_process_that_an_event_starts_says_so() -> None:
    drawing = read_drawing(
        sketch('<subProcess id="s" triggeredByEvent="true"/><subProcess id="t"/>')
    )

    assert (step(drawing, "s").by_event, step(drawing, "t").by_event) == (True, False)


def test_an_arrow_may_be_written_in_the_scope_around_its_ends() -> None:
    inner = '<subProcess id="s"><task id="x"/><task id="y"/></subProcess>'

    drawing = read_drawing(sketch(inner + flow("x", "y")))

    assert [each.id for each in drawing.outgoing("x")] == ["x_y"]
    assert drawing.findings == ()


def test_an_arrow_may_be_written_in_another_process() -> None:
    second = f'<process id="q">{flow("a", "b")}</process>'

    drawing = read_drawing(sketch(TASK + '<task id="b"/>', after=second))

    assert [each.target for each in drawing.outgoing("a")] == ["b"]


def test_sub_processes_lie_in_each_other_as_deep_as_xml_does() -> None:
    deep = 240
    inside = TASK
    for depth in range(deep):
        inside = f'<subProcess id="s{depth}">{inside}</subProcess>'

    drawing = read_drawing(sketch(inside, drawn=False))

    assert (len(drawing.nodes), drawing.nodes["a"].inside) == (deep + 1, "s0")


def test_several_processes_without_pools_are_all_read() -> None:
    second = '<process id="q" name="Other"><task id="b"/></process>'

    drawing = read_drawing(sketch(TASK, after=second))

    assert {name: each.name for name, each in drawing.processes.items()} == {
        "p": "Sketch",
        "q": "Other",
    }
    assert {name: node.process for name, node in drawing.nodes.items()} == {"a": "p", "b": "q"}
    assert drawing.findings == ()


ONE = '<process id="p"><task id="a"/></process>'


@pytest.mark.parametrize(
    ("processes", "main"),
    [
        ('<process id="p"/><process id="q"><task id="a"/></process>', "q"),
        (f'{ONE}<process id="q"><callActivity id="c" calledElement="p"/></process>', "q"),
        (f'{ONE}<process id="q" isExecutable="true"><task id="b"/></process>', "q"),
        (f'{ONE}<process id="q"><task id="b"/></process>', "p"),
    ],
    ids=["has steps", "calls the other", "marked to run", "first"],
)
def test_a_case_follows_the_process_that_leads(processes: str, main: str) -> None:
    assert read_drawing(file(processes)).id == main


def test_a_call_of_a_process_elsewhere_says_what_is_drawn() -> None:
    tasks = '<globalUserTask id="global"/>'
    inside = "".join(
        f'<callActivity id="c{number}" calledElement="{name}"/>'
        for number, name in enumerate(("x:elsewhere", "global", "a"))
    )

    drawing = read_drawing(sketch(inside + TASK, before=tasks))

    assert [step(drawing, f"c{number}").calls for number in range(3)] == [
        "x:elsewhere",
        "global",
        "a",
    ]
    assert not any(process.called for process in drawing.processes.values())


def test_a_file_without_steps_has_no_process_to_follow() -> None:
    drawing = read_drawing(sketch(""))

    (finding,) = drawing.findings
    assert (finding.rule, finding.element, finding.line) == ("no_process", None, None)
    assert "no process with steps" in finding.message
    assert (drawing.id, drawing.nodes) == ("p", {})


def test_an_unknown_element_is_a_step_of_another_kind_and_a_finding() -> None:
    inside = TASK + '<wizardTask id="w" name="Magic"/>' + flow("a", "w")

    drawing = read_drawing(sketch(inside))

    assert (step(drawing, "w").kind, step(drawing, "w").name) == (StepKind.OTHER, "Magic")
    assert [each.target for each in drawing.outgoing("a")] == ["w"]
    assert noted(sketch(inside)) == [("unknown_element", "w")]
    assert "“Magic” is a <wizardTask>, which BPMN does not have" in messages(sketch(inside))


def test_a_vendors_element_beside_the_steps_is_no_step() -> None:
    inside = TASK + '<magic:wand xmlns:magic="urn:magic" id="w"/><!-- why --><?go on?>'

    drawing = read_drawing(sketch(inside))

    assert (list(drawing.nodes), drawing.findings) == (["a"], ())


CHOREOGRAPHY = (
    '<choreography id="c" name="Talk"><participant id="x" name="Family"/>'
    '<participant id="y" name="School"/><messageFlow id="m" sourceRef="x" targetRef="y"/>'
    '<startEvent id="s"/><choreographyTask id="t" name="Ask" initiatingParticipantRef="x">'
    "<participantRef>x</participantRef><participantRef>y</participantRef>"
    "<messageFlowRef>m</messageFlowRef></choreographyTask>"
    f'<callChoreography id="u"/>{flow("s", "t")}{flow("t", "u")}'
    '<textAnnotation id="n"/></choreography>'
)


def test_a_choreography_is_read_with_its_sides_its_messages_and_its_steps() -> None:
    drawing = read_drawing(file(CHOREOGRAPHY))

    assert (drawing.id, drawing.name) == ("c", "Talk")
    assert [each.name for each in drawing.pools.values()] == ["Family", "School"]
    assert list(drawing.messages) == ["m"]
    assert list(drawing.nodes) == ["s", "t", "u"]
    assert {step(drawing, name).kind for name in "tu"} == {StepKind.EXCHANGE}
    assert list(drawing.flows) == ["s_t", "t_u"]
    assert drawing.artifacts["n"].process == "c"


def test_that_no_case_can_follow_a_choreography_is_a_finding() -> None:
    xml = file(CHOREOGRAPHY)

    assert noted(xml) == [("unknown_element", "t"), ("unknown_element", "u")]
    assert "“Ask” is part of a choreography, which no case can follow" in messages(xml)


@pytest.mark.parametrize(
    "kind",
    [
        "auditing",
        "correlationSubscription",
        "dataObject",
        "dataStore",
        "documentation",
        "extensionElements",
        "humanPerformer",
        "ioBinding",
        "ioSpecification",
        "laneSet",
        "monitoring",
        "potentialOwner",
        "property",
        "resourceRole",
        "supportedInterfaceRef",
        "supports",
    ],
)
def test_what_bpmn_writes_beside_the_steps_is_no_step(kind: str) -> None:
    drawing = read_drawing(sketch(f'{TASK}<{kind} id="x"/>'))

    assert (list(drawing.nodes), drawing.findings) == (["a"], ())
