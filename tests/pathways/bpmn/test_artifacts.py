import pytest

from pathways.bpmn import read_drawing
from pathways.model.drawing import Artifact, ArtifactKind, Association, AssociationKind
from tests.pathways.bpmn.noted import noted
from tests.pathways.sketches import MODEL, sketch

TASK = '<task id="a"/>'
LETTER = '<dataObjectReference id="letter" name="Letter" dataObjectRef="paper"/>'


def reads(*sources: str) -> str:
    refs = "".join(f"<sourceRef>{source}</sourceRef>" for source in sources)
    refs += "<targetRef>parameter</targetRef>"
    within = f'<dataInputAssociation id="i">{refs}</dataInputAssociation>'
    parameter = '<ioSpecification><dataInput id="parameter"/><inputSet/></ioSpecification>'
    return f'<task id="a">{parameter}{within}</task>'


def writes(target: str) -> str:
    ref = f"<sourceRef>parameter</sourceRef><targetRef>{target}</targetRef>"
    return f'<task id="a"><dataOutputAssociation id="o">{ref}</dataOutputAssociation></task>'


def test_a_note_has_its_text_in_whatever_way_it_is_written() -> None:
    texts = ("Plain", "<![CDATA[<b>Bold</b>]]>", "Two\n  lines", "<p>In <b>a</b> page</p>", "")
    inside = "".join(
        f'<textAnnotation id="n{number}"><text>{text}</text></textAnnotation>'
        for number, text in enumerate(texts)
    )

    drawing = read_drawing(sketch(f'{inside}<textAnnotation id="n5" textFormat="text/html"/>'))

    assert [each.name for each in drawing.artifacts.values()] == [
        "Plain",
        "<b>Bold</b>",
        "Two lines",
        "In a page",
        "",
        "",
    ]
    assert {each.kind for each in drawing.artifacts.values()} == {ArtifactKind.ANNOTATION}


def test_a_frame_is_named_by_its_category() -> None:
    category = '<category id="c"><categoryValue id="v" value="In the first week"/></category>'
    groups = (
        '<group id="g" categoryValueRef="v"/><group id="h"/><group id="i" categoryValueRef="x"/>'
    )

    drawing = read_drawing(sketch(groups, before=category))

    assert [each.name for each in drawing.artifacts.values()] == ["In the first week", "", ""]
    assert "g" not in drawing.nodes


def test_data_has_its_own_name_or_that_of_what_it_refers_to() -> None:
    store = '<dataStore id="shelf" name="Shelf"/>'
    inside = (
        '<dataObject id="paper" name="Paper" isCollection="true"/>'
        f"{LETTER}<dataObjectReference id='copy' dataObjectRef='paper'>"
        '<dataState name="signed"/></dataObjectReference>'
        '<dataStoreReference id="files" dataStoreRef="shelf"/>'
    )

    drawing = read_drawing(sketch(inside, before=store))

    assert list(drawing.artifacts.values()) == [
        Artifact(
            id="letter",
            kind=ArtifactKind.DATA_OBJECT,
            name="Letter",
            process="p",
            collection=True,
            line=3,
        ),
        Artifact(
            id="copy",
            kind=ArtifactKind.DATA_OBJECT,
            name="Paper",
            process="p",
            state="signed",
            collection=True,
            line=3,
        ),
        Artifact(id="files", kind=ArtifactKind.DATA_STORE, name="Shelf", process="p", line=3),
    ]


def test_what_a_process_takes_and_gives_is_data() -> None:
    inside = (
        '<ioSpecification><dataInput id="in" name="Wish"/><dataOutput id="out"/>'
        "<inputSet/><outputSet/></ioSpecification>" + TASK
    )

    drawing = read_drawing(sketch(inside))

    assert [(each.kind, each.name) for each in drawing.artifacts.values()] == [
        (ArtifactKind.DATA_INPUT, "Wish"),
        (ArtifactKind.DATA_OUTPUT, ""),
    ]
    assert list(drawing.nodes) == ["a"]


