"""Jargon and what to say instead: data, read once."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """Letters that stand for words."""

    #: What to write instead, or with it.
    means: str
    #: Phrases that explain it, in small letters.
    explained_by: tuple[str, ...] = ()


def jargon_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word of jargon in a text, once, with what to say instead."""
    seen: set[str] = set()
    for found in _pattern().finditer(_without_meant(text.lower())):
        word = " ".join(found.group().split())
        if word not in seen:
            seen.add(word)
            yield word, _swaps()[word]


def abbreviations() -> tuple[frozenset[str], Mapping[str, Abbreviation]]:
    """Return the abbreviations that everybody knows, and those that need words, by letters."""
    table = _table()["abbreviations"]
    unclear = {
        letters: Abbreviation(means=each["means"], explained_by=tuple(each.get("explained_by", ())))
        for letters, each in table["unclear"].items()
    }
    return frozenset(table["known"]), unclear


def _without_meant(text: str) -> str:
    """Return a text without phrases that only look like jargon."""
    meant = _meant()
    return meant.sub(" ", text) if meant.pattern else text


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_swaps(), key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


@cache
def _meant() -> re.Pattern[str]:
    phrases = [each.lower() for swap in _table()["swap"] for each in swap.get("unless", ())]
    return re.compile("|".join(re.escape(phrase) for phrase in phrases))


@cache
def _swaps() -> Mapping[str, str]:
    return {
        word.lower(): swap["instead"]
        for swap in _table()["swap"]
        for word in swap["says"]
        if not word.isupper()  # letters that stand for words are a rule of their own
    }


@cache
def _table() -> dict[str, Any]:
    source = files("pathways.checks").joinpath("jargon.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
