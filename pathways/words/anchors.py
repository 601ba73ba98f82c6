"""Anchors: the ids of the drawing, made safe for pages and addresses."""

import re
from collections.abc import Iterable

_SAFE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
#: Nobody reads further, and some files have ids as long as books.
_LONGEST = 100


def anchors_of(names: Iterable[str]) -> dict[str, str]:
    """Return element id -> anchor, each of them once.

    An id of letters, digits, `_` and `-` is its own anchor (one that begins with a letter or `_`);
    in others, what is unsafe becomes its code.
    """
    ids = list(dict.fromkeys(names))
    taken = {name for name in ids if _is_safe(name)}
    counts: dict[str, int] = {}
    anchors: dict[str, str] = {}
    for name in ids:
        anchors[name] = name if _is_safe(name) else _free(_made_safe(name), taken, counts)
        taken.add(anchors[name])
    return anchors


def _is_safe(name: str) -> bool:
    return len(name) <= _LONGEST and bool(_SAFE.fullmatch(name))


def _made_safe(name: str) -> str:
    coded = _UNSAFE.sub(lambda found: f"-{ord(found.group()):x}-", name[:_LONGEST])
    safe = coded if _SAFE.match(coded) else f"step-{coded.strip('-')}"
    return safe[:_LONGEST]


def _free(wanted: str, taken: set[str], counts: dict[str, int]) -> str:
    """Many ids can become the same, so each goes on counting where the last one stopped."""
    found = wanted
    while found in taken:
        counts[wanted] = counts.get(wanted, 1) + 1
        found = f"{wanted}-{counts[wanted]}"
    return found
