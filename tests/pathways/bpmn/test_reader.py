from pathlib import Path

import pytest

from pathways.bpmn import read_drawing
from pathways.model.finding import PathwayInvalid
from pathways.model.geometry import Bounds
from pathways.model.node import ChoiceKind, EventPosition, Loop, StepKind, Timer, TimerKind, Trigger
from pathways.model.wording import Audience, Wording
from tests.pathways.bpmn.noted import choice, event, noted, step
from tests.pathways.sketches import condition, flow, simple, sketch, way

LIBRARY_CARD = Path(__file__).with_suffix(".bpmn").read_bytes()
TASK = '<userTask id="a" name="Ask"/>'


def test_a_drawing_with_any_prefix_is_read() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    assert (drawing.id, drawing.name) == ("library_card", "A library card")
    assert drawing.documentation == "How somebody gets a card."
    assert (len(drawing.nodes), len(drawing.flows), len(drawing.edges)) == (10, 8, 8)
    assert drawing.findings == ()
    assert drawing.xml == LIBRARY_CARD


def test_a_step_has_its_kind_its_documentation_and_our_attributes_only() -> None:
    drawing = read_drawing(LIBRARY_CARD)
    asking = step(drawing, "ask_for_a_card")

    assert asking.kind is StepKind.USER
    assert asking.documentation == "One page."
    assert asking.extensions == {"period": "ASKING"}
    assert asking.foreign == ("form",)
    assert asking.line is not None
    assert drawing.wordings["ask_for_a_card"] == (
        Wording(audience=Audience.FAMILY, language="en", text="You say who you are."),
    )


def test_a_choice_has_its_kind_and_the_way_that_is_taken_otherwise() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    lives_here = choice(drawing, "lives_here")
    assert (lives_here.kind, lives_here.default) == (ChoiceKind.EXCLUSIVE, "lives_here_no")


def test_a_flow_has_its_answer_and_its_condition() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    yes, no = drawing.outgoing("lives_here")
    assert (yes.name, yes.condition) == ("Yes", "check_the_address.near = true")
    assert (no.name, no.condition) == ("No", None)


def test_an_event_has_its_place_its_trigger_and_its_time() -> None:
    late = event(read_drawing(LIBRARY_CARD), "printing_late")

    assert (late.position, late.trigger) == (EventPosition.BOUNDARY, Trigger.TIMER)
    assert late.timer == Timer(kind=TimerKind.DURATION, text="PRINTING")
    assert (late.attached_to, late.interrupting) == ("print_the_card", False)


def test_shapes_have_their_bounds_and_the_place_of_their_names() -> None:
    drawing = read_drawing(LIBRARY_CARD)

    shape = drawing.shapes["card_wanted"]
    assert shape.bounds == Bounds(x=212, y=102, width=36, height=36)
    assert shape.label == Bounds(x=190, y=142, width=80, height=27)
    assert drawing.shapes["library_card_pool"].horizontal
    assert drawing.edges["f1"].points == ((248.0, 120.0), (330.0, 120.0))


def test_a_name_is_read_on_one_line() -> None:
    drawing = read_drawing(simple('<userTask id="a" name="Ask&#10;  for it"/>'))

    assert drawing.nodes["a"].name == "Ask for it"


def test_a_name_as_long_as_a_book_is_read_to_its_first_thousand_characters() -> None:
    drawing = read_drawing(simple(f'<userTask id="a" name="{"word " * 50_000}"/>'))

    assert len(drawing.nodes["a"].name) == 1_000
    assert drawing.nodes["a"].name.endswith("…")
    assert drawing.xml.count(b"word") == 50_000


@pytest.mark.parametrize(
    "kind", [kind for kind in StepKind if kind.value], ids=lambda kind: kind.value
)
def test_every_kind_of_step_is_read(kind: StepKind) -> None:
    drawing = read_drawing(sketch(f'<{kind.value} id="a"/>'))

    assert step(drawing, "a").kind is kind


@pytest.mark.parametrize("kind", list(ChoiceKind), ids=lambda kind: kind.value)
def test_every_kind_of_choice_is_read(kind: ChoiceKind) -> None:
    drawing = read_drawing(sketch(f'<{kind.value} id="a"/>'))

    assert choice(drawing, "a").kind is kind


