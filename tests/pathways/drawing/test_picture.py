import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from pathways.bpmn import read_drawing
from pathways.drawing import STYLESHEET, Form, Mark, Marks, picture, shown, standalone
from pathways.model.drawing import Drawing
from pathways.words import drawing_words
from tests.pathways.drawing.gallery import gallery, pools
from tests.pathways.drawing.svg import SVG, boxes, classes, having, parsed, view_box, words
from tests.pathways.generated import any_drawings, tangled
from tests.pathways.sketches import simple, sketch

#: A pathway with lanes, in which every step is told.
TOLD = read_drawing(Path(__file__).with_suffix(".bpmn").read_bytes())
ALL_MARKS = tuple(Mark(form, form.value) for form in Form)


def anchors_of(drawing: Drawing) -> dict[str, str]:
    return dict(drawing_words(drawing).anchors)


def drawn(drawing: Drawing, marks: Marks | None = None) -> ET.Element:
    return parsed(picture(drawing, anchors=anchors_of(drawing), marks=marks or {}))


def link_to(root: ET.Element, anchor: str) -> ET.Element:
    (link,) = root.findall(f"{SVG}a[@href='#{anchor}']")
    return link


def test_every_told_shape_is_one_link_in_reading_order() -> None:
    anchors = anchors_of(TOLD)

    links = [each.get("href") for each in drawn(TOLD).iter(f"{SVG}a")]

    assert links == [f"#{anchor}" for anchor in anchors.values()]


def test_a_link_says_what_it_is_its_name_and_who() -> None:
    root = drawn(TOLD)

    def title(anchor: str) -> str | None:
        return link_to(root, anchor).findtext(f"{SVG}title")

    assert title("user") == "Task: Ask for it, Family"
    assert title("table") == "Decision table: Who decides?, Family"
    assert title("wait") == "Wait: Two weeks, Case officer, who has a long title"
    assert str(title("done")).startswith("End: Done")


def test_a_link_covers_its_shape_and_is_large_enough_for_a_finger() -> None:
    root = drawn(TOLD)

    for node, anchor in anchors_of(TOLD).items():
        at = TOLD.shapes[node].bounds
        (hit,) = [box for box in boxes(link_to(root, anchor)) if "fp-hit" in box.css]
        assert hit.left <= at.x
        assert hit.right >= at.x + at.width
        assert min(hit.right - hit.left, hit.bottom - hit.top) >= 24


def test_a_shape_that_leads_somewhere_can_be_told_from_one_that_does_not() -> None:
    root = drawn(TOLD)

    assert "all" not in anchors_of(TOLD)
    assert len(having(root, "fp-linked")) == len(anchors_of(TOLD))
    assert "fp-linked" not in classes(having(root, "fp-parallel")[0])


def test_the_inside_of_an_open_sub_process_stays_free_for_its_steps() -> None:
    root = parsed(picture(read_drawing(gallery()), anchors={"open": "open", "in_open": "in"}))

    assert "fp-frame-hit" in classes(link_to(root, "open")[1])
    assert "fp-frame-hit" not in classes(link_to(root, "in")[1])


def test_the_picture_says_what_it_is() -> None:
    root = parsed(picture(TOLD, anchors={}, name="pic"))

    assert root.get("role") == "group"
    assert root.get("aria-labelledby") == "pic-title"
    assert root.get("aria-describedby") == "pic-desc"
    assert root.findtext(f"{SVG}title") == "Picture of the pathway: Every shape"
    assert [each.get("id") for each in root.iter() if each.get("id")] == ["pic-title", "pic-desc"]


def test_what_is_no_link_is_hidden_from_screen_readers() -> None:
    root = drawn(TOLD, {"family": Mark(Form.COUNT, "3 comments")})

    assert [each.get("aria-hidden") for each in root.findall(f"{SVG}g")] == ["true", "true"]
    assert root.findall(f"{SVG}g//{SVG}a") == []


@pytest.mark.parametrize("file", [gallery, pools])
def test_nothing_carries_a_style_a_script_or_a_reference(file: type) -> None:
    drawing = read_drawing(file())
    svg = picture(drawing, anchors=anchors_of(drawing), marks={"user": ALL_MARKS})

    for banned in ("style", "<script", "url(", "onload", "xlink", "<image", "foreignObject"):
        assert banned not in svg
    assert re.findall(r'(?:href|src)="(?!#)', svg) == []


def test_every_class_has_our_prefix_and_a_rule_in_the_stylesheet() -> None:
    used: set[str] = set()
    for file in (gallery(), pools()):
        drawing = read_drawing(file)
        marks = dict.fromkeys(drawing.nodes, ALL_MARKS)
        root = parsed(picture(drawing, anchors=anchors_of(drawing), marks=marks))
        used |= {css for each in root.iter() for css in classes(each)}

    assert all(name.startswith("fp-") for name in used)
    styled = set(re.findall(r"\.(fp-[a-z0-9-]+)", STYLESHEET))
    assert used - styled <= PLAIN
    assert styled - used == {"fp-standalone", "fp-paper"} | {f"fp-lane-{n}" for n in (5, 6)}


