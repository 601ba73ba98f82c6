"""Functions over texts."""

from decimal import Decimal

from pathways.feel import patterns
from pathways.feel.budget import TEXT as TEXT_AT_MOST
from pathways.feel.decimals import whole
from pathways.feel.frame import Frame
from pathways.feel.functions.registry import LIST, NUMBER, TEXT, form, function
from pathways.feel.values import Value


def substring(frame: Frame, text: str, start: Decimal, length: Decimal | None = None) -> Value:
    """Return a part of a text; `start` counts from 1, or from the end with -1."""
    at, count = whole(start), None if length is None else int(length)
    if at is None or at == 0 or abs(at) > len(text) or (count is not None and count < 0):
        return None
    first = at - 1 if at > 0 else len(text) + at
    frame.text(len(text))
    return text[first:] if count is None else text[first : first + count]


def string_length(_: Frame, text: str) -> Value:
    """Return how many characters there are."""
    return Decimal(len(text))


def upper_case(frame: Frame, text: str) -> Value:
    """Return the text in capitals."""
    frame.text(len(text))
    return text.upper()


def lower_case(frame: Frame, text: str) -> Value:
    """Return the text in small letters."""
    frame.text(len(text))
    return text.lower()


def substring_before(frame: Frame, text: str, match: str) -> Value:
    """Return what stands before the first match; nothing where there is none."""
    frame.text(len(text))
    return text.partition(match)[0] if match and match in text else ""


def substring_after(frame: Frame, text: str, match: str) -> Value:
    """Return what stands after the first match; nothing where there is none."""
    frame.text(len(text))
    return text.partition(match)[2] if match else text


def contains(frame: Frame, text: str, match: str) -> Value:
    """Tell whether the match stands in the text."""
    frame.text(len(text))
    return match in text


def starts_with(_: Frame, text: str, match: str) -> Value:
    """Tell whether the text begins so."""
    return text.startswith(match)


def ends_with(_: Frame, text: str, match: str) -> Value:
    """Tell whether the text ends so."""
    return text.endswith(match)


def matches(frame: Frame, text: str, pattern: str, flags: str | None = None) -> Value:
    """Tell whether a pattern is found in the text; null where it is no pattern."""
    by = patterns.pattern(pattern, flags or "")
    return None if by is None else any(True for _ in patterns.found(frame, by, _whole(text)))


def split(frame: Frame, text: str, delimiter: str) -> Value:
    """Return the pieces between what a pattern finds; null where it finds nothing at all."""
    by = patterns.pattern(delimiter, "")
    if by is None or by.search("") is not None:
        return None
    pieces, end, text = [], 0, _whole(text)
    for match in patterns.found(frame, by, text):
        pieces.append(text[end : match.start()])
        end = match.end()
    return (*pieces, text[end:])


def replace(
    frame: Frame, text: str, pattern: str, replacement: str, flags: str | None = None
) -> Value:
    """Return the text with what a pattern finds replaced; `$1` means its first group."""
    by = patterns.pattern(pattern, flags or "")
    if by is None or by.search("") is not None:
        return None
    pieces, end, text = [], 0, _whole(text)
    length = len(text)
    for match in patterns.found(frame, by, text):
        said = replacement if "q" in (flags or "") else patterns.filled(replacement, match)
        if said is None:
            return None
        length += len(said)
        if length > TEXT_AT_MOST:
            frame.text(length)
        pieces += [text[end : match.start()], said]
        end = match.end()
    frame.text(length)
    return "".join([*pieces, text[end:]])


def _whole(text: str) -> str:
    """Return a text without halves of characters, which no pattern can be looked for in."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def string_join(frame: Frame, items: tuple[Value, ...], delimiter: str | None = None) -> Value:
    """Return the texts of a list as one, without its nulls; null where an item is no text."""
    frame.charge(len(items))
    texts = [item for item in items if isinstance(item, str)]
    if len(texts) + sum(item is None for item in items) != len(items):
        return None
    frame.text(sum(map(len, texts)) + len(delimiter or "") * len(texts))
    return (delimiter or "").join(texts)


_TWO = {"string": TEXT, "match": TEXT}
_FLAGS = {"flags": TEXT.or_null}

FUNCTIONS = (
    function(
        "substring",
        form(substring, {"string": TEXT, "start position": NUMBER}, {"length": NUMBER}),
    ),
    function("string length", form(string_length, {"string": TEXT})),
    function("upper case", form(upper_case, {"string": TEXT})),
    function("lower case", form(lower_case, {"string": TEXT})),
    function("substring before", form(substring_before, _TWO)),
    function("substring after", form(substring_after, _TWO)),
    function("contains", form(contains, _TWO)),
    function("starts with", form(starts_with, _TWO)),
    function("ends with", form(ends_with, _TWO)),
    function("matches", form(matches, {"input": TEXT, "pattern": TEXT}, _FLAGS)),
    function("split", form(split, {"string": TEXT, "delimiter": TEXT})),
    function(
        "replace",
        form(replace, {"input": TEXT, "pattern": TEXT, "replacement": TEXT}, _FLAGS),
    ),
    function("string join", form(string_join, {"list": LIST}, {"delimiter": TEXT.or_null})),
)
