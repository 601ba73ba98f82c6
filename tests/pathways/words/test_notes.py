import pytest

from tests.pathways.sketches import flow, simple, sketch, way
from tests.pathways.words.telling import notes_of, tell, ways_of

TIMER = "<timerEventDefinition><{0}>{1}</{0}></timerEventDefinition>"
REFUSAL = '<messageEventDefinition messageRef="m"/>'
MESSAGE = "<messageEventDefinition/>"
DAYS = TIMER.format("timeDuration", "P2D")


def at_edge(inside: str, more: str = "", before: str = "") -> list[str]:
    """Return what is said at a step `a` about an event on its edge, which is step 2."""
    edge = f'<boundaryEvent id="b" attachedToRef="a"{more}>{inside}</boundaryEvent>'
    told = tell(sketch(f'<task id="a"/>{edge}<task id="z"/>{flow("a", "z")}', before=before))
    return notes_of(told.step("a"))


@pytest.mark.parametrize(
    ("kind", "text", "more", "said"),
    [
        (
            "timeDuration",
            "P2D",
            "",
            "If this is not done after 2 days, it is stopped and step 2 follows.",
        ),
        (
            "timeDuration",
            "P2D",
            ' cancelActivity="false"',
            "If this is not done after 2 days, step 2 follows, and this stays open.",
        ),
        (
            "timeDate",
            "2026-12-24",
            "",
            "If this is not done by 24 December 2026, it is stopped and step 2 follows.",
        ),
        (
            "timeCycle",
            "R/P7D",
            ' cancelActivity="false"',
            "As long as this is not done, step 2 follows every 7 days.",
        ),
        (
            "timeCycle",
            "R/P7D",
            "",
            "If this is not done in time, it is stopped and step 2 follows.",
        ),
        ("timeDuration", "", "", "If this is not done in time, it is stopped and step 2 follows."),
        (
            "timeDuration",
            "",
            ' cancelActivity="false"',
            "If this is not done in time, step 2 follows, and this stays open.",
        ),
    ],
    ids=range(7),
)
def test_a_deadline_is_said_at_its_step(kind: str, text: str, more: str, said: str) -> None:
    assert at_edge(TIMER.format(kind, text), more) == [said]


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        (
            "<messageEventDefinition/>",
            "If a message comes meanwhile, this stops and step 2 follows.",
        ),
        (
            '<messageEventDefinition messageRef="m"/>',
            "If “Withdrawal” comes meanwhile, this stops and step 2 follows.",
        ),
        (
            '<signalEventDefinition signalRef="s"/>',
            "If the news “Snow” comes meanwhile, this stops and step 2 follows.",
        ),
        (
            '<errorEventDefinition errorRef="e"/>',
            "If the problem “No money” comes up meanwhile, this stops and step 2 follows.",
        ),
        (
            '<errorEventDefinition errorRef="f"/>',
            "If the problem “E7” comes up meanwhile, this stops and step 2 follows.",
        ),
        (
            "<errorEventDefinition/>",
            "If something goes wrong meanwhile, this stops and step 2 follows.",
        ),
        (
            '<escalationEventDefinition escalationRef="u"/>',
            "If “Ask above” is passed up meanwhile, this stops and step 2 follows.",
        ),
        (
            "<conditionalEventDefinition><condition>x = 1</condition></conditionalEventDefinition>",
            "If “x = 1” becomes true meanwhile, this stops and step 2 follows.",
        ),
        (
            "<cancelEventDefinition/>",
            "If it is called off meanwhile, this stops and step 2 follows.",
        ),
        ("", "If something happens meanwhile, this stops and step 2 follows."),
    ],
    ids=range(10),
)
def test_what_may_happen_meanwhile_is_said_at_its_step(definition: str, said: str) -> None:
    shared = (
        '<message id="m" name="Withdrawal"/><signal id="s" name="Snow"/>'
        '<error id="e" name="No money"/><error id="f" errorCode="E7"/>'
        '<escalation id="u" name="Ask above"/>'
    )

    assert at_edge(definition, before=shared) == [said]


def test_a_drawn_name_says_what_happens() -> None:
    (said,) = at_edge("<messageEventDefinition/>", ' name="They withdraw" cancelActivity="false"')

    assert said == "If “They withdraw” happens meanwhile, step 2 follows, and this stays open."


def test_what_undoes_a_step_is_said_at_both() -> None:
    told = tell(
        sketch(
            '<task id="pay"/><boundaryEvent id="b" attachedToRef="pay"><compensateEventDefinition/>'
            '</boundaryEvent><task id="refund" isForCompensation="true"/><endEvent id="e"/>'
            '<association id="x" sourceRef="b" targetRef="refund"/>' + flow("pay", "e")
        )
    )

    assert notes_of(told.step("pay")) == ["If this has to be undone, step 3 does that."]
    assert notes_of(told.step("b")) == [
        "This belongs to step 1.",
        "If this has to be undone, step 3 does that.",
    ]
    assert notes_of(told.step("refund")) == ["This undoes step 1."]


