import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from pathways.bpmn import read_drawing
from pathways.drawing import STYLESHEET, Mark, picture, standalone
from pathways.model.drawing import Choice, Drawing
from pathways.words import drawing_words
from tests.pathways.generated import tangled
from tests.pathways.sketches import simple, sketch

GALLERY = read_drawing(Path(__file__).with_suffix(".bpmn").read_bytes())
SVG = "{http://www.w3.org/2000/svg}"


def anchors_of(drawing: Drawing) -> dict[str, str]:
    return dict(drawing_words(drawing).anchors)


def drawn(drawing: Drawing, marks: dict[str, Mark] | None = None) -> ET.Element:
    svg = picture(drawing, anchors=anchors_of(drawing), marks=marks or {})
    return ET.fromstring(svg)  # noqa: S314 - our own SVG


def texts(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def title_of(root: ET.Element, anchor: str) -> str:
    (link,) = root.findall(f"{SVG}a[@href='#{anchor}']")
    return link.findtext(f"{SVG}title") or ""


def test_every_told_shape_is_one_link_in_reading_order() -> None:
    anchors = anchors_of(GALLERY)

    links = [each.get("href") for each in drawn(GALLERY).iter(f"{SVG}a")]

    assert links == [f"#{anchor}" for anchor in anchors.values()]


def test_a_mere_merge_is_drawn_without_a_link() -> None:
    root = drawn(GALLERY)

    assert "all" not in anchors_of(GALLERY)
    assert len(root.findall(f".//{SVG}polygon")) == sum(
        isinstance(node, Choice) for node in GALLERY.nodes.values()
    )


def test_a_link_says_what_it_is_its_name_and_who() -> None:
    root = drawn(GALLERY)

    assert title_of(root, "user") == "Task: Ask for it, Family"
    assert title_of(root, "table") == "Decision table: Who decides?, Family"
    assert title_of(root, "wait") == "Wait: Two weeks, Case officer, who has a long title"
    assert title_of(root, "done").startswith("End: Done")


def test_the_picture_says_what_it_is() -> None:
    svg = picture(GALLERY, anchors={}, name="pic")
    root = ET.fromstring(svg)  # noqa: S314 - our own SVG

    assert root.get("role") == "group"
    assert root.get("aria-labelledby") == "pic-title"
    assert root.get("aria-describedby") == "pic-desc"
    assert root.findtext(f"{SVG}title") == "Picture of the pathway: Every shape"
    assert [each.get("id") for each in root.iter() if each.get("id")] == ["pic-title", "pic-desc"]


def test_what_is_no_link_is_hidden_from_screen_readers() -> None:
    root = drawn(GALLERY)

    assert [each.get("aria-hidden") for each in root.findall(f"{SVG}g")] == ["true"]
    assert root.findall(f"{SVG}g//{SVG}a") == []


def test_marks_are_said_in_words_and_drawn_as_forms() -> None:
    root = drawn(GALLERY, {"user": Mark.DONE, "table": Mark.HERE, "wait": Mark.HERE})

    assert title_of(root, "user") == "Task: Ask for it, Family. Done."
    assert title_of(root, "table").endswith(". You are here.")
    (here,) = root.findall(f"{SVG}a[@href='#table']")
    assert "You are here" in texts(here)
    assert {"fp-here-ring", "fp-here-post", "fp-here-arm"} <= {each.get("class") for each in here}
    (done,) = root.findall(f"{SVG}a[@href='#user']")
    assert {"fp-done-tag", "fp-done-tick", "fp-done-said"} <= {each.get("class") for each in done}


def test_nothing_carries_a_style_a_script_or_a_reference_out() -> None:
    svg = picture(GALLERY, anchors=anchors_of(GALLERY), marks={"user": Mark.HERE})

    for banned in ("style", "<script", "url(", "onload", "xlink", "<image", "foreignObject"):
        assert banned not in svg
    assert re.findall(r'(?:href|src)="(?!#)', svg) == []


def test_every_class_has_our_prefix_and_a_rule_in_the_stylesheet() -> None:
    svg = picture(
        GALLERY, anchors=anchors_of(GALLERY), marks={"user": Mark.HERE, "send": Mark.DONE}
    )
    used = {name for names in re.findall(r'class="([^"]*)"', svg) for name in names.split()}

    assert all(name.startswith("fp-") for name in used)
    styled = set(re.findall(r"\.(fp-[a-z0-9-]+)", STYLESHEET))
    assert {"fp-shape", "fp-flow", "fp-name", "fp-label", "fp-here-ring", "fp-dashed"} <= used
    assert used - styled <= PLAIN


#: Classes that only tell kinds apart, for a council's own stylesheet.
PLAIN = {
    f"fp-{name}"
    for name in [
        "background",
        "node",
        "step",
        "user",
        "manual",
        "plain",
        "sub-process",
        "icon",
        "lane",
        "band-name",
        "pool",
        "answer",
        "exclusive",
        "parallel",
        "inclusive",
        "event-based",
    ]
}


def test_a_stand_alone_picture_carries_its_stylesheet_and_white_paper() -> None:
    root = ET.fromstring(standalone(GALLERY).encode())  # noqa: S314 - our own SVG

    assert "".join(root.findtext(f"{SVG}style") or "").strip() == STYLESHEET.strip()
    assert root.get("class") == "fp-picture fp-standalone"
    assert root.findall(f".//{SVG}a") == []
    paper = root.find(f"{SVG}rect")
    assert paper is not None
    assert paper.get("class") == "fp-paper"


def test_the_picture_is_large_enough_for_everything_in_it() -> None:
    root = drawn(GALLERY, {"user": Mark.HERE, "begin": Mark.DONE})
    left, top, width, height = (float(each) for each in (root.get("viewBox") or "").split())

    for shape in GALLERY.shapes.values():
        assert left < shape.bounds.x
        assert top < shape.bounds.y - 32 or shape.element != "user"
        assert shape.bounds.x + shape.bounds.width < left + width
        assert shape.bounds.y + shape.bounds.height < top + height
    assert (root.get("width"), root.get("height")) == (f"{width:g}", f"{height:g}")


def test_the_same_drawing_gives_the_same_picture() -> None:
    one = picture(GALLERY, anchors=anchors_of(GALLERY))

    assert one == picture(GALLERY, anchors=anchors_of(GALLERY))


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

    tags = {each.tag for each in ET.fromstring(svg).iter()}  # noqa: S314 - our own SVG
    assert tags <= {
        SVG + tag
        for tag in ["svg", "title", "desc", "g", "a", "rect", "circle", "path", "text", "tspan"]
    }
    assert "<script" not in svg
    assert "onclick=" not in re.sub(r">[^<]*<", "><", svg)


def test_a_drawing_without_a_diagram_part_gives_an_empty_picture() -> None:
    drawing = read_drawing(sketch('<task id="a"/>', drawn=False))

    assert list(drawn(drawing).iter(f"{SVG}a")) == []


def test_a_sub_process_whose_steps_are_drawn_in_it_is_open() -> None:
    xml = sketch('<subProcess id="s" name="Pack it"><task id="x"/></subProcess>')
    drawing = read_drawing(xml)

    root = drawn(drawing)

    (link,) = root.findall(f"{SVG}a[@href='#s']")
    assert "fp-open" in (link.findall(f"{SVG}rect")[0].get("class") or "")
    assert root.findall(f".//{SVG}rect[@class='fp-folder']")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tangled())
def test_any_drawing_with_a_diagram_part_gives_a_picture_of_all_its_steps(xml: bytes) -> None:
    drawing = read_drawing(xml)
    anchors = anchors_of(drawing)

    links = [each.get("href") for each in drawn(drawing).iter(f"{SVG}a")]

    assert links == [f"#{anchor}" for anchor in anchors.values()]
