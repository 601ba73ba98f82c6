"""The words of a pathway: the ordered list of steps that says the same as the picture."""

from pathways.words.catalogue import ENGLISH, Catalogue
from pathways.words.tell import drawing_words, words
from pathways.words.text import plain_text
from pathways.words.values import Part, Sentence, Told, Way, Words, spoken

__all__ = [
    "ENGLISH",
    "Catalogue",
    "Part",
    "Sentence",
    "Told",
    "Way",
    "Words",
    "drawing_words",
    "plain_text",
    "spoken",
    "words",
]
