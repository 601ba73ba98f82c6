import pytest

from pathways.bpmn import read_drawing
from pathways.executable import executable
from pathways.model.finding import Finding, Severity
from tests.pathways.sketches import condition, flow, simple, sketch, way

BEGIN = '<startEvent id="begin" name="Asked"/>'
FINISH = '<endEvent id="finish" name="Over"/>'
A = '<userTask id="a" name="Look at it"/>'
B = '<userTask id="b" name="Send it"/>'
TIMER = "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"


def findings(xml: bytes) -> list[Finding]:
    found = executable(read_drawing(xml)).findings
    assert all(each.message[-1] == "." and each.file == "pathway.bpmn" for each in found)
    return list(found)


def rules(xml: bytes) -> list[tuple[str, str | None]]:
    return [(each.rule, each.element) for each in findings(xml)]


def whole(*inside: str) -> bytes:
    return sketch("".join([BEGIN, FINISH, *inside]))


def event(kind: str, trigger: str, more: str = "") -> str:
    return f'<{kind} id="e" name="It" {more}><{trigger}EventDefinition/></{kind}>'


def test_a_sound_drawing_has_no_findings() -> None:
    assert rules(simple(A, B)) == []


@pytest.mark.parametrize(
    ("step", "rule"),
    [
        ('<scriptTask id="e" name="It"/>', "script_task"),
        ('<serviceTask id="e" name="It"/>', "service_task"),
        ('<task id="e" name="It" isForCompensation="true"/>', "compensation"),
        (
            '<userTask id="e" name="It"><multiInstanceLoopCharacteristics/></userTask>',
            "multi_instance",
        ),
        ('<userTask id="e" name="It"><standardLoopCharacteristics/></userTask>', "standard_loop"),
        (
            '<userTask id="e" name="It"><dataInputAssociation id="x"/></userTask>',
            "data_association",
        ),
        ('<callActivity id="e" name="It" calledElement="gone"/>', "call_of_nothing"),
        ('<callActivity id="e" name="It"/>', "call_of_nothing"),
        ('<callActivity id="e" name="It" calledElement="p"/>', "call_of_itself"),
        ('<complexGateway id="e" name="It"/>', "complex_gateway"),
        (event("intermediateThrowEvent", "link"), "link_throw"),
        (event("intermediateCatchEvent", "link"), "link_catch"),
        (event("intermediateThrowEvent", "compensate"), "compensation_throw"),
        (event("intermediateThrowEvent", "timer"), "timer_throw"),
        ('<intermediateCatchEvent id="e" name="It"/>', "none_catch"),
        (event("intermediateCatchEvent", "timer"), "timer_without_time"),
        (event("intermediateCatchEvent", "conditional"), "event_without_condition"),
    ],
)
def test_what_does_not_run_is_a_finding_that_names_it_and_says_what_to_do(
    step: str, rule: str
) -> None:
    (finding,) = findings(simple(step))

    assert (finding.rule, finding.element, finding.severity) == (rule, "e", Severity.ERROR)
    assert finding.message.startswith("“It” ")
    assert any(word in finding.message for word in ("Draw", "Write", "Delete"))


@pytest.mark.parametrize("trigger", ["signal", "message", "cancel", "compensate"])
def test_an_end_that_would_be_lost_is_a_finding(trigger: str) -> None:
    xml = sketch(BEGIN + event("endEvent", trigger) + flow("begin", "e"))

    assert [each.element for each in findings(xml)] == ["e"]


@pytest.mark.parametrize("trigger", ["error", "escalation"])
def test_an_error_end_needs_something_around_it(trigger: str) -> None:
    xml = sketch(BEGIN + event("endEvent", trigger) + flow("begin", "e"))

    assert rules(xml) == [("nothing_outside", "e")]


@pytest.mark.parametrize("trigger", ["timer", "signal", "conditional", "error"])
def test_a_start_that_waits_is_a_finding(trigger: str) -> None:
    xml = sketch(event("startEvent", trigger) + FINISH + flow("e", "finish"))

    assert [each.element for each in findings(xml)] == ["e"]


