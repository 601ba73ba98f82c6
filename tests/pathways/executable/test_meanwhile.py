"""Sub-processes by events, transactions, and what goes outwards: as they are drawn, they run."""

import pytest

from pathways.bpmn import read_drawing
from pathways.executable import Executable, executable
from tests.pathways.executable.runs import Run
from tests.pathways.executable.sketched import A, B, edge, meanwhile, timer, whole
from tests.pathways.sketches import sketch, way

ERROR = "<errorEventDefinition/>"
ERRORS = '<error id="e1" errorCode="E1"/><error id="e2" errorCode="E2"/><error id="e3" name="x"/>'
SIGNALS = '<signal id="bell" name="Bell"/>'
RINGS = '<signalEventDefinition signalRef="bell"/>'


def made(xml: bytes) -> Executable:
    copy = executable(read_drawing(xml))
    assert copy.may_run
    return copy


def told(copy: Executable) -> list[tuple[str, str | None]]:
    return [(each.rule, each.element) for each in copy.findings if each.rule != "nobody_named"]


def failing(event: str, tag: str = "subProcess", more: str = "") -> str:
    """A part `a` with a step `j` that ends in an event `stop`."""
    inside = f'<startEvent id="g"/><task id="j"/><endEvent id="stop" name="Stop">{event}</endEvent>'
    return f'<{tag} id="a" name="Part">{inside}{way("g", "j", "stop")}{more}</{tag}>'


def step_beside(*inside: str, before: str = "") -> Executable:
    """Begin, the step `a`, finish; and something beside it."""
    return made(whole(A, way("begin", "a", "finish"), *inside, before=before))


@pytest.mark.parametrize("interrupting", [True, False])
def test_a_deadline_of_the_whole_pathway_begins_what_happens_meanwhile(
    interrupting: bool,  # noqa: FBT001
) -> None:
    run = Run(step_beside(meanwhile(timer("P5D"), interrupting=interrupting))).occur("h")

    assert run.open == (["i"] if interrupting else ["a", "i"])
    assert told(run.made) == []


def test_a_time_that_is_quoted_is_read_there_too() -> None:
    copy = step_beside(meanwhile(timer("&quot;P5D&quot;")))

    assert told(copy) == [("timer_text", "h")]
    assert Run(copy).awaited == ["h"]


@pytest.mark.parametrize(("interrupting", "again"), [(True, []), (False, ["h"])])
def test_a_time_that_comes_again_does_so_where_all_else_goes_on(
    interrupting: bool,  # noqa: FBT001
    again: list[str],
) -> None:
    repeated = meanwhile(timer("R2/P5D", "timeCycle"), interrupting=interrupting)
    run = Run(step_beside(repeated)).occur("h")

    assert run.awaited == again


def test_a_condition_that_answers_tell_begins_it() -> None:
    when = "<conditionalEventDefinition><condition>b.done = true</condition>"
    inside = meanwhile(f"{when}</conditionalEventDefinition>")
    run = Run(made(whole(A, B, way("begin", "b", "a", "finish"), inside)))

    assert run.done("b").open == ["i"]


def test_what_goes_wrong_in_a_part_is_heard_inside_of_it_before_its_edge() -> None:
    handler = meanwhile(ERROR)
    xml = whole(failing(ERROR, more=handler), edge(ERROR), way("begin", "a", "finish"))
    run = Run(made(xml)).done("j")

    assert run.open == ["i"]
    assert run.done("i").now.done


@pytest.mark.parametrize(("caught", "open_"), [("e1", ["c"]), ("e2", []), ("", ["c"])])
def test_an_error_is_known_by_its_code(caught: str, open_: list[str]) -> None:
    reference = f' errorRef="{caught}"' if caught else ""
    xml = whole(
        failing('<errorEventDefinition errorRef="e1"/>'),
        edge(f"<errorEventDefinition{reference}/>"),
        way("begin", "a", "finish"),
        before=ERRORS,
    )
    copy = made(xml)

    assert Run(copy).done("j").open == open_
    assert (("ends_it_all", "stop") in told(copy)) is (caught == "e2")


def test_an_error_without_a_code_is_known_by_what_it_refers_to() -> None:
    xml = whole(
        failing('<errorEventDefinition errorRef="e3"/>'),
        edge('<errorEventDefinition errorRef="e1"/>'),
        way("begin", "a", "finish"),
        before=ERRORS,
    )

    assert Run(made(xml)).done("j").now.done


