"""Where the lines of a text break, as BPMN editors break them, without a browser to ask.

Editors guess how many letters fit from the width of the whole text, cut at the last space or hyphen
before that, and measure again; so lines can end earlier than they had to. The same guess gives the
same lines, and so the same picture.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from pathways.drawing.metrics import EM, KERNING, WIDTHS, letter_width

#: Nobody reads more of a text in a picture; the words say all of it.
MOST_LETTERS = 4_000
MOST_LINES = 60
_SOFT_HYPHEN = "\u00ad"
_BREAK = re.compile("[\\s\u00ad-]")
#: A letter that has a pair, before a second letter of any pair.
_PAIR = re.compile(
    f"[{re.escape(''.join(sorted({pair[0] for pair in KERNING})))}]"
    f"(?=[{re.escape(''.join(sorted({pair[1] for pair in KERNING})))}])"
)
_LINE_END = re.compile("\u00ad?\r?\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines."""

    texts: tuple[str, ...]
    #: Of the longest line, in pixels.
    width: float


def text_width(text: str, size: float) -> float:
    """Return the width in pixels of a text in Arial of this size."""
    return _reaches(text)[-1] * size / EM


@lru_cache(maxsize=2048)
def wrapped(text: str, width: float, size: float) -> Lines:
    """Return the lines of a text in a width, both in pixels; words that are too long are broken.

    Line breaks of the text stay. Of more than `MOST_LETTERS` letters or `MOST_LINES` lines the rest
    is left out.
    """
    if not text:
        return Lines((), 0.0)
    if len(text) > MOST_LETTERS:
        text = f"{text[:MOST_LETTERS]}…"
    lines: list[str] = []
    longest = 0.0
    for line, reach in islice(_lines(text, width * EM / size), MOST_LINES):
        lines.append(_shown(line))
        longest = max(longest, reach)
    return Lines(tuple(lines), longest * size / EM)


def _lines(text: str, most: float) -> Iterator[tuple[str, float]]:
    for paragraph in _LINE_END.split(text):
        yield from _Paragraph(paragraph, most).lines()


class _Paragraph:
    """A text without line breaks, and how wide a line may be in units of the font."""

    def __init__(self, text: str, most: float) -> None:
        self._text = text
        self._most = most
        self._reaches = _reaches(text)

    def lines(self) -> Iterator[tuple[str, float]]:
        """Yield each line and its width."""
        text, start, end = self._text, 0, len(self._text)
        while True:
            stop, width = self._fitting(start, end)
            yield text[start:stop], width
            if stop >= end:
                return
            end = start + len(text[start:end].rstrip()) if text[end - 1].isspace() else end
            start = stop
            while start < end and text[start].isspace():
                start += 1

    def _fitting(self, start: int, stop: int) -> tuple[int, float]:
        """Return where the line that starts here stops, and how wide it is."""
        while True:
            width = self._width(start, stop)
            if width <= self._most or stop - start < 2:  # noqa: PLR2004 - one letter always fits
                return stop, width
            stop = self._shortened(start, stop, width)

    def _width(self, start: int, stop: int) -> float:
        while stop > start and self._text[stop - 1].isspace():
            stop -= 1
        return self._reaches[stop] - self._reaches[start]

    def _shortened(self, start: int, stop: int, width: float) -> int:
        """Return an earlier stop: at the last space or hyphen before the guess, or in the word."""
        guess = max((stop - start) * self._most / width, 1.0)
        taken = self._whole_words(start, stop, guess)
        return start + (taken or max(math.floor(guess - 0.5), 1))

    def _whole_words(self, start: int, stop: int, most: float) -> int:
        """Return how many letters of whole words, with what parts them, are fewer than `most`."""
        taken, at = 0, start
        for found in _BREAK.finditer(self._text, start, min(stop, start + math.ceil(most) + 1)):
            word = found.start() - at
            if not word or word + taken >= most:
                return taken
            taken += word
            if taken + 1 >= most:
                return taken if found.group().isspace() else taken - word
            taken, at = taken + 1, found.end()
        rest = stop - at
        return taken + rest if taken + rest < most else taken


def _reaches(text: str) -> list[float]:
    """Return how far each letter of a text reaches; the first is where it starts: 0."""
    try:
        widths = list(map(WIDTHS.__getitem__, text))
    except KeyError:
        widths = [WIDTHS.get(letter) or letter_width(letter) for letter in text]
    for found in _PAIR.finditer(text):
        second = found.end()
        widths[second] += KERNING.get(text[second - 1 : second + 1], 0)
    return list(accumulate(widths, initial=0))


def _shown(line: str) -> str:
    if _SOFT_HYPHEN in line:
        hyphen = "-" if line.endswith(_SOFT_HYPHEN) else ""
        line = line.replace(_SOFT_HYPHEN, "") + hyphen
    return " ".join(line.split())