def test_what_is_beside_the_way_of_a_sub_process_says_so() -> None:
    drawing = read_drawing(sketch(f'<subProcess id="s">{LETTER}</subProcess>'))

    letter = drawing.artifacts["letter"]
    assert (letter.process, letter.inside) == ("p", "s")


def test_what_is_beside_a_collaboration_belongs_to_no_process() -> None:
    beside = (
        '<textAnnotation id="n"/><group id="g"/><association id="l" sourceRef="x" targetRef="n"/>'
    )
    xml = (
        f'<definitions xmlns="{MODEL}"><collaboration id="c"><participant id="x"/>{beside}'
        f'</collaboration><process id="p">{TASK}</process></definitions>'
    )

    drawing = read_drawing(xml.encode())

    assert [each.process for each in drawing.artifacts.values()] == ["", ""]
    assert (drawing.associations["l"].source, drawing.findings) == ("x", ())


@pytest.mark.parametrize("direction", ["None", "One", "Both"])
def test_a_dotted_line_has_its_ends_and_its_direction(direction: str) -> None:
    note = '<textAnnotation id="n"/>'
    line = f'<association id="l" sourceRef="a" targetRef="n" associationDirection="{direction}"/>'

    drawing = read_drawing(sketch(TASK + note + line))

    assert drawing.associations["l"] == Association(
        id="l", kind=AssociationKind.PLAIN, source="a", target="n", direction=direction, line=3
    )


def test_a_dotted_line_may_lead_to_an_arrow_a_lane_a_message_or_another_line() -> None:
    beside = "".join(
        f'<association id="l{number}" sourceRef="n" targetRef="{target}"/>'
        for number, target in enumerate(("f", "lane", "l0"))
    )
    inside = (
        f'<laneSet><lane id="lane"/></laneSet>{TASK}<textAnnotation id="n"/>{beside}'
        '<sequenceFlow id="f" sourceRef="a" targetRef="a"/>'
    )

    drawing = read_drawing(sketch(inside))

    assert (len(drawing.associations), drawing.findings) == (3, ())


def test_a_step_uses_data_and_makes_data() -> None:
    inside = f"{LETTER}{reads('letter')}"

    drawing = read_drawing(sketch(inside))
    made = read_drawing(sketch(LETTER + writes("letter")))

    assert [(each.kind, each.source, each.target) for each in drawing.associations.values()] == [
        (AssociationKind.DATA_INPUT, "letter", "a")
    ]
    assert [(each.kind, each.source, each.target) for each in made.associations.values()] == [
        (AssociationKind.DATA_OUTPUT, "a", "letter")
    ]
    assert list(drawing.artifacts) == ["letter"]


def test_an_event_uses_and_makes_data_as_a_step_does() -> None:
    inside = LETTER + writes("letter").replace("task", "startEvent")

    assert read_drawing(sketch(inside)).associations["o"].source == "a"


def test_a_step_that_uses_several_pieces_of_data_by_one_line_uses_each() -> None:
    more = '<dataObjectReference id="photo"/>'

    drawing = read_drawing(sketch(LETTER + more + reads("letter", "photo")))

    assert {name: each.source for name, each in drawing.associations.items()} == {
        "i": "letter",
        "i_2": "photo",
    }


def test_data_that_is_not_drawn_itself_is_meant_by_what_draws_it() -> None:
    inside = f'<dataObject id="paper"/>{reads("paper")}{LETTER}'

    assert read_drawing(sketch(inside)).associations["i"].source == "letter"


@pytest.mark.parametrize(
    "inside",
    [
        f'<property id="memory"/>{reads("memory")}',
        reads("gone"),
        reads(),
        writes(""),
    ],
)
def test_what_leads_to_a_steps_own_variables_is_no_line(inside: str) -> None:
    xml = sketch(inside)

    assert read_drawing(xml).associations == {}
    assert noted(xml) == []
