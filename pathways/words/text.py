"""Words as plain text, for letters, terminals and braille displays.

A program can build the graph again from it: a step begins with its number and a full stop, each of
its ways on is a line that begins with `- ` and whose last reference is where it leads, and no other
line begins like either of them.
"""

import re
from collections.abc import Iterable, Iterator

from pathways.model.wording import Audience
from pathways.words.catalogue import Catalogue
from pathways.words.labelled import labelled, part_heading, within
from pathways.words.messages import headings
from pathways.words.translations import catalogue
from pathways.words.values import Told, ToldProcess, Words, spoken

#: Reads like the beginning of a step or a way.
_MISLEADING = re.compile(r"[0-9]+\.|-")


def plain_text(words: Words, *, audience: Audience = Audience.FAMILY) -> str:
    """Return the words as plain text: one paragraph for each step, ending with a line feed.

    Args:
        words: The words.
        audience: Whose own words are in it: families', in easy read, or staff's.
    """
    say = catalogue(words.language)
    blocks = [_block((_title(words.name, say), words.summary))]
    for place, part in enumerate(words.processes):
        heading = spoken(part_heading(words, place))
        blocks.append(_block((heading, *(spoken(note) for note in part.notes))))
        blocks += _steps(words, part, audience)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _title(name: str, say: Catalogue) -> str:
    return say.phrase(headings.QUOTED, text=name) if _MISLEADING.match(name.strip()) else name


def _steps(words: Words, part: ToldProcess, audience: Audience) -> Iterator[str]:
    for step in part.steps:
        around = [spoken(sentence) for sentence in within(words, step)]
        own = [spoken(line) for _, line in labelled(words, part, step, audience=audience)]
        yield _block([f"{step.number}. {step.name}", *around, f"{step.what}.", *own, *_rest(step)])


def _rest(step: Told) -> Iterator[str]:
    yield from (spoken(note) for note in step.notes)
    yield from (f"- {spoken(way.sentence)}" for way in step.next)


def _block(lines: Iterable[str]) -> str:
    """Lines that say something, each of them on one line whatever was drawn."""
    return "\n".join(" ".join(line.split()) for line in lines if line)
