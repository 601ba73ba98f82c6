r"""Which regular expressions may check an answer: those that cannot be made slow.

A pattern such as `^(a+)+$` takes for ever on some answers. So only a plain kind is read:
characters, classes, `.`, `\d \w \s`, alternatives, groups that are not repeated, and quantifiers
whose combinations are few: the number of ways in which a text of the longest allowed length can be
tried (the product over all quantifiers and alternatives) stays below a bound.
"""

import re
from itertools import pairwise

MOST_CHARACTERS = 200
MOST_WAYS = 100_000

_TOKEN = re.compile(
    r"""
      (?P<escape>\\[dwsDWS]|\\[^A-Za-z0-9])
    | (?P<class>\[\^?\]?(?:\\[dwsDWS]|\\[^A-Za-z0-9]|[^\]\\\[])*\])
    | (?P<open>\((?:\?:)?(?!\?))
    | (?P<close>\))
    | (?P<or>\|)
    | (?P<anchor>[\^$])
    | (?P<quantifier>[*+?]|\{[0-9]{1,5}(?:,[0-9]{0,5})?\})
    | (?P<plain>[^\\\[\](){}|*+?^$])
    """,
    re.VERBOSE | re.DOTALL,
)

#: Python reserves these inside a class; nobody needs them.
_SET_ARITHMETIC = re.compile(r"--|&&|~~|\|\|")


def why_not(pattern: str, *, longest: int) -> str | None:
    """Return why a pattern is not taken, as a sentence with what to do; None where it is.

    Args:
        pattern: The regular expression.
        longest: Characters in the longest answer it will meet.
    """
    if len(pattern) > MOST_CHARACTERS:
        return f"The pattern is longer than {MOST_CHARACTERS} characters. Write a shorter one."
    tokens = _tokens(pattern)
    if tokens is None or not _compiles(pattern):
        return (
            "The pattern uses more than plain regular expressions have. Use only characters, "
            r"classes such as [A-Z], \d \w \s, groups, | and * + ? {m,n}."
        )
    if _repeats_a_group(tokens):
        return (
            "The pattern repeats a group, which some answers could make very slow. "
            "Repeat single characters or classes only."
        )
    if _ways(tokens, longest) * (1 if pattern.startswith("^") else longest) > MOST_WAYS:
        return (
            "The pattern can be tried in too many ways, which some answers could make very slow. "
            "Start it with ^, use * and + at most once, or give the answer a smaller maxLength."
        )
    return None


def _tokens(pattern: str) -> list[tuple[str, str]] | None:
    tokens: list[tuple[str, str]] = []
    place = 0
    while place < len(pattern):
        found = _TOKEN.match(pattern, place)
        if found is None or _SET_ARITHMETIC.search(found[0]):
            return None
        kind = found.lastgroup or ""
        if kind == "quantifier" and (not tokens or tokens[-1][0] == "quantifier"):
            return None
        tokens.append((kind, found[0]))
        place = found.end()
    return tokens


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _repeats_a_group(tokens: list[tuple[str, str]]) -> bool:
    after = pairwise(tokens)
    return any(
        first[0] == "close" and second[0] == "quantifier" and second[1] != "?"
        for first, second in after
    )


def _ways(tokens: list[tuple[str, str]], longest: int) -> int:
    alternatives = sum(kind == "or" for kind, _ in tokens)
    ways = 1 << alternatives
    for kind, text in tokens:
        if kind == "quantifier":
            ways *= _choices(text, longest)
    return ways


def _choices(quantifier: str, longest: int) -> int:
    if quantifier == "?":
        return 2
    if quantifier in {"*", "+"}:
        return longest + 1
    least, comma, most = quantifier[1:-1].partition(",")
    if not comma:
        return 1
    return max(min(int(most or longest), longest) - int(least), 0) + 1