def test_a_link_says_where_it_goes_on_and_where_it_comes_from() -> None:
    link = '<linkEventDefinition name="{1}"/>'
    throw = f'<intermediateThrowEvent id="{{0}}">{link}</intermediateThrowEvent>'
    catch = (
        '<intermediateCatchEvent id="c"><linkEventDefinition name="A"/></intermediateCatchEvent>'
    )
    told = tell(
        sketch(throw.format("t", "A") + throw.format("u", "A") + throw.format("v", "B") + catch)
    )

    assert notes_of(told.step("t")) == [f"This goes on at step {told.step('c').number}."]
    assert notes_of(told.step("v")) == ["Where this goes on is not drawn."]
    assert notes_of(told.step("c"))[0] == "The way comes here from step 1 and step 3."


def test_the_other_end_of_a_link_is_told_right_after_it() -> None:
    nodes = (
        '<startEvent id="s"/><task id="late"/>'
        '<intermediateThrowEvent id="t"><linkEventDefinition name="A"/></intermediateThrowEvent>'
        '<task id="early"/>'
        '<intermediateCatchEvent id="c"><linkEventDefinition name="A"/></intermediateCatchEvent>'
    )

    told = tell(sketch(nodes + way("s", "early", "t") + flow("c", "late")))

    assert [step.element for step in told.steps] == ["s", "early", "t", "c", "late"]


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("<standardLoopCharacteristics/>", "This is done again until it is enough."),
        (
            "<multiInstanceLoopCharacteristics/>",
            "This is done once for each of several, all at the same time.",
        ),
        (
            '<multiInstanceLoopCharacteristics isSequential="true"/>',
            "This is done once for each of several, one after another.",
        ),
    ],
    ids=["again", "at once", "in turn"],
)
def test_a_step_that_is_done_more_than_once_says_so(marker: str, said: str) -> None:
    told = tell(simple(f'<task id="a">{marker}</task>'))

    assert notes_of(told.step("a")) == [said]


def test_a_step_for_each_of_something_says_of_what() -> None:
    data = (
        '<dataObjectReference id="d" name="Children" dataObjectRef="o"/>'
        '<dataObject id="o" isCollection="true"/>'
    )
    uses = '<dataInputAssociation id="i"><sourceRef>d</sourceRef></dataInputAssociation>'

    told = tell(sketch(f'{data}<task id="a">{uses}<multiInstanceLoopCharacteristics/></task>'))

    assert notes_of(told.step("a"))[0] == (
        "This is done once for each of “Children”, all at the same time."
    )


def inside_of(attributes: str, inside: str, kind: str = "subProcess") -> list[str]:
    told = tell(simple(f'<{kind} id="s"{attributes}>{inside}</{kind}>'))
    return notes_of(told.step("s"))


def test_where_the_inside_of_a_step_begins() -> None:
    starts = '<startEvent id="x"/><startEvent id="y"/>'

    assert inside_of("", '<startEvent id="x"/>') == ["It begins with step 3."]
    assert inside_of("", starts) == ["It begins with step 3 or step 4."]
    assert inside_of("", '<task id="x"/><task id="y"/>') == ["It begins with step 3 and step 4."]
    assert inside_of("", way("x", "x") + '<task id="x"/>') == []
    assert inside_of("", "") == ["No steps are drawn inside."]
    assert inside_of("", '<task id="x"/><task id="y"/>', "adHocSubProcess") == [
        "In any order: step 3 and step 4."
    ]


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (
            '<startEvent id="x"><messageEventDefinition/></startEvent>',
            "If a message comes meanwhile, this begins, and everything else around it stops.",
        ),
        (
            f'<startEvent id="x" name="They call" isInterrupting="false">{MESSAGE}</startEvent>',
            "If “They call” happens meanwhile, this begins, and everything else goes on.",
        ),
        (
            f'<startEvent id="x">{DAYS}</startEvent>',
            "This begins after 2 days, and everything else around it stops.",
        ),
        (
            f'<startEvent id="x" isInterrupting="false">{DAYS}</startEvent>',
            "This begins after 2 days, and everything else goes on.",
        ),
    ],
    ids=range(4),
)
def test_steps_for_when_something_happens_meanwhile(start: str, said: str) -> None:
    told = tell(
        sketch(f'<subProcess id="s" triggeredByEvent="true">{start}</subProcess><task id="a"/>')
    )

    assert [step.element for step in told.steps] == ["a", "s", "x"]
    assert notes_of(told.step("s")) == [said, "It begins with step 3."]
    assert told.step("s").name == "Meanwhile"


