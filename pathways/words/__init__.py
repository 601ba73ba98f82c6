"""The words of a pathway: the ordered list of steps that says the same as the picture."""

from pathways.words.catalogue import ENGLISH, Catalogue
from pathways.words.html_fragment import html_fragment
from pathways.words.labelled import part_heading, within
from pathways.words.markdown import markdown
from pathways.words.tell import drawing_words, words
from pathways.words.text import plain_text
from pathways.words.translations import LanguageUnknown, catalogue, languages
from pathways.words.values import Part, Sentence, Told, ToldProcess, Way, Words, spoken
from pathways.words.values_as_json import as_json

__all__ = [
    "ENGLISH",
    "Catalogue",
    "LanguageUnknown",
    "Part",
    "Sentence",
    "Told",
    "ToldProcess",
    "Way",
    "Words",
    "as_json",
    "catalogue",
    "drawing_words",
    "html_fragment",
    "languages",
    "markdown",
    "part_heading",
    "plain_text",
    "spoken",
    "within",
    "words",
]
