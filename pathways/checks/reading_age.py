"""The age at which people read a text with understanding: SMOG, as it is counted in Britain."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pathways.checks.syllables import syllables

#: Fewer sentences say too little: one long word more or less would be a year.
FEWEST_SENTENCES = 10
#: From so many syllables on, a word counts as long.
LONG = 3
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])[”’\")]*\s+|\n+")
#: Shorter pieces, such as “Yes”, are no sentences.
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was counted in a text."""

    sentences: int
    words: int
    #: Words of three syllables or more.
    long_words: int

    @property
    def enough(self) -> bool:
        """Whether there is enough text for the age to mean something."""
        return self.sentences >= FEWEST_SENTENCES

    @property
    def age(self) -> float:
        """Years of age, to one decimal: 8 plus the root of the long words in 30 sentences.

        Source: G. H. McLaughlin, "SMOG grading: a new readability formula", Journal of Reading 12
        (1969), with 8 instead of 3 for an age instead of an American grade, as NIACE's
        "Readability" (2009) does.
        """
        return round(8 + math.sqrt(self.long_words * 30 / max(1, self.sentences)), 1)


def count_reading(texts: Iterable[str]) -> Reading:
    """Return what there is to count in texts; pieces of one or two words are left out."""
    sentences = words = long_words = 0
    for said in texts:
        for sentence in sentences_of(said):
            found = words_of(sentence)
            if len(found) >= _FEWEST_WORDS:
                sentences += 1
                words += len(found)
                long_words += sum(syllables(word) >= LONG for word in found)
    return Reading(sentences=sentences, words=words, long_words=long_words)


def together(readings: Iterable[Reading]) -> Reading:
    """Return several readings as one."""
    each = list(readings)
    return Reading(
        sentences=sum(one.sentences for one in each),
        words=sum(one.words for one in each),
        long_words=sum(one.long_words for one in each),
    )


def sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text; a new line begins a new one."""
    return (sentence for sentence in _END.split(text) if sentence.strip())


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence, numbers among them."""
    return _WORD.findall(sentence)
