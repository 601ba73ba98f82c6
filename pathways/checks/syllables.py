"""How many syllables an English word has, near enough to say how hard it is to read.

A dictionary would be exact for the words in it and of no use for the others; endings and groups of
vowels do for all of them (ADR 0013 has the figures).
"""

import re
from functools import lru_cache

_CACHED = 8_192
#: Letters. No English word is longer.
_LONGEST = 50
_VOWELS = re.compile(r"[aeiouy]+")
#: An e that is written and not spoken: home, homes, hoped, homely, something.
_SILENT = re.compile(
    r"(?<=[^aeiouy])e(?=$|(?:ly|ments?|ful|less|ness|thing|times?|where|body|one|how|what)$)"
    r"|(?<=[aeiou])ye$|e(?=d$)(?<=[^aeioutd]e)|e(?=s$)(?<=[^aeiouyszxcg]e)"
)
#: Endings that are spoken after all: table, little, wishes.
_SPOKEN = re.compile(r"[^aeiouylrw]les?$|[cs]hes$")
#: Vowels side by side that are spoken one by one: di-al, medi-ate, do-ing, did-n't.
_APART = re.compile(
    r"(?<![cgstx])i(?:a|o(?!u))|(?<=[cst])ia(?=t)|(?<=[aiouy])ing|eo(?!p|u|n$)|(?<![gq])ua(?!r)"
    r"|ism$|(?<=[ds])n't$"
)


def syllables(word: str) -> int:
    """Return how many syllables a word has, 1 or more.

    Args:
        word: One word, in any case; what is no letter counts nothing. Of a word that nobody could
            read, only the beginning is counted.
    """
    return _count(word[:_LONGEST])


@lru_cache(maxsize=_CACHED)
def _count(word: str) -> int:
    said = word.lower().replace("’", "'").removesuffix("'s").rstrip("'").replace("every", "evry")
    count = len(_VOWELS.findall(said)) - len(_SILENT.findall(said)) + len(_APART.findall(said))
    return max(1, count + bool(_SPOKEN.search(said)))