#: Classes that only tell kinds apart, for a council's own stylesheet.
PLAIN = {
    f"fp-{name}"
    for name in (
        *("scene", "marks", "pool", "lane", "pool-name", "lane-name", "name", "who", "answer"),
        *("step", "user", "manual", "plain", "script", "sub-process", "ad-hoc", "open"),
        *("exclusive", "parallel", "inclusive", "complex", "event-based", "annotation", "group"),
        *("data-object", "data-store", "data-input", "data-output"),
        *("marker", "envelope", "tag-sign"),
    )
}


def test_a_stand_alone_picture_carries_its_stylesheet_and_its_paper() -> None:
    root = parsed(standalone(TOLD))

    carried = root.findtext(f"{SVG}style") or ""
    assert (
        re.sub(r"([a-z-]+: [^;{}]*#[0-9a-f]{6}; )(?=[a-z-]+: [^;{}]*var)", "", carried)
        == STYLESHEET
    )
    assert root.get("class") == "fp-picture fp-standalone"
    assert root.get("role") == "img"
    assert root.findall(f".//{SVG}a") == []
    assert [classes(each) for each in root.findall(f"{SVG}rect")] == [{"fp-paper"}]


def test_a_stand_alone_picture_says_each_colour_plainly_before_the_variable() -> None:
    carried = parsed(standalone(TOLD)).findtext(f"{SVG}style") or ""

    assert ".fp-paper { fill: #ffffff; fill: var(--fp-paper); }" in carried
    assert carried.count("var(") == len(re.findall(r"#[0-9a-f]{6}; [a-z-]+: [^;{}]*var\(", carried))


def test_a_stand_alone_picture_is_described_by_the_names_of_what_it_shows() -> None:
    told = parsed(standalone(TOLD)).findtext(f"{SVG}desc") or ""

    assert told.startswith("Begin; Ask for it; Carry it there")


@pytest.mark.parametrize("file", [gallery, pools])
def test_nothing_is_drawn_outside_of_what_is_shown(file: type) -> None:
    drawing = read_drawing(file())
    marks = dict.fromkeys([*drawing.nodes, *drawing.flows, *drawing.pools], ALL_MARKS)
    root = parsed(picture(drawing, anchors=anchors_of(drawing), marks=marks))

    assert outside(root) == []
    whole = view_box(root)
    assert root.get("width") == f"{whole.right - whole.left:g}"


def outside(root: ET.Element) -> list[str]:
    whole = view_box(root)
    return [
        box.css
        for box in boxes(root)
        if box.left < whole.left
        or box.top < whole.top
        or box.right > whole.right
        or box.bottom > whole.bottom
    ]


def test_a_name_in_the_reader_s_language_is_written_and_said() -> None:
    name = '<fingerpost:wording for="name" lang="en">Ask for it</fingerpost:wording>'
    task = f'<task id="a" name="Gofyn"><extensionElements>{name}</extensionElements></task>'
    drawing = read_drawing(simple(task))

    link = link_to(drawn(drawing), "a")

    assert link.findtext(f"{SVG}title") == "Task: Ask for it"
    assert "Ask for it" in {words(each) for each in having(drawn(drawing), "fp-name")}


def test_the_same_drawing_gives_the_same_picture() -> None:
    drawing = read_drawing(gallery())

    assert standalone(drawing) == standalone(drawing)


@pytest.mark.parametrize(
    "hostile",
    [
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&quot; onclick=&quot;alert(1)",
        "&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;",
        "]]&gt;",
    ],
)
def test_hostile_names_and_ids_are_only_text(hostile: str) -> None:
    drawing = read_drawing(simple(f'<task id="{hostile}" name="{hostile}"/>'))

    svg = picture(drawing, anchors=anchors_of(drawing))

    tags = {each.tag for each in parsed(svg).iter()}
    allowed = "svg title desc g a rect circle path polygon text tspan"
    assert tags <= {SVG + tag for tag in allowed.split()}
    assert "<script" not in svg
    assert "onclick=" not in re.sub(r">[^<]*<", "><", svg)


def test_what_xml_cannot_hold_is_left_out() -> None:
    marks = {"user": Mark(Form.COUNT, "3\x00\ud800 \x1bcases\ufffe")}

    assert words(link_to(drawn(TOLD, marks), "user")) == "Task: Ask for it, Family. 3 cases.3 cases"


def test_a_drawing_without_a_diagram_part_gives_an_empty_picture() -> None:
    drawing = read_drawing(sketch('<task id="a"/>', drawn=False))

    assert list(drawn(drawing).iter(f"{SVG}a")) == []
    assert shown(drawing) == frozenset()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tangled())
def test_any_drawing_with_a_diagram_part_gives_a_picture_of_all_its_steps(xml: bytes) -> None:
    drawing = read_drawing(xml)
    anchors = anchors_of(drawing)

    links = [each.get("href") for each in drawn(drawing).iter(f"{SVG}a")]

    assert links == [f"#{anchor}" for anchor in anchors.values()]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_drawings())
def test_whatever_is_shown_is_linked_once_in_order_and_inside(xml: bytes) -> None:
    drawing = read_drawing(xml)
    anchors, seen = anchors_of(drawing), shown(drawing)

    root = drawn(drawing)

    links = [each.get("href") for each in root.iter(f"{SVG}a")]
    assert links == [f"#{anchor}" for name, anchor in anchors.items() if name in seen]
    assert outside(root) == []
