"""How wide the letters of the picture's font are, so that no browser has to be asked.

Chromium measures the same: it adds widths up without rounding, and moves letters of a word nearer
to each other where the font says so.
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

#: The unit of all widths: so many are as much as the font size.
EM = 2048
_UNKNOWN = 1229
_FULL = EM


def _widths(found: Mapping[str, str]) -> dict[str, int]:
    return {letter: int(width) for width, letters in found.items() for letter in letters}


def _pairs(found: Mapping[str, Mapping[str, str]]) -> dict[str, int]:
    return {
        first + second: int(by)
        for by, pairs in found.items()
        for first, seconds in pairs.items()
        for second in seconds
    }


_LETTERS: Mapping[str, Any] = tomllib.loads(
    files("pathways.drawing").joinpath("letters.toml").read_text("utf-8")
)
#: Letter -> its width.
WIDTHS = _widths(_LETTERS["widths"])
#: Two letters beside each other -> what is added to their widths.
KERNING = _pairs(_LETTERS["pairs"])


def letter_width(letter: str) -> int:
    """Return the width of any letter; one that the font does not have is as wide as most are."""
    known = WIDTHS.get(letter)
    if known is not None:
        return known
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter:
        return letter_width(base)
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cc", "Cf"}:
        return 0
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN
