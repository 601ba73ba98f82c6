"""What must hold for the words of any drawing, in every language."""

from collections.abc import Iterator

from bench.corpus import rebuild, recount
from pathways.bpmn import read_drawing
from pathways.words import (
    Sentence,
    Words,
    as_json,
    catalogue,
    drawing_words,
    languages,
    plain_text,
)


def assert_words_say_all_of(xml: bytes) -> None:
    """Every step once, every arrow said, every reference right, and the text alone tells it all."""
    drawing = read_drawing(xml)
    for language in languages():
        told = drawing_words(drawing, say=catalogue(language))

        assert recount.problems(xml, as_json(told)["processes"]) == []
        assert rebuild.problems(xml, plain_text(told)) == []
        assert_references_resolve(told)


def assert_references_resolve(told: Words) -> None:
    """Every reference names the number and the anchor of one and the same step, or a part."""
    numbers = {step.anchor: step.number for step in told.steps}
    anchors = [*numbers, *(process.anchor for process in told.processes)]
    assert len(set(anchors)) == len(anchors)
    for sentence in sentences_of(told):
        for part in sentence:
            if part.number is not None:
                assert numbers[part.anchor or ""] == part.number
                assert str(part.number) in part.text
            elif part.anchor is not None:
                assert part.anchor in anchors
    for step in told.steps:
        for way in step.next:
            last = [part.number for part in way.sentence if part.number is not None][-1]
            assert told.step(way.to).number == last


def sentences_of(told: Words) -> Iterator[Sentence]:
    """Yield everything that is said, besides names."""
    for process in told.processes:
        yield from process.notes
        for step in process.steps:
            yield from step.notes
            yield from (way.sentence for way in step.next)