def test_a_call_says_what_is_followed_and_the_called_part_says_from_where() -> None:
    called = '<process id="q" name="Check it"><startEvent id="x"/><endEvent id="y"/>{}</process>'
    xml = sketch(
        '<callActivity id="a" calledElement="q"/>'
        '<callActivity id="b" calledElement="other:elsewhere"/>'
        '<callActivity id="c"/>',
        after=called.format(flow("x", "y")),
    )

    told = tell(xml)

    assert notes_of(told.step("a"))[:2] == [
        "Here “Check it” is followed.",
        "It begins with step 4.",
    ]
    assert notes_of(told.step("b"))[0] == "It is called “elsewhere”, and is not drawn here."
    assert notes_of(told.step("c")) == ["Nothing is drawn after this."]
    assert notes_of(told.step("y")) == ["What follows is told at step 1."]
    assert notes_of(told.processes[1]) == ["This is followed from step 1."]
    assert told.step("x").kind == "This part begins here"


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        ("<messageEventDefinition/>", ["A message is sent."]),
        ('<messageEventDefinition messageRef="m"/>', ["“Refusal” is sent."]),
        ("<signalEventDefinition/>", ["Everybody who waits for this is told."]),
        ("<errorEventDefinition/>", ["Something has gone wrong."]),
        ("<terminateEventDefinition/>", ["Everything else that is still open stops too."]),
        ("<cancelEventDefinition/>", ["The whole is called off, and what was done is undone."]),
        ("", []),
    ],
    ids=range(7),
)
def test_an_end_says_what_else_happens(definition: str, said: list[str]) -> None:
    told = tell(
        sketch(
            f'<endEvent id="e">{definition}</endEvent>', before='<message id="m" name="Refusal"/>'
        )
    )

    assert notes_of(told.step("e")) == said


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        (
            '<startEvent id="a"><messageEventDefinition messageRef="m"/></startEvent>',
            "It begins when “Refusal” comes",
        ),
        ('<startEvent id="a"><timerEventDefinition/></startEvent>', "It begins at a set time"),
        (
            f'<intermediateCatchEvent id="a">{REFUSAL}</intermediateCatchEvent>',
            "It waits until “Refusal” comes",
        ),
        (
            f'<intermediateCatchEvent id="a" name="Refusal">{REFUSAL}</intermediateCatchEvent>',
            "It waits for a message",
        ),
        (
            f'<intermediateThrowEvent id="a">{REFUSAL}</intermediateThrowEvent>',
            "“Refusal” is sent",
        ),
        ('<intermediateThrowEvent id="a"/>', "It has come this far"),
        ('<sendTask id="a" messageRef="m"/>', "“Refusal” is sent"),
        ('<receiveTask id="a" messageRef="m"/>', "It waits until “Refusal” comes"),
        (
            '<boundaryEvent id="a"><errorEventDefinition errorRef="e"/></boundaryEvent>',
            "It may happen meanwhile that the problem “Broken” comes up",
        ),
        (
            '<eventBasedGateway id="a" eventGatewayType="Parallel"><outgoing/></eventBasedGateway>',
            "Ways come together here",
        ),
        ('<transaction id="a"/>', "Several steps that can be called off as a whole"),
        ('<conversation id="a"/>', "Something is done"),
    ],
    ids=range(12),
)
def test_what_an_element_is_and_what_it_is_about(element: str, kind: str) -> None:
    shared = '<message id="m" name="Refusal"/><error id="e" name="Broken"/>'

    told = tell(sketch(element, before=shared))

    assert told.step("a").kind == kind


def test_a_wait_says_how_long() -> None:
    told = tell(simple(f'<intermediateCatchEvent id="a">{DAYS}</intermediateCatchEvent>'))
    dated = TIMER.format("timeDate", "2026-12-24T09:30:00Z")
    until = tell(simple(f'<intermediateCatchEvent id="a">{dated}</intermediateCatchEvent>'))

    assert told.step("a").what == "It waits, and goes on after 2 days"
    assert until.step("a").what == "It waits, until 24 December 2026, 09:30 (UTC)"
    assert ways_of(told.step("a")) == ["Then it ends: step 3."]


def test_a_step_that_writes_values_down_says_what_by_its_name() -> None:
    values = '<fingerpost:value name="total" from="1"/><fingerpost:value name="by_panel" from="2"/>'
    told = tell(
        simple(
            '<serviceTask id="a" name="Work it out" fingerpost:action="set_values">'
            f"<extensionElements>{values}</extensionElements></serviceTask>"
        )
    )

    assert told.step("a").kind == "Fingerpost writes this down"
    assert notes_of(told.step("a")) == ["Fingerpost writes down: total, by panel."]


def test_a_service_task_that_sends_a_letter_is_a_letter() -> None:
    told = tell(simple('<serviceTask id="a" name="Tell" fingerpost:action="send_letter"/>'))

    assert told.step("a").kind == "A letter is sent"
