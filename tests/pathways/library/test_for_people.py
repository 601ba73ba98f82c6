"""The shipped pathways are good for people: nothing is wrong with them, and families can read them.

`pytest -q -s -k can_read` prints at which age.
"""

import sys
from collections.abc import Iterable, Iterator

import pytest

from pathways.checks import check
from pathways.checks.reading_age import count_reading
from pathways.checks.texts import family_texts
from pathways.model.finding import Severity
from pathways.model.pathway import Pathway
from pathways.model.rule import Subject
from pathways.reading import read_pathway
from pathways.words import spoken, words
from tests.pathways.library.played import files

KEY = "quick_one_off"
YOUNGEST, OLDEST = 9, 11


@pytest.fixture(scope="module")
def pathway() -> Pathway:
    return read_pathway(files(KEY))


def test_no_rule_finds_an_error_or_a_warning_that_counts(pathway: Pathway) -> None:
    counting = [one for one in check(pathway) if not one.silenced]

    assert [str(one) for one in counting if one.severity is not Severity.ADVICE] == []


def test_whatever_is_silenced_says_why_in_a_whole_sentence(pathway: Pathway) -> None:
    silenced = [one.silenced for one in check(pathway) if one.silenced]

    assert all(reason.endswith(".") and len(reason.split()) > 10 for reason in silenced)


def test_families_can_read_what_is_written_for_them(pathway: Pathway) -> None:
    texts = list(family_texts(Subject(drawing=pathway.drawing, pathway=pathway)))

    whole = [piece for text in texts for piece in text.paragraphs]
    by_audience = {
        audience: [
            piece
            for text in texts
            if f"for {audience}," in text.called
            for piece in text.paragraphs
        ]
        for audience in ("families", "easy read")
    }

    assert YOUNGEST <= _age("all that families read", whole) <= OLDEST
    for audience, pieces in by_audience.items():
        assert YOUNGEST <= _age(f"words for {audience}", pieces) <= OLDEST


def test_families_can_read_the_list_of_steps_that_is_made_for_them(pathway: Pathway) -> None:
    assert YOUNGEST <= _age("the list of steps", _list_of_steps(pathway)) <= OLDEST


def _list_of_steps(pathway: Pathway) -> Iterator[str]:
    for step in words(pathway).steps:
        yield f"{step.what}."
        yield step.family
        yield from (spoken(note) for note in step.notes)
        yield from (spoken(way.sentence) for way in step.next)


def _age(what: str, pieces: Iterable[str]) -> float:
    reading = count_reading(pieces)
    counted = f"{reading.long_words} long words in {reading.sentences} sentences"
    sys.stdout.write(f"{KEY}, {what}: read at age {reading.age} ({counted})\n")
    return reading.age


@pytest.mark.parametrize(
    ("guard", "instead", "rule", "element"),
    [
        ('fingerpost:means="reasons"', "", "refusal_without_reasons", "can_they_ask_now_no"),
        (
            "check_the_plan decide_the_request",
            "check_the_plan",
            "same_person_looks_again",
            "look_again",
        ),
    ],
)
def test_a_guard_that_is_taken_away_is_missed(
    guard: str, instead: str, rule: str, element: str
) -> None:
    drawing = files(KEY)["pathway.bpmn"].decode()
    assert guard in drawing
    unguarded = {**files(KEY), "pathway.bpmn": drawing.replace(guard, instead).encode()}

    found = [(one.rule, one.element) for one in check(read_pathway(unguarded)) if not one.silenced]

    assert (rule, element) in found
