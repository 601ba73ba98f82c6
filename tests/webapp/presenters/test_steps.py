from datetime import date

import html5lib
from flask import Flask

from pathways.bpmn import read_drawing
from pathways.drawing import Mark
from pathways.model.pathway import About, Pathway
from pathways.words import spoken, words
from tests.pathways.sketches import sketch
from tests.pathways.words.telling import sides
from webapp.presenters.labels import Labels
from webapp.presenters.steps import StepPart, step_parts

ABOUT = About(
    name="Small things",
    summary="",
    who_it_is_for="",
    owner="",
    sources=(),
    review_on=date(2027, 1, 1),
)
TWO_SIDES = sides(
    '<participant id="A" name="Family" processRef="p"/><participant id="B" name="School"/>',
    messages='<messageFlow id="m" sourceRef="ask" targetRef="B"/>',
    processes='<process id="p"><subProcess id="s"><task id="ask" name="&lt;b&gt;"/></subProcess>'
    '<task id="wait"/></process><process id="q"><task id="other"/></process>',
)


def parts_of(xml: bytes) -> tuple[StepPart, ...]:
    pathway = Pathway(
        key="p",
        about=ABOUT,
        drawing=read_drawing(xml),
        decisions={},
        forms={},
        letters={},
        periods={},
        sources={},
    )
    return step_parts(Labels(pathway), words(pathway), marks={"ask": Mark.HERE})


def test_one_process_is_a_list_without_a_heading() -> None:
    (part,) = parts_of(sketch('<task id="a"/>'))

    assert (part.heading, part.tag, part.first) == ((), "h3", 1)


def test_every_side_has_its_heading_and_numbers_run_on() -> None:
    family, other, school = parts_of(TWO_SIDES)

    assert spoken(family.heading) == "Part 1 of 3: Family"
    assert [step.number for step in family.steps] == [1, 2, 3]
    assert (other.first, other.tag) == (4, "h4")
    assert school.steps == ()
    assert [spoken(note) for note in school.notes] == [
        "The steps of this side are not drawn.",
        "A message comes from step 2 (Family).",
    ]


def test_a_step_inside_of_a_step_says_so() -> None:
    ask = parts_of(TWO_SIDES)[0].steps[1]

    assert spoken(ask.notes[0]) == "This is a part of step 1."


def test_lists_are_html_in_which_every_link_leads_somewhere(app: Flask) -> None:
    macros = app.jinja_env.get_template("parts/words.html").make_module({})
    parts = parts_of(TWO_SIDES)

    for fragment in (macros.steps(parts), macros.marked_steps(parts, "ask", True)):
        page = f"<!DOCTYPE html><title>x</title><h1>x</h1><h2>x</h2>{fragment}"
        tree = html5lib.HTMLParser(strict=True).parse(page)
        ids = [each.get("id") for each in tree.iter() if each.get("id")]
        links = [each.get("href") for each in tree.iter() if each.get("href")]

        assert ids == ["p", "s", "ask", "wait", "q", "other", "B"]
        assert {link.removeprefix("#") for link in links} <= set(ids)
        assert "&lt;b&gt;" in str(fragment)