def test_an_error_that_nobody_hears_ends_the_case_and_says_so() -> None:
    copy = made(whole(failing(ERROR), B, way("begin", "a", "b", "finish")))

    assert told(copy) == [("ends_it_all", "stop")]
    assert Run(copy).done("j").now.done


def test_an_error_in_a_called_process_is_heard_where_it_is_called() -> None:
    called = (
        '<process id="q"><startEvent id="g"/><task id="j"/><endEvent id="stop">'
        f"{ERROR}</endEvent>{way('g', 'j', 'stop')}</process>"
    )
    call = '<callActivity id="a" name="Call" calledElement="q"/>'
    copy = made(whole(call, edge(ERROR), way("begin", "a", "finish"), after=called))

    assert told(copy) == []
    assert Run(copy).done("j").open == ["c"]


def test_a_transaction_runs_and_is_called_off_at_its_edge() -> None:
    cancel = "<cancelEventDefinition/>"
    xml = whole(failing(cancel, "transaction"), edge(cancel), way("begin", "a", "finish"))

    assert Run(made(xml)).done("j").open == ["c"]


def test_a_signal_is_heard_by_all_who_wait_in_the_same_drawing() -> None:
    ring = f'<intermediateThrowEvent id="r" name="Ring">{RINGS}</intermediateThrowEvent>'
    wait = f'<intermediateCatchEvent id="w" name="Wait">{RINGS}</intermediateCatchEvent>'
    split = '<parallelGateway id="s"/>'
    xml = whole(
        split,
        A,
        B,
        ring,
        wait,
        edge(RINGS, "b"),
        way("begin", "s", "a", "r", "finish"),
        way("s", "b", "finish"),
        way("s", "w", "finish"),
        meanwhile(RINGS, interrupting=False),
        before=SIGNALS,
    )
    copy = made(xml)
    run = Run(copy)

    assert told(copy) == []
    assert run.awaited == ["h", "w", "e"]
    assert sorted(run.done("a").open) == ["c", "i"]


def test_a_signal_at_an_end_is_given_too() -> None:
    xml = sketch(
        '<startEvent id="begin"/><userTask id="a" name="A"/>'
        f'<endEvent id="finish" name="Over">{RINGS}</endEvent>{way("begin", "a", "finish")}'
        + meanwhile(RINGS),
        before=SIGNALS,
    )

    assert Run(made(xml)).done("a").open == ["i"]


@pytest.mark.parametrize("depth", [30, 120])
def test_parts_in_parts_run_or_are_refused_by_their_name(depth: int) -> None:
    inside = '<task id="j" name="Deep down"/>'
    for level in range(depth):
        inside = f'<subProcess id="s{level}" name="Part {level}">{inside}</subProcess>'
    copy = executable(read_drawing(whole(inside, way("begin", f"s{depth - 1}", "finish"))))

    if copy.may_run:
        assert Run(copy).done("j").now.done
    else:
        assert ("stuck_at_start", True) in {
            (each.rule, (each.element or "").startswith("s")) for each in copy.findings
        }
    assert copy.may_run is (depth < 100)


def test_a_case_begins_where_somebody_says_it_does() -> None:
    xml = whole(
        '<startEvent id="s" name="The school asks"><messageEventDefinition/></startEvent>',
        A,
        B,
        way("begin", "a", "finish"),
        way("s", "b", "finish"),
    )
    run = Run(made(xml))
    (asking,) = run.open
    labels = [option.label for option in run.made.forms[asking].questions[0].options]

    assert labels == ["Asked", "The school asks"]
    assert run.complete(asking, way="start_2").open == ["b"]


def test_a_start_that_leads_nowhere_is_left_out_beside_one_that_does() -> None:
    copy = made(whole('<startEvent id="s"/>', A, way("begin", "a", "finish")))

    assert told(copy) == [("which_start", "s")]
    assert Run(copy).open == ["a"]


def test_what_only_a_lost_event_sub_process_holds_is_left_out_with_it() -> None:
    copy = step_beside(meanwhile("<conditionalEventDefinition/>"))

    assert {"x", "h", "i", "k"} & set(copy.drawing.nodes) == set()
    assert told(copy) == [("meanwhile_never", "x")]