@pytest.mark.parametrize(
    ("trigger", "rule"),
    [("error", "nothing_inside"), ("compensate", "compensation_boundary")],
)
def test_an_edge_event_that_cannot_happen_is_a_finding(trigger: str, rule: str) -> None:
    edge = event("boundaryEvent", trigger, 'attachedToRef="a"')
    xml = whole(A, edge, way("begin", "a", "finish"), flow("e", "finish"))

    assert rules(xml) == [(rule, "e")]


def test_a_deadline_on_a_step_runs() -> None:
    edge = f'<boundaryEvent id="e" attachedToRef="a">{TIMER}</boundaryEvent>'

    assert rules(whole(A, edge, way("begin", "a", "finish"), flow("e", "finish"))) == []


def test_several_arrows_out_of_a_step_are_a_finding() -> None:
    xml = whole(A, B, way("begin", "a", "b", "finish"), flow("a", "finish"))

    assert rules(xml) == [("implicit_split", "a")]


def test_a_condition_on_an_arrow_out_of_a_step_is_a_finding() -> None:
    xml = whole(A, flow("begin", "a"), condition("a", "finish", "true"))

    assert rules(xml) == [("condition_not_read", "a_finish")]


def test_a_condition_behind_a_parallel_gateway_is_a_finding() -> None:
    gateway = '<parallelGateway id="g"/>'
    xml = whole(A, gateway, way("begin", "g"), condition("g", "a", "true"), flow("a", "finish"))

    assert rules(xml) == [("condition_not_read", "g_a")]


@pytest.mark.parametrize("kind", ["exclusiveGateway", "inclusiveGateway"])
def test_a_choice_needs_a_condition_on_every_way_but_the_default(kind: str) -> None:
    inside = (A, flow("begin", "g"), condition("g", "a", "true"), flow("a", "finish"))
    bare = whole(f'<{kind} id="g" name="Is it?"/>', *inside, flow("g", "finish"))
    default = whole(f'<{kind} id="g" default="g_finish"/>', *inside, flow("g", "finish"))

    assert rules(bare) == [("no_condition", "g_finish")]
    assert "“Is it?”" in findings(bare)[0].message
    assert rules(default) == []


def test_a_choice_without_a_default_is_a_warning() -> None:
    gateway = '<exclusiveGateway id="g"/>'
    ways = condition("g", "a", "x") + condition("g", "finish", "y")

    (finding,) = findings(whole(gateway, A, flow("begin", "g"), ways, flow("a", "finish")))

    assert (finding.rule, finding.severity) == ("no_default", Severity.WARNING)


def test_what_happens_first_has_to_be_an_event() -> None:
    gateway = '<eventBasedGateway id="g"/>'
    ways = flow("begin", "g") + flow("g", "a") + flow("g", "b") + way("a", "finish")

    assert rules(whole(gateway, A, B, ways, way("b", "finish"))) == [("not_an_event", "g")]


def test_a_step_that_nothing_leads_to_is_a_finding() -> None:
    xml = whole(A, B, way("begin", "a", "finish"), flow("b", "finish"))

    assert rules(xml) == [("not_connected", "b")]


def test_a_step_that_nothing_follows_is_a_finding() -> None:
    assert rules(whole(A, B, way("begin", "a", "finish"), flow("a", "b"))) == [
        ("implicit_split", "a"),
        ("dead_end", "b"),
    ]


def test_a_circle_without_a_way_out_is_one_finding_where_it_is_entered() -> None:
    gateway = '<exclusiveGateway id="g" default="g_finish"/>'
    ways = (
        flow("begin", "g") + flow("g", "finish") + condition("g", "a", "true") + way("a", "b", "a")
    )

    assert rules(whole(gateway, A, B, ways)) == [("no_way_to_an_end", "a")]


def test_a_drawing_needs_one_start_and_an_end() -> None:
    second = '<startEvent id="other"/>'

    assert rules(sketch(A + FINISH + flow("a", "finish"))) == [("no_start", None)]
    assert rules(sketch(BEGIN + A + way("begin", "a", "begin"))) == [
        ("no_end", None),
        ("arrow_into_start", "begin"),
    ]
    assert rules(whole(A, second, way("begin", "a", "finish"), flow("other", "a"))) == [
        ("several_starts", "other")
    ]


