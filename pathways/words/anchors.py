"""Anchors: the ids of the drawing, made safe for pages and addresses."""

import re
from collections.abc import Iterable

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


def anchors_of(names: Iterable[str]) -> dict[str, str]:
    """Return element id -> anchor, each of them once.

    An id of letters, digits, `_` and `-` is its own anchor (one that begins with a letter or `_`);
    in others, what is unsafe becomes its code.
    """
    ids = list(dict.fromkeys(names))
    taken = {name for name in ids if _is_safe(name)}
    anchors: dict[str, str] = {}
    for name in ids:
        anchors[name] = name if _is_safe(name) else _free(_made_safe(name), taken)
        taken.add(anchors[name])
    return anchors


def _is_safe(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", name))


def _made_safe(name: str) -> str:
    coded = _UNSAFE.sub(lambda found: f"-{ord(found.group()):x}-", name)
    return coded if coded[:1].isalpha() or coded[:1] == "_" else f"step-{coded.strip('-')}"


def _free(wanted: str, taken: set[str]) -> str:
    found, count = wanted, 1
    while found in taken:
        count += 1
        found = f"{wanted}-{count}"
    return found
