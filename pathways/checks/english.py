"""What the checks know of English: which words say what is done, and which that it is done."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HIDING = re.compile(r"(?:tion|sion|ment|ance|ence|ing)s?$")
#: Of a name, so many words are looked at.
_MOST_WORDS = 60
_ING = "ing"


def words_in(name: str) -> list[str]:
    """Return the words of a name in small letters, without numbers and marks."""
    found = _WORD.finditer(name.lower())
    return [match.group() for match, _ in zip(found, range(_MOST_WORDS), strict=False)]


def may_be_verb(word: str) -> bool:
    """Whether a word can say what somebody does: “decide”, “request”."""
    return word in _known("verbs") or word in _known("verbs_and_nouns")


def is_verb(word: str) -> bool:
    """Whether a word says what somebody does and can mean nothing else: “decide”."""
    return word in _known("verbs")


def is_done(word: str) -> bool:
    """Whether a word says that something has happened, or is so: “received”, “sent”, “overdue”."""
    return (len(word) > len("red") and word.endswith("ed")) or word in _known("done")


def hides_a_verb(word: str) -> bool:
    """Whether a word is a noun for what somebody does: “decision”, “processing”, “approval”."""
    return not may_be_verb(word) and (word in _known("hidden") or _HIDING.search(word) is not None)


def verb_of(word: str) -> str:
    """Return the verb of a word in -ing, e.g. `"process"` of “processing”; empty if unknown."""
    stem = word.removesuffix(_ING)
    if stem == word or not stem:
        return ""
    for verb in (stem, f"{stem}e", stem[:-1]):
        if may_be_verb(verb):
            return verb
    return ""


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(_lists()[kind])


@cache
def _lists() -> dict[str, list[str]]:
    source = files("pathways.checks").joinpath("english.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
