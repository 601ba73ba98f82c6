"""Words as plain text, for letters, terminals and braille displays."""

from collections.abc import Iterator

from pathways.words.catalogue import ENGLISH, Catalogue
from pathways.words.values import Told, Words, spoken


def plain_text(words: Words, *, say: Catalogue = ENGLISH) -> str:
    """Return the words as plain text: one paragraph for each step, ending with a line feed."""
    head = "\n".join(line for line in (words.name, words.summary) if line)
    return "\n\n".join([head, *("\n".join(_lines(step, say)) for step in words.steps)]) + "\n"


def _lines(step: Told, say: Catalogue) -> Iterator[str]:
    yield f"{step.number}. {step.name}"
    yield f"   {step.kind}."
    if step.who:
        yield f"   {say.who.replace('{who}', step.who)}"
    if step.how_long:
        yield f"   {say.how_long.replace('{time}', step.how_long)}"
    if step.how_long_source:
        yield f"   {say.source.replace('{source}', step.how_long_source)}"
    if step.family:
        yield f"   {step.family}"
    yield from (f"   {spoken(note)}" for note in step.notes)
    yield from (f"   - {spoken(way.sentence)}" for way in step.next)