def test_a_choice_by_events_may_begin_a_case_and_may_want_all_events() -> None:
    inside = (
        '<eventBasedGateway id="a"/>'
        '<eventBasedGateway id="b" instantiate="true" eventGatewayType="Parallel"/>'
    )

    drawing = read_drawing(sketch(inside))

    assert (choice(drawing, "a").begins, choice(drawing, "a").all_events) == (False, False)
    assert (choice(drawing, "b").begins, choice(drawing, "b").all_events) == (True, True)


@pytest.mark.parametrize(
    ("marker", "loop"),
    [
        ("", Loop.NONE),
        ("<standardLoopCharacteristics/>", Loop.STANDARD),
        ("<multiInstanceLoopCharacteristics/>", Loop.PARALLEL),
        ('<multiInstanceLoopCharacteristics isSequential="true"/>', Loop.SEQUENTIAL),
    ],
    ids=lambda value: value.value if isinstance(value, Loop) else None,
)
def test_a_step_that_is_done_more_than_once_says_so(marker: str, loop: Loop) -> None:
    drawing = read_drawing(sketch(f'<task id="a">{marker}</task>'))

    assert step(drawing, "a").loop is loop


def test_a_step_may_have_a_way_that_is_taken_otherwise() -> None:
    inside = f'<task id="a" default="a_b"/><task id="b"/>{flow("a", "b")}'

    assert step(read_drawing(sketch(inside)), "a").default == "a_b"


def test_a_step_that_undoes_another_says_so() -> None:
    drawing = read_drawing(sketch('<task id="a" isForCompensation="true"/>'))

    assert step(drawing, "a").compensates


def test_a_condition_keeps_its_own_text() -> None:
    gateway = '<exclusiveGateway id="g"/>' + TASK + condition("g", "a", " x &lt; 1 ")

    assert read_drawing(sketch(gateway)).flows["g_a"].condition == "x < 1"


def test_a_condition_of_any_type_of_expression_is_read() -> None:
    typed = (
        '<conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:type="tFormalExpression" language="feel">'
        "<![CDATA[a < b]]><!-- why --></conditionExpression>"
    )
    inside = f'{TASK}<task id="b"/>{flow("a", "b")[:-2]}>{typed}</sequenceFlow>'

    assert read_drawing(sketch(inside)).flows["a_b"].condition == "a < b"


def test_an_empty_condition_is_none() -> None:
    assert read_drawing(sketch(f"{TASK}{condition('a', 'a', ' ')}")).flows["a_a"].condition is None


def test_documentation_is_plain_text_with_its_paragraphs_apart() -> None:
    inside = (
        '<task id="a"><documentation>One <b>page</b>.</documentation><documentation/>'
        "<documentation><![CDATA[<p>Two</p>]]></documentation></task>"
    )

    assert read_drawing(sketch(inside)).nodes["a"].documentation == "One page.\n\n<p>Two</p>"


def test_a_file_without_a_diagram_part_is_read() -> None:
    drawing = read_drawing(sketch(f"{TASK}<userTask id='b'/>{flow('a', 'b')}", drawn=False))

    assert (len(drawing.nodes), len(drawing.shapes), drawing.planes) == (2, 0, ())


def test_the_names_are_in_the_language_that_the_file_says() -> None:
    german = sketch(TASK).replace(b'id="file"', b'id="file" xml:lang=" de-AT "')

    assert read_drawing(german).language == "de-AT"
    assert read_drawing(sketch(TASK)).language == "en"
    assert read_drawing(german.replace(b"de-AT", b"de" * 40)).language == "en"


def test_a_file_of_another_kind_is_told_apart() -> None:
    with pytest.raises(PathwayInvalid, match=r"outermost element is <html>"):
        read_drawing(b"<html/>")
    with pytest.raises(PathwayInvalid, match=r"not a BPMN 2\.0 drawing"):
        read_drawing(b'<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>')


def test_a_finding_names_the_file_that_was_read() -> None:
    drawing = read_drawing(sketch(TASK + TASK), file="some/where.bpmn")

    assert [each.file for each in drawing.findings] == ["some/where.bpmn"]


def test_every_finding_of_a_file_is_told_in_the_order_of_its_lines() -> None:
    inside = f"{TASK}\n{flow('a', 'x')}\n<wizardTask id='w'/>\n{flow('a', 'y')}"

    assert [rule for rule, _ in noted(sketch(inside))] == [
        "loose_flow",
        "unknown_element",
        "loose_flow",
    ]


def test_reading_twice_gives_the_same_drawing() -> None:
    assert read_drawing(LIBRARY_CARD) == read_drawing(LIBRARY_CARD)
    assert way("a", "b") == flow("a", "b")
