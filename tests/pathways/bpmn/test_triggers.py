import pytest

from pathways.bpmn import read_drawing
from pathways.model.node import EventPosition, Reference, Timer, TimerKind, Trigger
from tests.pathways.bpmn.noted import event, step
from tests.pathways.sketches import sketch

SHARED = (
    '<message id="letter" name="A letter"/><signal id="bell" name="Bell"/>'
    '<error id="wrong" name="Wrong" errorCode="E1"/>'
    '<escalation id="up" name="Up" escalationCode="U1"/>'
)


@pytest.mark.parametrize("position", list(EventPosition), ids=lambda position: position.value)
@pytest.mark.parametrize(
    "trigger",
    [each for each in Trigger if each not in {Trigger.MULTIPLE, Trigger.PARALLEL}],
    ids=lambda trigger: trigger.value or "none",
)
def test_every_event_has_its_place_and_its_trigger(
    position: EventPosition, trigger: Trigger
) -> None:
    within = f"<{trigger.value}/>" if trigger.value else ""
    host = '<task id="t"/>'
    inside = f'<{position.value} id="e" attachedToRef="t">{within}</{position.value}>{host}'

    read = event(read_drawing(sketch(inside)), "e")

    assert (read.position, read.trigger) == (position, trigger)
    assert read.attached_to == ("t" if position is EventPosition.BOUNDARY else None)


@pytest.mark.parametrize("kind", list(TimerKind), ids=lambda kind: kind.value)
def test_a_timer_says_when(kind: TimerKind) -> None:
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression"'
    when = f"<{kind.value} {xsi}><![CDATA[ P14D ]]></{kind.value}>"
    inside = f'<startEvent id="e"><timerEventDefinition>{when}</timerEventDefinition></startEvent>'

    assert event(read_drawing(sketch(inside)), "e").timer == Timer(kind=kind, text="P14D")


def test_a_timer_may_be_silent() -> None:
    inside = '<startEvent id="e"><timerEventDefinition/></startEvent>'

    read = event(read_drawing(sketch(inside)), "e")

    assert (read.trigger, read.timer) == (Trigger.TIMER, None)


def test_a_condition_is_read_as_it_is_drawn() -> None:
    condition = (
        "<conditionalEventDefinition><condition>a &lt; b</condition></conditionalEventDefinition>"
    )

    read = event(read_drawing(sketch(f'<startEvent id="e">{condition}</startEvent>')), "e")

    assert (read.trigger, read.condition) == (Trigger.CONDITION, "a < b")


@pytest.mark.parametrize(
    ("definition", "about"),
    [
        ('<messageEventDefinition messageRef="letter"/>', Reference(id="letter", name="A letter")),
        (
            '<messageEventDefinition messageRef="x:letter"/>',
            Reference(id="letter", name="A letter"),
        ),
        ('<signalEventDefinition signalRef="bell"/>', Reference(id="bell", name="Bell")),
        (
            '<errorEventDefinition errorRef="wrong"/>',
            Reference(id="wrong", name="Wrong", code="E1"),
        ),
        (
            '<escalationEventDefinition escalationRef="up"/>',
            Reference(id="up", name="Up", code="U1"),
        ),
        ('<linkEventDefinition name="Over there"/>', Reference(id="", name="Over there")),
        ("<linkEventDefinition/>", Reference(id="", name="Event")),
        ('<signalEventDefinition signalRef="gone"/>', Reference(id="gone", name="")),
        ("<signalEventDefinition/>", None),
        ("", None),
    ],
)
def test_an_event_says_what_it_is_about(definition: str, about: Reference | None) -> None:
    inside = f'<intermediateThrowEvent id="e" name="Event">{definition}</intermediateThrowEvent>'

    assert event(read_drawing(sketch(inside, before=SHARED)), "e").about == about


@pytest.mark.parametrize(
    ("parallel", "trigger"), [("false", Trigger.MULTIPLE), ("true", Trigger.PARALLEL)]
)
def test_an_event_may_have_several_triggers(parallel: str, trigger: Trigger) -> None:
    both = '<messageEventDefinition messageRef="letter"/><timerEventDefinition/>'
    inside = f'<startEvent id="e" parallelMultiple="{parallel}">{both}</startEvent>'

    read = event(read_drawing(sketch(inside, before=SHARED)), "e")

    assert (read.trigger, read.timer, read.about) == (trigger, None, None)


def test_an_event_may_refer_to_a_definition_at_the_top_of_the_file() -> None:
    shared = '<timerEventDefinition id="t"><timeDate>2027-01-01</timeDate></timerEventDefinition>'
    refer = "<eventDefinitionRef> x:t </eventDefinitionRef>"

    drawing = read_drawing(sketch(f'<startEvent id="a">{refer}</startEvent>', before=shared))

    assert event(drawing, "a").timer == Timer(kind=TimerKind.DATE, text="2027-01-01")


def test_an_event_that_refers_to_nothing_has_no_trigger() -> None:
    refer = "<eventDefinitionRef>gone</eventDefinitionRef>"

    read = event(read_drawing(sketch(f'<startEvent id="a">{refer}</startEvent>')), "a")

    assert read.trigger is Trigger.NONE


@pytest.mark.parametrize(
    ("said", "ends"), [("", True), ("true", True), ("false", False), ("0", False)]
)
def test_an_event_on_the_edge_of_a_step_ends_the_step_unless_it_says_no(
    said: str, *, ends: bool
) -> None:
    inside = f'<boundaryEvent id="e" attachedToRef="t" cancelActivity="{said}"/><task id="t"/>'

    assert event(read_drawing(sketch(inside)), "e").interrupting is ends


def test_the_start_of_a_sub_process_by_an_event_may_leave_the_rest_going() -> None:
    start = '<startEvent id="e" isInterrupting="false"><signalEventDefinition/></startEvent>'
    inside = f'<subProcess id="s" triggeredByEvent="true">{start}</subProcess>'

    drawing = read_drawing(sketch(inside))

    assert (step(drawing, "s").by_event, event(drawing, "e").interrupting) == (True, False)


def test_an_event_may_be_drawn_before_the_step_that_it_sits_on() -> None:
    drawing = read_drawing(sketch('<boundaryEvent id="b" attachedToRef="a"/><task id="a"/>'))

    assert [each.id for each in drawing.boundaries("a")] == ["b"]


@pytest.mark.parametrize("kind", ["sendTask", "receiveTask"])
def test_a_step_that_sends_or_waits_names_its_message(kind: str) -> None:
    drawing = read_drawing(sketch(f'<{kind} id="a" messageRef="letter"/>', before=SHARED))

    assert step(drawing, "a").message == Reference(id="letter", name="A letter")


def test_other_steps_have_no_message() -> None:
    drawing = read_drawing(sketch('<userTask id="a" messageRef="letter"/>', before=SHARED))

    assert step(drawing, "a").message is None