def test_an_arrow_out_of_an_end_is_a_finding() -> None:
    xml = whole(A, way("begin", "a", "finish", "a"))

    assert rules(xml) == [("arrow_out_of_end", "finish")]


def test_a_join_that_waits_for_a_way_back_is_a_finding() -> None:
    gateways = '<parallelGateway id="j"/><exclusiveGateway id="g" default="g_finish"/>'
    ways = way("begin", "j", "a", "g", "finish") + condition("g", "j", "true")

    assert rules(whole(gateways, A, ways)) == [("join_as_loop_head", "j")]


def test_a_split_and_its_join_inside_of_a_loop_are_sound() -> None:
    gateways = (
        '<exclusiveGateway id="h"/><parallelGateway id="s"/><parallelGateway id="j"/>'
        '<exclusiveGateway id="g" default="g_finish"/>'
    )
    ways = way("begin", "h", "s", "a", "j", "g", "finish") + way("s", "b", "j")

    assert rules(whole(gateways, A, B, ways, condition("g", "h", "true"))) == []


@pytest.mark.parametrize(
    "name", ["Start", "End", "Root", "x.EndJoin", "a.BoundaryEventSplit", "a [child]"]
)
def test_an_id_that_the_engine_needs_is_a_finding(name: str) -> None:
    assert rules(simple(f'<userTask id="{name}"/>')) == [("reserved_id", name)]


def test_a_step_for_a_person_in_no_lane_is_a_finding() -> None:
    lanes = '<laneSet id="l"><lane id="family"><flowNodeRef>b</flowNodeRef></lane></laneSet>'

    assert rules(whole(lanes, A, B, way("begin", "a", "b", "finish"))) == [("no_lane", "a")]


def test_two_processes_that_call_each_other_are_found() -> None:
    inner = (
        '<process id="inner"><startEvent id="i1"/><callActivity id="i2" calledElement="p"/>'
        f'<endEvent id="i3"/>{way("i1", "i2", "i3")}</process>'
    )
    call = '<callActivity id="a" calledElement="inner"/>'
    xml = sketch(BEGIN + FINISH + call + way("begin", "a", "finish"), after=inner)

    assert rules(xml) == [("call_of_itself", "a"), ("call_of_itself", "i2")]


def test_a_sub_process_is_looked_into() -> None:
    empty = '<subProcess id="s" name="Pack it"><userTask id="x"/></subProcess>'
    by_event = '<subProcess id="s" name="Pack it" triggeredByEvent="true"/>'

    assert {"no_start", "no_end", "dead_end"} <= {rule for rule, _ in rules(simple(empty))}
    assert ("event_sub_process", "s") in rules(whole(A, by_event, way("begin", "a", "finish")))


def test_data_drawn_beside_the_way_is_a_warning() -> None:
    xml = whole('<dataObjectReference id="d" name="Plan"/>', A, way("begin", "a", "finish"))

    (finding,) = findings(xml)

    assert (finding.rule, finding.severity) == ("data_object", Severity.WARNING)
    assert "“Plan”" in finding.message


def test_an_arrow_through_the_edge_of_a_sub_process_is_a_finding() -> None:
    inner = '<startEvent id="x"/><task id="y"/><endEvent id="z"/>' + way("x", "y", "z")
    parts = f'<subProcess id="s">{inner}</subProcess>{A}' + way("begin", "s", "a", "finish")

    assert ("crossing_flow", "y_a") in rules(whole(parts, flow("y", "a")))


def test_an_event_that_sits_on_a_step_of_another_sub_process_is_a_finding() -> None:
    inner = '<startEvent id="x"/><task id="y"/><endEvent id="z"/>' + way("x", "y", "z")
    edge = f'<boundaryEvent id="e" attachedToRef="y">{TIMER}</boundaryEvent>'
    parts = f'<subProcess id="s">{inner}</subProcess>{edge}' + way("begin", "s", "finish")

    assert ("crossing_event", "e") in rules(whole(parts, flow("e", "finish")))
