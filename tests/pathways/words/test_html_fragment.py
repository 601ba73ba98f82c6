import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from pathways.words import Words, html_fragment
from pathways.words.html_fragment import __file__ as beside
from tests.pathways.sketches import simple, sketch
from tests.pathways.words.telling import file, sides, tell

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><h1>x</h1>{}</body></html>'
)
HTML = "{http://www.w3.org/1999/xhtml}"
NASTY = "\"/><script>alert(1)</script><img src=x onerror=alert(1)>' onclick='x"
NESTED = simple(
    '<subProcess id="s"><task id="a"/><subProcess id="t"><task id="b"/></subProcess>'
    '<task id="c"/></subProcess>',
    '<task id="z"/>',
)


def parsed(words: Words, heading: int = 2) -> Element:
    """Return the fragment's outermost element, read without a single mistake."""
    page = PAGE.format(html_fragment(words, heading=heading))
    tree = html5lib.HTMLParser(strict=True).parse(page)
    (found,) = [each for each in tree.iter() if each.get("class") == "fp-words"]
    return found


def all_of(tree: Element, tag: str) -> list[Element]:
    return list(tree.iter(f"{HTML}{tag}"))


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def test_each_process_is_an_ordered_list_whose_numbers_run_on() -> None:
    processes = '<process id="p"><task id="a"/></process><process id="q"><task id="b"/></process>'

    tree = parsed(tell(file(processes)))

    assert [
        (each.get("id"), each.get("value")) for each in all_of(tree, "li") if each.get("id")
    ] == [
        ("a", "1"),
        ("b", "2"),
    ]
    assert len(all_of(tree, "ol")) == 2
    assert [each.get("id") for each in all_of(tree, "section")] == ["p", "q"]
    assert [text_of(each) for each in all_of(tree, "h2")] == ["Part 1 of 2", "Part 2 of 2"]
    assert len(all_of(tree, "h3")) == 2


def test_headings_begin_where_the_page_wants_them() -> None:
    assert len(all_of(parsed(tell(NESTED)), "h2")) == 8
    assert len(all_of(parsed(tell(NESTED), heading=4), "h4")) == 8
    assert len(all_of(parsed(tell(NESTED), heading=9), "h6")) == 8


def test_steps_inside_of_a_step_are_in_it_and_can_be_folded() -> None:
    tree = parsed(tell(NESTED))

    steps = {each.get("id"): each for each in all_of(tree, "li") if each.get("id")}
    assert {each.get("id") for each in all_of(steps["s"], "li")} >= {"s", "a", "t", "b", "c"}
    assert "z" not in {each.get("id") for each in all_of(steps["s"], "li")}
    assert [text_of(each) for each in all_of(tree, "summary")] == [
        "The steps inside: 3 to 6",
        "The step inside: 5",
    ]
    assert all("open" in each.attrib for each in all_of(tree, "details"))


def test_what_the_drawing_hides_is_folded() -> None:
    drawn = '<bpmndi:BPMNShape bpmnElement="s"'
    hidden = NESTED.decode().replace(drawn, f'{drawn} isExpanded="false"').encode()

    (outer, inner) = all_of(parsed(tell(hidden)), "details")

    assert "open" not in outer.attrib
    assert "open" in inner.attrib


def test_steps_far_inside_are_told_in_a_list_that_is_not_so_deep() -> None:
    depth = 60
    opened = "".join(f'<subProcess id="s{level}">' for level in range(depth))
    told = tell(sketch(f'{opened}<task id="a"/>{"</subProcess>" * depth}'))

    tree = parsed(told)

    assert len(all_of(tree, "details")) == 12
    assert len([each for each in all_of(tree, "li") if each.get("id")]) == depth + 1


def test_a_side_of_which_nothing_is_drawn_is_a_section_to_which_links_lead() -> None:
    pools = (
        '<participant id="A" name="Family" processRef="p"/><participant id="B b" name="School"/>'
    )
    message = '<messageFlow id="m" name="Copy" sourceRef="a" targetRef="B b"/>'
    told = tell(
        sides(pools, messages=message, processes='<process id="p"><task id="a"/></process>')
    )

    tree = parsed(told)

    assert [each.get("id") for each in all_of(tree, "section")] == ["p", "B-20-b"]
    assert "#B-20-b" in {each.get("href") for each in all_of(tree, "a")}
    assert text_of(all_of(tree, "section")[1]).endswith("“Copy” comes from step 1 (Family).\n")


def test_nothing_that_was_drawn_is_markup() -> None:
    name = (
        NASTY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
    own = f'<fingerpost:wording for="family">{name}</fingerpost:wording>'
    told = tell(
        simple(
            f'<task id="{name}" name="{name}"><extensionElements>{own}</extensionElements></task>'
        )
    )

    tree = parsed(told)

    tags = {str(each.tag).removeprefix(HTML) for each in tree.iter()}
    assert tags <= {"div", "section", "ol", "ul", "li", "p", "a", "h2", "span"}
    assert {name for each in tree.iter() for name in each.attrib} <= {
        *("class", "id", "href", "value", "lang")
    }
    assert NASTY in text_of(tree)


def test_every_class_has_our_beginning_and_the_stylesheet_knows_no_other() -> None:
    classes = set(re.findall(r'class="([^"]+)"', html_fragment(tell(NESTED))))
    stylesheet = Path(beside).with_name("words.css").read_text("utf-8")

    styled = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", stylesheet)))
    assert classes
    assert all(name.startswith("fp-") for name in classes | styled)
    assert not re.search(r"url\(|@import|#[0-9a-f]{3,6}\b", stylesheet)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_fragment_says_its_language(language: str) -> None:
    found = parsed(tell(NESTED, language)).get("lang")

    assert found is not None
    assert found.partition("-")[0] == language


def test_a_drawing_without_steps_has_no_list() -> None:
    assert all_of(parsed(tell(sketch(""))), "ol") == []
