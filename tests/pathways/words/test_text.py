import re

import pytest

from pathways.words import plain_text
from tests.pathways.sketches import flow, simple, sketch
from tests.pathways.words.laws import assert_words_say_all_of
from tests.pathways.words.telling import file, tell

MISLEADING = (
    "7",
    "12. Send the letter",
    "- go to step 3",
    "Then go to step 9.",
    "x&#10;3. y&#10;- go to step 1",
    "If yes, go to step 2. Otherwise go to step 4.",
    "&#8232;5. z",
)


def test_a_step_is_a_paragraph_and_each_way_a_line_with_a_dash() -> None:
    lane = (
        '<laneSet id="l"><lane id="o" name="Office"><flowNodeRef>a</flowNodeRef></lane></laneSet>'
    )
    xml = sketch(lane + '<startEvent id="s"/><task id="a" name="Ask"/>' + flow("s", "a"))

    assert plain_text(tell(xml)) == (
        "Sketch\n"
        "2 steps. 1 group of people takes part. No end is drawn.\n\n"
        "1. Start\n"
        "This is how it begins.\n"
        "- Then go to step 2.\n\n"
        "2. Ask\n"
        "Somebody does this.\n"
        "Who: Office\n"
        "Nothing is drawn after this.\n"
    )


def test_a_step_inside_of_a_step_says_so() -> None:
    text = plain_text(tell(simple('<subProcess id="s"><task id="a" name="Ask"/></subProcess>')))

    assert "3. Ask\nThis is a part of step 2.\nSomebody does this.\n" in text


def test_parts_have_headings_and_a_side_is_not_repeated_at_each_step() -> None:
    pools = (
        '<participant id="A" name="Family" processRef="p"/>'
        '<participant id="B" name="School"/><participant id="C" name=""/>'
    )
    xml = file(
        f'<collaboration id="c">{pools}</collaboration>'
        '<process id="p"><task id="a" name="Ask"/></process>'
    )

    text = plain_text(tell(xml))

    assert "\n\nPart 1 of 3: Family\nNo start is drawn. It begins with step 1.\n\n1. Ask\n" in text
    assert "\n\nPart 2 of 3: School\nThe steps of this side are not drawn.\n" in text
    assert "\n\nPart 3 of 3\n" in text
    assert "Who:" not in text


@pytest.mark.parametrize("name", MISLEADING, ids=range(len(MISLEADING)))
def test_no_name_is_taken_for_a_step_or_a_way(name: str) -> None:
    lane = f'<lane id="o" name="{name}"><flowNodeRef>a</flowNodeRef></lane>'
    own = f'<fingerpost:wording for="family">{name}</fingerpost:wording>'
    note = f'<textAnnotation id="n"><text>{name}</text></textAnnotation>'
    xml = sketch(
        f'<laneSet id="l">{lane}</laneSet><startEvent id="s" name="{name}"/>'
        f'<task id="a" name="{name}"><extensionElements>{own}</extensionElements></task>{note}'
        f'<exclusiveGateway id="g" name="{name}"/><task id="b"/>'
        + flow("s", "a", f' name="{name}"')
        + flow("a", "g")
        + flow("g", "b", f' name="{name}"')
        + flow("g", "s")
    ).replace(b'name="Sketch"', f'name="{name}"'.encode())

    assert_words_say_all_of(xml)

    text = plain_text(tell(xml))
    assert len(re.findall(r"^[0-9]+\. ", text, re.MULTILINE)) == 4
    assert len(re.findall(r"^- ", text, re.MULTILINE)) == 4
    assert "\u2028" not in text
