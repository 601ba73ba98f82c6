from tests.pathways.sketches import flow, sketch, way
from tests.pathways.words.telling import notes_of, sides, tell

STEPS = '<startEvent id="{0}s"/><task id="{0}t" name="Do it"/><endEvent id="{0}e"/>'


def process(name: str, inside: str = "", called: str = "") -> str:
    steps = inside or STEPS.format(name) + way(f"{name}s", f"{name}t", f"{name}e")
    return f'<process id="{name}" name="{called}">{steps}</process>'


def pool(name: str, title: str, of: str = "", inside: str = "") -> str:
    refers = f' processRef="{of}"' if of else ""
    return f'<participant id="{name}" name="{title}"{refers}>{inside}</participant>'


def test_every_side_is_a_part_and_numbers_run_through_all_of_them() -> None:
    told = tell(
        sides(
            pool("A", "Family", "p"),
            pool("B", "Council", "q"),
            processes=process("p") + process("q"),
        )
    )

    assert [(part.id, part.name) for part in told.processes] == [("p", "Family"), ("q", "Council")]
    assert [step.number for step in told.steps] == [1, 2, 3, 4, 5, 6]
    assert [step.who for step in told.steps] == ["Family"] * 3 + ["Council"] * 3
    assert told.summary == ("6 steps. 2 parts. 2 groups of people take part. It can end in 1 way.")


def test_the_process_that_a_case_follows_comes_first_and_called_ones_last() -> None:
    calls = '<callActivity id="call" calledElement="p"/>'
    marked = '<process id="r" isExecutable="true">' + STEPS.format("r") + "</process>"

    told = tell(sides(processes=process("p") + process("q", calls) + marked))

    assert [part.id for part in told.processes] == ["r", "q", "p"]


def test_a_side_of_which_nothing_is_drawn_is_said() -> None:
    several = "<participantMultiplicity/>"

    told = tell(
        sides(
            pool("A", "Family", "p"),
            pool("B", "School", inside=several),
            pool("C", "Council", "q"),
            processes=process("p") + '<process id="q"/>',
        )
    )

    assert [(part.id, part.name, len(part.steps)) for part in told.processes] == [
        ("p", "Family", 3),
        ("q", "Council", 0),
        ("B", "School", 0),
    ]
    assert notes_of(told.processes[1]) == ["The steps of this side are not drawn."]
    assert notes_of(told.processes[2]) == [
        "The steps of this side are not drawn.",
        "There are several of this side.",
    ]


def test_messages_between_sides_are_said_at_both_ends() -> None:
    messages = (
        '<messageFlow id="m" name="Request" sourceRef="pt" targetRef="qs"/>'
        '<messageFlow id="n" sourceRef="qt" targetRef="pt"/>'
        '<messageFlow id="o" name="Bill" sourceRef="B" targetRef="qt"/>'
        '<messageFlow id="x" name="Copy" sourceRef="pe" targetRef="B"/>'
        '<messageFlow id="y" name="Chat" sourceRef="A" targetRef="D"/>'
    )

    told = tell(
        sides(
            pool("A", "Family", "p"),
            pool("B", "School"),
            pool("C", "Council", "q"),
            pool("D", ""),
            messages=messages,
            processes=process("p") + process("q"),
        )
    )

    assert notes_of(told.step("pt")) == [
        "A message comes from step 5 (Council).",
        "Sends “Request” to step 4 (Council).",
    ]
    assert notes_of(told.step("qs")) == ["“Request” comes from step 2 (Family)."]
    assert notes_of(told.step("qt")) == [
        "“Bill” comes from “School”.",
        "Sends a message to step 2 (Family).",
    ]
    assert notes_of(told.step("pe")) == ["Sends “Copy” to “School”."]
    assert notes_of(told.processes[0]) == ["Sends “Chat” to another side."]
    assert notes_of(told.processes[2])[1:] == [
        "“Copy” comes from step 3 (Family).",
        "Sends “Bill” to step 5 (Council).",
    ]
    assert notes_of(told.processes[3])[1:] == ["“Chat” comes from “Family”."]
    (sentence,) = told.step("pe").notes
    assert [part.anchor for part in sentence if part.anchor] == ["B"]
    assert told.processes[2].anchor == "B"


def test_several_starts_and_no_start_are_said() -> None:
    several = tell(sketch('<startEvent id="a"/><startEvent id="b"/><startEvent id="c"/>'))
    none = tell(sketch('<task id="a"/><task id="b"/><task id="c"/>' + flow("a", "c")))
    circle = tell(sketch('<task id="a"/><task id="b"/>' + way("a", "b", "a")))
    waiting = tell(sketch('<eventBasedGateway id="a" instantiate="true"/><task id="b"/>'))

    assert notes_of(several.processes[0]) == [
        "It can begin in several ways: step 1, step 2 or step 3."
    ]
    assert notes_of(none.processes[0]) == ["No start is drawn. It begins with step 1 and step 3."]
    assert notes_of(circle.processes[0]) == ["No start is drawn, and every step follows another."]
    assert notes_of(waiting.processes[0]) == []


def test_what_undoes_or_happens_meanwhile_is_no_beginning() -> None:
    later = (
        '<task id="a"/><task id="undo" isForCompensation="true"/>'
        '<subProcess id="meanwhile" triggeredByEvent="true"/>'
        '<boundaryEvent id="b" attachedToRef="a"/>'
        '<intermediateCatchEvent id="c"><linkEventDefinition name="L"/></intermediateCatchEvent>'
    )

    told = tell(sketch(later))

    assert notes_of(told.processes[0]) == ["No start is drawn. It begins with step 1."]


def test_a_part_is_called_by_its_side_and_the_whole_by_its_process() -> None:
    told = tell(sides(pool("A", "Council", "p"), processes=process("p", called="Small things")))

    assert told.name == "Small things"
    assert told.processes[0].name == "Council"
