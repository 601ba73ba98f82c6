"""Words as Markdown (CommonMark): headings, anchors, links; nothing that was drawn is markup."""

import html
import re
from collections.abc import Iterator

from pathways.model.wording import Audience
from pathways.words.labelled import labelled, part_heading, within
from pathways.words.messages import headings
from pathways.words.translations import catalogue
from pathways.words.values import Part, Sentence, Told, Words, spoken

#: What CommonMark and its common dialects read as markup inside of a line: emphasis, code, links,
#: attributes, mathematics, tables, footnotes, and addresses that become links by themselves. No
#: line begins with a drawn text, so that what counts only there needs nothing.
#: Source: CommonMark 0.31.2, sections 2.4 and 6; GitHub Flavored Markdown 0.29, section 6.9.
_MARKS = re.compile(r"[\\`*_{}\[\]#|~$^@=]|:(?=\S)|(?<=www)\.", re.IGNORECASE)


def markdown(words: Words, *, audience: Audience = Audience.FAMILY) -> str:
    """Return the words as Markdown, ending with a line feed.

    Each step is a heading with its anchor in front, so that references can be followed.

    Args:
        words: The words.
        audience: Whose own words are in it: families', in easy read, or staff's.
    """
    say = catalogue(words.language)
    blocks = [f"# {_escaped(words.name or say.text(headings.NO_NAME))}", _escaped(words.summary)]
    for place in range(len(words.processes)):
        blocks += _part(words, place, audience)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _part(words: Words, place: int, audience: Audience) -> Iterator[str]:
    part, heading = words.processes[place], spoken(part_heading(words, place))
    anchor = _anchor(part.anchor)
    yield f"## {anchor}{_escaped(heading)}" if heading else anchor
    yield from (_written(note) for note in part.notes)
    for step in part.steps:
        yield f"### {_anchor(step.anchor)}{step.number}. {_escaped(step.name)}"
        yield from (_written(sentence) for sentence in within(words, step))
        yield f"{_escaped(step.what)}."
        for _, line in labelled(words, part, step, audience=audience):
            yield _written(line)
        yield from _rest(step)


def _rest(step: Told) -> Iterator[str]:
    yield from (_written(note) for note in step.notes)
    yield "\n".join(f"- {_written(way.sentence)}" for way in step.next)


def _written(sentence: Sentence) -> str:
    return "".join(_part_of(part) for part in sentence)


def _part_of(part: Part) -> str:
    text = _escaped(part.text)
    return text if part.anchor is None else f"[{text}](#{part.anchor})"


def _anchor(anchor: str) -> str:
    return f'<a id="{anchor}"></a>'


def _escaped(text: str) -> str:
    """Return a text of which nothing is read as Markdown or HTML, on one line.

    Spaces at its ends stay: a text can be a piece of a sentence.
    """
    line = re.sub(r"\s+", " ", text)
    return html.escape(_MARKS.sub(r"\\\g<0>", line), quote=False)
