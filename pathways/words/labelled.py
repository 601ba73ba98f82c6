"""Lines and headings that every way of writing words has in common."""

from collections.abc import Iterator, Mapping

from pathways.model.wording import Audience
from pathways.words.messages import headings
from pathways.words.messages.message import Message
from pathways.words.translations import catalogue
from pathways.words.values import Part, Sentence, Told, ToldProcess, Words

_LABELS: Mapping[str, Message] = {
    "who": headings.WHO,
    "how_long_source": headings.SOURCE,
    "family": headings.FAMILY,
    "easy_read": headings.EASY_READ,
    "staff": headings.STAFF,
    "help": headings.HELP,
}
_FOR: Mapping[Audience, tuple[str, ...]] = {
    Audience.FAMILY: ("family", "help"),
    Audience.EASY_READ: ("easy_read", "help"),
    Audience.STAFF: ("staff", "help"),
}


def labelled(
    words: Words, part: ToldProcess, step: Told, *, audience: Audience
) -> Iterator[tuple[str, Sentence]]:
    """Yield what has a label in front, by its name in `Told`: who does it, what somebody reads.

    Who it is is left out where it is the side that the whole part is about. Where there is nothing
    in easy read, there is what families read.

    Raises:
        KeyError: If nobody reads words for this audience: names and help are for everybody.
    """
    for name in ("who", "how_long_source", *_FOR[audience]):
        shown = "family" if name == "easy_read" and not step.easy_read else name
        text = getattr(step, shown)
        if text and not (name == "who" and text == part.name):
            own = Part(text, language=step.languages.get(shown, ""))
            yield shown, catalogue(words.language).sentence(_LABELS[shown], text=own)


def within(words: Words, step: Told) -> tuple[Sentence, ...]:
    """Return the sentence that says inside of which step it is; nothing where it is in none."""
    if not step.inside:
        return ()
    outer, say = words.step(step.inside), catalogue(words.language)
    return (say.sentence(headings.WITHIN, at=say.reference(outer.number, outer.anchor)),)


def part_heading(words: Words, place: int) -> Sentence:
    """Return the heading of a part, by its place from 0; empty where there is only one."""
    part, say, count = words.processes[place], catalogue(words.language), len(words.processes)
    if count == 1:
        return ()
    numbers = {"number": str(place + 1), "count": str(count)}
    if not part.name:
        return say.sentence(headings.PART, **numbers)
    return say.sentence(
        headings.PART_NAMED, name=Part(part.name, language=part.language), **numbers
    )
