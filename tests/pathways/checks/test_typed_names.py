"""The types of names that expressions read."""

from pathways.checks.typed_names import FACT_TYPES, typed_names
from pathways.feel.leaning.samples import SAMPLES
from pathways.model.facts import FACTS
from pathways.model.rule import Subject
from pathways.reading import read_pathway
from tests.pathways.reading.folders import folder


def test_every_fact_has_a_type() -> None:
    assert set(FACT_TYPES) == {(fact, part) for fact, parts in FACTS.items() for part in parts}
    assert set(FACT_TYPES.values()) <= SAMPLES.keys()


def test_an_answer_has_the_type_of_its_question() -> None:
    pathway = read_pathway(folder())

    types = typed_names(Subject(drawing=pathway.drawing, pathway=pathway))

    assert types[("ask_for_it", "what")] == "string"
    assert types[("child", "born_on")] == "date"
    assert typed_names(Subject(drawing=pathway.drawing)) == {}
