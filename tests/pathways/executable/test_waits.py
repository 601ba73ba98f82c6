"""What a case waits for in the copy: times, and what a person has to say."""

import pytest

from pathways.bpmn import read_drawing
from pathways.executable import Executable, executable
from pathways.model.node import Event, EventPosition
from tests.pathways.executable.runs import Run
from tests.pathways.executable.sketched import ONE_DAY, A, B, C, catching, edge, timer, whole
from tests.pathways.sketches import condition, flow, simple, way

MESSAGE = "<messageEventDefinition/>"
WHAT = "what_happened_at_g"


def made(xml: bytes) -> Executable:
    copy = executable(read_drawing(xml))
    assert copy.may_run
    return copy


def event(copy: Executable, name: str) -> Event:
    node = copy.drawing.nodes[name]
    assert isinstance(node, Event)
    return node


def told(copy: Executable, rule: str) -> str:
    (message,) = [each.message for each in copy.findings if each.rule == rule]
    return message


def test_a_time_in_words_is_read_and_quoted_as_it_was_drawn() -> None:
    copy = made(simple(catching(timer("10 days"))))

    assert Run(copy).awaited == ["e"]
    assert "“10 days”, which is read as P10D" in told(copy, "timer_text")


def test_a_timer_without_a_time_is_read_by_its_name() -> None:
    copy = made(simple(catching(timer(""), name="After 2 weeks")))

    assert Run(copy).awaited == ["e"]
    assert "which is read as P2W" in told(copy, "timer_text")


@pytest.mark.parametrize("text", ["${x}", "0 0 9 * * ?", "", "10 working days"])
def test_a_wait_without_a_time_is_a_question_for_a_person(text: str) -> None:
    copy = made(simple(catching(timer(text), name="Think it over")))
    run = Run(copy)

    assert run.open == ["e"]
    assert copy.forms["e"].title == "Say when it is time to go on: Think it over"
    assert run.done("e").now.done


def test_a_cycle_on_the_way_goes_on_at_its_first_time() -> None:
    copy = made(simple(catching(timer("R3/P1D", "timeCycle"))))

    assert Run(copy).occur("e").now.done


def test_a_cycle_beside_a_step_that_goes_on_stays_a_cycle() -> None:
    xml = whole(
        A,
        edge(timer('"R3/P1D"', "timeCycle"), more='cancelActivity="false"'),
        way("begin", "a", "finish"),
    )
    run = Run(made(xml)).occur("e")

    assert run.open == ["a", "c"]
    assert run.awaited == ["e"]


def test_a_deadline_without_a_time_never_happens_and_what_it_leads_to_is_named() -> None:
    copy = made(whole(A, edge(timer("${x}")), way("begin", "a", "finish")))

    assert Run(copy).awaited == []
    assert {"e", "c"} & set(copy.drawing.nodes) == set()
    assert "it is left out, and with it “Put it away”" in told(copy, "edge_event_never")
    assert [each.rule for each in copy.findings if each.element == "c"] == []


def test_what_another_way_leads_to_as_well_stays() -> None:
    xml = whole(A, edge(timer("")), way("begin", "a", "c"))

    assert "c" in made(xml).drawing.nodes


@pytest.mark.parametrize(
    "definition",
    [
        "<errorEventDefinition/>",
        "<escalationEventDefinition/>",
        "<conditionalEventDefinition/>",
        "",
        f"{MESSAGE}{ONE_DAY}",
    ],
)
def test_an_event_on_an_edge_that_nothing_brings_about_is_left_out(definition: str) -> None:
    copy = made(whole(A, edge(definition), way("begin", "a", "finish")))

    assert "e" not in copy.drawing.nodes
    assert [each.element for each in copy.findings if each.rule == "edge_event_never"] == ["e"]


def test_a_condition_on_an_edge_that_answers_tell_stays() -> None:
    when = "<conditionalEventDefinition><condition>b.far = true</condition>"
    xml = whole(
        '<parallelGateway id="g"/>',
        A,
        B,
        edge(f"{when}</conditionalEventDefinition>"),
        way("begin", "g", "a", "finish"),
        way("g", "b", "finish"),
    )

    assert Run(made(xml)).awaited == ["e"]


def test_what_goes_wrong_inside_of_a_sub_process_is_heard_at_its_edge() -> None:
    inner = (
        '<startEvent id="i"/><task id="j"/><endEvent id="k"><errorEventDefinition/></endEvent>'
        f"{way('i', 'j', 'k')}"
    )
    xml = whole(
        f'<subProcess id="a">{inner}</subProcess>',
        edge("<errorEventDefinition/>"),
        way("begin", "a", "finish"),
    )

    assert Run(made(xml)).done("j").open == ["c"]


@pytest.mark.parametrize("answer", ["as_planned", "otherwise_1"])
def test_whoever_does_the_work_of_a_program_says_whether_it_went_wrong(answer: str) -> None:
    xml = whole(
        '<serviceTask id="a" name="Pay it"/>',
        B,
        edge("<errorEventDefinition/>"),
        way("begin", "a", "b", "finish"),
    )
    run = Run(made(xml))
    labels = [each.label for each in run.made.forms["a"].questions[0].options]

    assert labels == ["As planned", "Too late"]
    run.complete("a", way=answer)
    assert run.open == (["b"] if answer == "as_planned" else ["c"])


def test_several_arrows_behind_the_work_of_a_program_are_still_taken_together() -> None:
    xml = whole(
        '<serviceTask id="a" name="Pay it"/>',
        B,
        edge("<errorEventDefinition/>"),
        way("begin", "a", "b", "finish"),
        flow("a", "c"),
    )

    assert Run(made(xml)).complete("a", way="as_planned").open == ["b", "c"]


