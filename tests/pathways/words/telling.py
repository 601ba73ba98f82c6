"""Short ways to tell a drawing in a test and to read what is said."""

from pathways.bpmn import read_drawing
from pathways.words import Told, ToldProcess, Words, catalogue, drawing_words, spoken
from tests.pathways.sketches import MODEL

_SPACES = f'xmlns="{MODEL}" xmlns:fingerpost="urn:fingerpost:pathway"'


def tell(xml: bytes, language: str = "en") -> Words:
    """Return a drawing in words."""
    return drawing_words(read_drawing(xml), say=catalogue(language))


def file(inside: str, *, more: str = "") -> bytes:
    """Return a BPMN file with any elements, without a diagram part."""
    return f'<definitions {_SPACES} id="file" {more}>{inside}</definitions>'.encode()


def sides(*pools: str, messages: str = "", processes: str = "") -> bytes:
    """Return a BPMN file with these pools (XML), messages between them, and processes."""
    drawn = f'<collaboration id="c">{"".join(pools)}{messages}</collaboration>'
    return file(drawn + processes)


def ways_of(step: Told) -> list[str]:
    return [spoken(way.sentence) for way in step.next]


def notes_of(step: Told | ToldProcess) -> list[str]:
    return [spoken(note) for note in step.notes]
