"""Patterns of XPath, read by RE2: a pattern that would try for ever elsewhere takes linear time.

RE2 has no back-references and no look-around. The first is XPath's, and is refused in words; the
second is not (ADR 0019).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import re2

from pathways.feel.budget import Meter
from pathways.feel.errors import Refused

#: Patterns that are kept, of 1 MiB each at most.
_CACHED = 64
_LONGEST = 500
_MEMORY = 1 << 20
#: Instructions times characters that cost one step.
_WORK_PER_STEP = 5_000
_FLAGS = frozenset("smixq")
_TOO_LARGE = ("pattern too large", "invalid repetition size")
#: What XPath's classes mean in RE2, whose own know ASCII only; each stands within brackets.
_CLASSES = {
    "d": r"\p{Nd}",
    "s": r" \t\n\r",
    "w": r"\p{L}\p{M}\p{N}\p{S}",
    "i": r"\p{L}_:",
    "c": r"\p{L}\p{M}\p{N}_:.\-",
}
_OUTSIDE = {"D": r"\P{Nd}", "W": r"\p{P}\p{Z}\p{C}", "S": r"^ \t\n\r"}
_PIECE = re.compile(r"\\.|\[|\]|\s|[^\\\[\]\s]+", re.DOTALL)
_REFERENCE = re.compile(r"\\([\\$])|\$([0-9]+)|([\\$])", re.DOTALL)


def pattern(text: str, flags: str) -> "re2._Regexp | None":
    """Return a pattern that is ready to be looked for; None where it is none.

    Raises:
        Refused: If it is too long, or needs what is not read here.
    """
    if not _FLAGS.issuperset(flags):
        return None
    if len(text) > _LONGEST:
        raise Refused(f"A pattern may have {_LONGEST} characters, not more.")
    return _compiled(text, flags)


@lru_cache(maxsize=_CACHED)
def _compiled(text: str, flags: str) -> "re2._Regexp | None":
    options = re2.Options()
    options.max_mem, options.log_errors = _MEMORY, False
    options.literal = "q" in flags
    options.case_sensitive = "i" not in flags
    options.dot_nl = "s" in flags
    prefix = "(?m)" if "m" in flags and not options.literal else ""
    said = text if options.literal else prefix + _translated(text, spaced="x" in flags)
    try:
        return re2.compile(said, options)
    except UnicodeEncodeError:
        return None
    except re2.error as error:
        if any(words in str(error) for words in _TOO_LARGE):
            raise Refused("This pattern repeats too much; write smaller numbers in {}.") from None
        return None
    finally:
        # RE2's wrapper keeps patterns too, and would hold twice as many.
        re2.purge()


def _translated(text: str, *, spaced: bool) -> str:
    return "".join(_pieces(text, spaced=spaced))


def _pieces(text: str, *, spaced: bool) -> Iterator[str]:
    depth, before = 0, ""
    for piece in _PIECE.findall(text):
        if piece == "[":
            if depth and before.endswith("-"):
                raise Refused("A pattern cannot take one class from another here ([a-z-[aeiou]]).")
            depth += 1
        elif piece == "]":
            depth -= 1
        if not (spaced and not depth and piece.isspace()):
            yield _piece(piece, inside=depth > 0)
        before = piece


def _piece(piece: str, *, inside: bool) -> str:
    if not piece.startswith("\\"):
        return piece
    if "1" <= piece[1] <= "9":
        raise Refused("A pattern cannot refer back to one of its groups here (\\1).")
    if (meaning := _CLASSES.get(piece[1])) is not None:
        return meaning if inside else f"[{meaning}]"
    if (meaning := _OUTSIDE.get(piece[1])) is not None and not inside:
        return f"[{meaning}]"
    return piece


def found(meter: Meter, by: "re2._Regexp", text: str) -> "Iterator[re2._Match]":
    """Yield each match in turn, paying for the text that each was looked for in.

    Raises:
        Refused: If the budget does not hold.
    """
    meter.text(len(text))
    cost = by.programsize
    meter.charge(len(text) * cost // _WORK_PER_STEP)
    for match in by.finditer(text):
        meter.charge(1 + (len(text) - match.end()) * cost // _WORK_PER_STEP)
        yield match


def filled(replacement: str, match: "re2._Match") -> str | None:
    r"""Return what takes the place of a match; None where the replacement says none.

    `$1` means the first group, `\$` and `\\` the signs themselves (XPath functions, 5.6.4).
    """
    wrong = False

    def part(reference: re.Match[str]) -> str:
        nonlocal wrong
        if reference[1]:
            return reference[1]
        if reference[2]:
            return _group(match, reference[2])
        wrong = True
        return ""

    said = _REFERENCE.sub(part, replacement)
    return None if wrong else said


def _group(match: "re2._Match", digits: str) -> str:
    """Return a group by as many digits as there are groups; the other digits are plain text."""
    most = match.re.groups
    count = len(digits)
    while count > 1 and int(digits[:count]) > most:
        count -= 1
    number = int(digits[:count])
    group = match.group(number) if number <= most else None
    return (group or "") + digits[count:]
