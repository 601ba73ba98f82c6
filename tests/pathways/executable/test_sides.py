"""Where a case begins, ends and goes in the copy: sides, starts, ends, links, loose pieces."""

from pathways.bpmn import read_drawing
from pathways.executable import Executable, executable
from tests.pathways.executable.runs import Run
from tests.pathways.executable.sketched import BEGIN, FINISH, SKETCHED, A, B, C, whole
from tests.pathways.sketches import flow, simple, sketch, way


def made(xml: bytes) -> Executable:
    copy = executable(read_drawing(xml))
    assert copy.may_run
    return copy


def rules(copy: Executable) -> list[tuple[str, str | None]]:
    quiet = {"nobody_named"}
    return [(each.rule, each.element) for each in copy.findings if each.rule not in quiet]


def test_other_sides_are_named_by_their_pools_and_do_not_run() -> None:
    copy = made(SKETCHED["other_side"].bad)
    (message,) = [each.message for each in copy.findings if each.rule == "other_side"]

    assert message.startswith("“School” is another side: a case follows “Sketch”.")
    assert "s2" not in copy.drawing.nodes
    assert b"s2" not in copy.xml


def test_processes_that_are_called_run_with_the_main_one() -> None:
    run = Run(made(SKETCHED["call_of_nothing"].good))

    assert run.open == ["s2"]
    assert run.done("s2").now.done


def test_a_case_begins_wherever_no_arrow_leads_to_if_no_start_is_drawn() -> None:
    run = Run(made(sketch(A + B + FINISH + way("a", "finish") + flow("b", "finish"))))

    assert run.open == ["a", "b"]
    assert run.done("a", "b").now.done


def test_an_arrow_back_to_the_start_leads_to_the_first_step() -> None:
    copy = made(SKETCHED["arrow_into_start"].bad)
    condition = copy.drawing.flows["g_begin"]

    assert (condition.target, condition.condition) == ("a", "a.again = true")
    assert Run(copy).complete("a", done=True).open == ["b"]


def test_an_arrow_back_to_a_start_with_several_ways_is_left_out() -> None:
    xml = whole(A, B, way("begin", "a", "finish"), flow("begin", "b"), flow("b", "begin"))
    copy = made(xml)

    assert "b_begin" not in copy.drawing.flows
    assert Run(copy).open == ["a", "b"]


def test_a_way_that_stops_ends_there_and_says_where() -> None:
    copy = made(sketch(BEGIN + A + way("begin", "a")))
    run = Run(copy).done("a")

    assert run.now.done
    (end,) = run.now.ended
    assert copy.drawn(end) == "a"


def test_the_two_halves_of_a_link_are_one_way() -> None:
    def link(kind: str, name: str) -> str:
        return f'<{kind} id="{name}"><linkEventDefinition name="1"/></{kind}>'

    inside = link("intermediateThrowEvent", "x") + link("intermediateCatchEvent", "y")
    other = link("intermediateThrowEvent", "z")
    ways = way("begin", "x") + way("y", "a", "finish")

    assert Run(made(whole(A, inside, ways))).open == ["a"]
    assert rules(made(whole(A, inside, ways))) == [("link_jump", "x")]
    several = whole(A, B, inside, other, ways, way("begin", "b", "z"))
    assert Run(made(several)).done("b").open == ["a", "a"]


def test_half_a_link_ends_the_way() -> None:
    throw = (
        '<intermediateThrowEvent id="x"><linkEventDefinition name="1"/></intermediateThrowEvent>'
    )
    copy = made(whole(A, throw, way("begin", "a", "x"), flow("begin", "finish")))

    assert Run(copy).done("a").now.done
    assert ("link_jump", "x") in rules(copy)
    assert ("undrawn_end", "x") in rules(copy)


def test_what_is_not_connected_is_left_out_and_named_where_it_begins() -> None:
    xml = whole(A, B, C, way("begin", "a", "finish"), way("b", "c", "finish"))
    copy = made(xml)

    assert rules(copy) == [("left_out", "b")]
    assert Run(copy).done("a").now.done


def test_a_join_does_not_wait_for_a_way_that_nobody_takes() -> None:
    join = '<parallelGateway id="j"/>'
    xml = whole(A, B, join, way("begin", "a", "j", "finish"), flow("b", "j"))

    assert Run(made(xml)).done("a").now.done


def test_a_sub_process_without_a_start_and_an_end_runs() -> None:
    xml = simple('<subProcess id="s"><task id="i" name="Pack it"/></subProcess>')
    run = Run(made(xml))

    assert run.open == ["i"]
    assert run.done("i").now.done


def test_steps_in_no_lane_are_done_by_the_case_officer() -> None:
    copy = made(simple(A))

    assert {step.lane for step in copy.drawing.steps()} == {"case_officer"}
    assert copy.drawing.lanes["case_officer"].name == "Case officer"
    assert [each.element for each in copy.findings] == ["p"]


def test_a_step_outside_of_all_lanes_is_named() -> None:
    lanes = (
        '<laneSet id="l"><lane id="family" name="Us"><flowNodeRef>b</flowNodeRef></lane></laneSet>'
    )
    copy = made(
        sketch(BEGIN + FINISH + lanes + A + B + way("begin", "a", "b", "finish"), drawn=False)
    )

    assert [(each.rule, each.element) for each in copy.findings] == [("nobody_named", "a")]
    assert copy.drawing.nodes["a"].lane == "case_officer"
    assert copy.drawing.nodes["b"].lane == "family"
    assert list(copy.drawing.lanes) == ["family", "case_officer"]


def test_a_lane_of_the_case_officer_is_used_where_there_is_one() -> None:
    lanes = (
        '<laneSet id="l"><lane id="case_officer" name="SEND team"><flowNodeRef>b</flowNodeRef>'
        "</lane></laneSet>"
    )
    copy = made(
        sketch(BEGIN + FINISH + lanes + A + B + way("begin", "a", "b", "finish"), drawn=False)
    )

    assert copy.drawing.lanes["case_officer"].name == "SEND team"


def test_a_process_that_two_lanes_call_is_done_by_whoever_calls_it() -> None:
    lanes = (
        '<laneSet id="l"><lane id="family" name="Us"><flowNodeRef>x</flowNodeRef></lane>'
        '<lane id="setting" name="School"><flowNodeRef>y</flowNodeRef></lane></laneSet>'
    )
    calls = "".join(
        f'<callActivity id="{name}" name="Call" calledElement="q"/>' for name in ("x", "y")
    )
    called = (
        '<process id="q"><startEvent id="s1"/><task id="s2" name="Reply"/><endEvent id="s3"/>'
        f"{way('s1', 's2', 's3')}</process>"
    )
    inside = BEGIN + FINISH + lanes + calls + way("begin", "x", "y", "finish")
    copy = made(sketch(inside, after=called, drawn=False))
    run = Run(copy)

    assert copy.drawing.nodes["s2"].lane is None
    assert rules(copy) == []
    assert run.now.open[0].inside == ("x",)
    assert run.done("s2").now.open[0].inside == ("y",)