@pytest.mark.parametrize(
    ("step", "title"),
    [
        (catching("<conditionalEventDefinition/>", "It is dry"), "Has “It is dry” happened?"),
        (catching("", "Paid"), "Has “Paid” happened?"),
        (catching("<conditionalEventDefinition/>", ""), "Has it happened?"),
    ],
)
def test_what_nothing_brings_is_asked_of_a_person(step: str, title: str) -> None:
    run = Run(made(simple(step)))

    assert run.open == ["e"]
    assert run.made.forms["e"].title == title
    assert run.done("e").now.done


@pytest.mark.parametrize(
    "step",
    [
        catching(MESSAGE, "The letter"),
        catching("<signalEventDefinition/>", "The bell"),
        '<receiveTask id="e" name="The form"/>',
    ],
)
def test_a_message_or_signal_is_waited_for_until_somebody_says_that_it_has_come(step: str) -> None:
    run = Run(made(simple(step)))

    assert (run.open, run.awaited) == ([], ["e"])
    assert run.occur("e").now.done


def test_a_message_on_an_edge_is_waited_for_beside_the_step() -> None:
    copy = made(whole(A, edge(MESSAGE, more='cancelActivity="false"'), way("begin", "a", "finish")))

    run = Run(copy).occur("e")

    assert run.open == ["a", "c"]
    assert run.awaited == ["e"]


@pytest.mark.parametrize("definition", [MESSAGE, "<escalationEventDefinition/>", ""])
def test_what_is_sent_to_nobody_is_passed(definition: str) -> None:
    step = f'<intermediateThrowEvent id="e" name="Told">{definition}</intermediateThrowEvent>'

    assert Run(made(simple(step, A))).open == ["a"]
    assert Run(made(simple(step, A))).now.sent == ()


def test_an_error_that_nobody_around_hears_ends_the_whole_case() -> None:
    xml = whole(
        '<parallelGateway id="g"/>',
        A,
        B,
        '<endEvent id="e"><errorEventDefinition/></endEvent>',
        way("begin", "g", "a", "e"),
        way("g", "b", "finish"),
    )

    assert Run(made(xml)).done("a").now.done


def _first(*targets: str) -> bytes:
    ids = ("x", "y", "z")
    events = [
        f'<intermediateCatchEvent id="{name}" name="Event {name}">{target}</intermediateCatchEvent>'
        for name, target in zip(ids, targets, strict=False)
    ]
    ways = [way("g", name, step, "finish") for name, step in zip(ids, "abc", strict=False)]
    gateway = '<eventBasedGateway id="g" name="What comes?"/>'
    return whole(gateway, A, B, C, flow("begin", "g"), *events, *ways[: len(targets)])


def test_times_alone_are_waited_for_by_the_engine() -> None:
    run = Run(made(_first(timer("P1D"), timer("P2D"))))

    assert run.awaited == ["x", "y"]
    assert run.occur("y").open == ["b"]


BECOMES = "<conditionalEventDefinition/>"


def test_what_nothing_brings_is_asked_with_times_and_messages_on_its_edge() -> None:
    xml = _first(BECOMES, timer("P2D"), MESSAGE)
    run = Run(made(xml))

    assert run.open == [WHAT]
    assert run.awaited == ["y", "z"]
    assert run.complete(WHAT, way="g_x").open == ["a"]
    assert Run(made(xml)).occur("y").open == ["b"]
    assert Run(made(xml)).occur("z").open == ["c"]


def test_a_message_that_a_task_waits_for_can_come_first_as_well() -> None:
    receive = '<receiveTask id="x" name="Reply"/>'
    for other in (timer("P2D"), BECOMES):
        xml = whole(
            '<eventBasedGateway id="g"/>',
            receive,
            catching(other).replace('id="e"', 'id="y"'),
            A,
            B,
            way("begin", "g", "x", "a", "finish"),
            way("g", "y", "b", "finish"),
        )

        assert Run(made(xml)).occur("x").open == ["a"]


def test_a_gateway_that_waits_and_leads_to_steps_asks_which_of_them() -> None:
    xml = whole(
        '<eventBasedGateway id="g"/>',
        A,
        B,
        way("begin", "g", "a", "finish"),
        way("g", "b", "finish"),
    )

    assert Run(made(xml)).complete(WHAT, way="g_b").open == ["b"]


def test_an_event_that_another_way_leads_to_as_well_is_asked_for_there() -> None:
    xml = whole(
        '<exclusiveGateway id="h" default="h_g"/><eventBasedGateway id="g"/>',
        catching(BECOMES).replace('id="e"', 'id="x"'),
        A,
        way("begin", "h", "g", "x", "finish"),
        condition("h", "x", "true"),
        way("g", "a", "finish"),
    )

    assert Run(made(xml)).open == ["x"]


def test_a_gateway_that_waits_for_nothing_is_passed() -> None:
    xml = whole('<eventBasedGateway id="g"/>', A, way("begin", "g", "a", "finish"))

    assert Run(made(xml)).open == ["a"]


def test_a_start_that_waits_is_a_plain_start() -> None:
    for definition in (ONE_DAY, MESSAGE, "<conditionalEventDefinition/>", f"{MESSAGE}{ONE_DAY}"):
        xml = simple(A).replace(
            b'<startEvent id="begin"/>',
            f'<startEvent id="begin">{definition}</startEvent>'.encode(),
        )
        copy = made(xml)

        assert Run(copy).open == ["a"]
        assert "a case begins when somebody opens it" in told(copy, "started_by_event")
        assert event(copy, "begin").position is EventPosition.START
