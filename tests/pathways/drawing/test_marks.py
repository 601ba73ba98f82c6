import pytest

from pathways.bpmn import read_drawing
from pathways.drawing import Form, Mark, picture
from tests.pathways.drawing.svg import SVG, Box, boxes, classes, having, parsed, words
from tests.pathways.sketches import flow, sketch

DRAWING = read_drawing(
    sketch(
        '<startEvent id="begin"/><task id="ask" name="Ask"/><exclusiveGateway id="x"/>'
        + flow("begin", "ask")
    )
)
ANCHORS = {"begin": "begin", "ask": "ask"}


def test_you_are_here_is_a_ring_and_a_signpost_with_words() -> None:
    root = parsed(picture(DRAWING, anchors=ANCHORS, marks={"ask": Mark.HERE}))

    (link,) = [each for each in root.iter(f"{SVG}a") if each.get("href") == "#ask"]
    assert link.findtext(f"{SVG}title") == "Task: Ask. You are here."
    drawn = {css for each in link for css in classes(each)}
    assert {"fp-here-ring", "fp-here-post", "fp-here-arm", "fp-here-said"} <= drawn


@pytest.mark.parametrize("form", Form)
def test_every_mark_is_seen_by_its_words_and_a_sign_of_its_own(form: Form) -> None:
    root = parsed(picture(DRAWING, anchors=ANCHORS, marks={"ask": Mark(form, "Words for it")}))

    assert [words(each) for each in having(root, f"fp-{form.value}-said")] == ["Words for it"]
    others = [other for other in Form if other is not form]
    assert sign(form) not in [sign(other) for other in others]


def sign(form: Form) -> list[str | None]:
    root = parsed(picture(DRAWING, anchors=ANCHORS, marks={"ask": Mark(form, "Same")}))
    (link,) = [each for each in root.iter(f"{SVG}a") if each.get("href") == "#ask"]
    return [each.get("d") or each.get("points") for each in link.iter() if each.tag != SVG + "text"]


def test_several_marks_on_one_shape_stand_apart_from_each_other() -> None:
    marks = (
        Mark.HERE,
        Mark.DONE,
        Mark(Form.REWORDED, "Reworded"),
        Mark(Form.COUNT, "31 cases"),
        Mark(Form.COUNT, "3 comments"),
    )

    root = parsed(picture(DRAWING, anchors=ANCHORS, marks={"ask": marks}))

    title = root.findtext(f"{SVG}a[@href='#ask']/{SVG}title")
    assert title == "Task: Ask. You are here. Done. Reworded. 31 cases. 3 comments."
    tags = [box for box in boxes(root) if "fp-tag " in f"{box.css} " or "fp-here-arm" in box.css]
    assert len(tags) == 5
    assert not [pair for pair in pairs(tags) if overlapping(*pair)]


def pairs(tags: list[Box]) -> list[tuple[Box, Box]]:
    return [(one, other) for place, one in enumerate(tags) for other in tags[:place]]


def overlapping(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


@pytest.mark.parametrize("name", ["x", "begin_ask"])
def test_what_is_no_link_can_be_marked_too(name: str) -> None:
    root = parsed(picture(DRAWING, anchors=ANCHORS, marks={name: Mark(Form.ADDED, "Added")}))

    (group,) = having(root, "fp-marks")
    assert words(group) == "Added"


def test_a_mark_on_what_is_not_shown_is_left_out() -> None:
    plain = picture(DRAWING, anchors=ANCHORS)

    assert picture(DRAWING, anchors=ANCHORS, marks={"gone": Mark.HERE}) == plain
    assert picture(DRAWING, anchors=ANCHORS, marks={"ask": ()}) == plain
