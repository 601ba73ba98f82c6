from tests.pathways.sketches import flow, sketch
from tests.pathways.words.telling import file, notes_of, tell

NOTE = '<textAnnotation id="{0}"><text>{1}</text></textAnnotation>'
TASKS = '<task id="a"/><task id="b"/>' + flow("a", "b")


def line(name: str, source: str, target: str, direction: str = "None") -> str:
    ends = f'sourceRef="{source}" targetRef="{target}"'
    return f'<association id="{name}" {ends} associationDirection="{direction}"/>'


def test_a_note_is_told_where_it_is_tied_to() -> None:
    gateway = '<exclusiveGateway id="g"/>' + flow("g", "b") + flow("b", "g")
    notes = "".join(NOTE.format(name, f"About {name}") for name in ("step", "arrow", "merge"))

    told = tell(
        sketch(
            TASKS
            + gateway
            + notes
            + line("x", "a", "step")
            + line("y", "arrow", "a_b")
            + line("z", "g", "merge")
        )
    )

    assert notes_of(told.step("a")) == ["Note: About step", "Note: About arrow"]
    assert notes_of(told.step("b")) == ["Note: About merge"]


def test_a_note_that_is_tied_to_nothing_is_told_of_the_part_around_it() -> None:
    inside = f'<subProcess id="s">{NOTE.format("i", "Inner")}</subProcess>'

    told = tell(sketch(TASKS + inside + NOTE.format("o", "Outer") + NOTE.format("e", "")))

    assert notes_of(told.step("s"))[0] == "No steps are drawn inside."
    assert "Note: Inner" in notes_of(told.step("s"))
    assert notes_of(told.processes[0])[-1] == "Note: Outer"


def test_a_note_on_a_side_or_beside_all_of_them_is_told_of_a_part() -> None:
    pool = '<participant id="A" name="Family"/>'
    notes = NOTE.format("n", "Of the side") + NOTE.format("m", "Of all") + line("x", "n", "A")

    told = tell(
        file(
            f'<collaboration id="c">{pool}{notes}</collaboration>'
            '<process id="p"><task id="t"/></process>'
        )
    )

    assert notes_of(told.processes[0])[-1] == "Note: Of all"
    assert notes_of(told.processes[1])[-1] == "Note: Of the side"


def test_a_long_note_that_is_tied_to_many_steps_is_told_once_in_full() -> None:
    long = "word " * 100

    told = tell(sketch(TASKS + NOTE.format("n", long) + line("x", "n", "a") + line("y", "n", "b")))

    notes = [note for step in told.steps for note in notes_of(step) if note.startswith("Note")]
    assert notes[0] == f"Note: {long.strip()}"
    assert len(notes[1]) < 120
    assert notes[1].endswith("…")


def test_data_is_told_where_it_is_used_and_made() -> None:
    data = (
        '<dataObjectReference id="form" name="Form"><dataState id="q" name="signed"/>'
        '</dataObjectReference><dataStoreReference id="files" name="Files"/>'
        '<dataObjectReference id="nameless"/>'
    )
    step = (
        '<task id="a"><dataInputAssociation id="i"><sourceRef>form</sourceRef>'
        '</dataInputAssociation><dataInputAssociation id="j"><sourceRef>files</sourceRef>'
        '</dataInputAssociation><dataInputAssociation id="k"><sourceRef>nameless</sourceRef>'
        '</dataInputAssociation><dataOutputAssociation id="o"><targetRef>files</targetRef>'
        '</dataOutputAssociation></task><task id="b"/>'
    )
    drawn = line("l", "files", "b", "One") + line("m", "b", "form", "One") + line("n", "b", "files")

    told = tell(sketch(data + step + drawn + flow("a", "b")))

    assert notes_of(told.step("a")) == [
        "Uses: “Form” (signed) and “Files”.",
        "Makes: “Files”.",
    ]
    assert notes_of(told.step("b"))[1:] == ["Uses: “Files”.", "Makes: “Form” (signed)."]


def test_data_on_an_arrow_is_made_where_the_arrow_leaves() -> None:
    data = '<dataObjectReference id="form" name="Form"/>'

    told = tell(sketch(TASKS + data + line("l", "form", "a_b")))

    assert notes_of(told.step("a")) == ["Makes: “Form”."]


def test_steps_with_a_frame_around_them_are_said_to_belong_together() -> None:
    frames = (
        '<group id="g" categoryValueRef="v"/><group id="h"/><group id="empty"/>'
        '<task id="a"/><task id="b"/><task id="c"/>'
    )
    category = '<category id="k"><categoryValue id="v" value="Paying"/></category>'
    xml = sketch(frames, before=category)
    shape = (
        '<bpmndi:BPMNShape bpmnElement="{0}">'
        '<dc:Bounds x="{1}" y="0" width="300" height="300"/></bpmndi:BPMNShape>'
    )
    drawn = shape.format("g", -10) + shape.format("h", 290) + shape.format("empty", 9000)
    plane = b'<bpmndi:BPMNPlane bpmnElement="p">'
    framed = xml.replace(plane, plane + drawn.encode())

    told = tell(framed)

    assert notes_of(told.processes[0])[1:] == [
        "Drawn together as “Paying”: step 1 and step 2.",
        "Drawn together: step 3.",
    ]
