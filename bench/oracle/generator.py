"""Makes expressions at random, most of them of fitting types."""

import re
from collections.abc import Iterator
from random import Random

from bench.oracle.productions import LARGER, LEAVES

_HOLE = re.compile(r"\{\{|\}\}|\{([a-z]+)\}")
_DEPTH = 3
#: How often null stands where something else is asked for, and where it may.
_NULL = 0.04
_NULLED = frozenset({"number", "string", "boolean", "date", "local", "days", "months", "context"})
#: How often a leaf is taken before the depth is used up.
_EARLY = 0.25
#: Types that an expression is made of as a whole.
_WHOLE = tuple(kind for kind, larger in LARGER.items() if larger)


def expressions(seed: int) -> Iterator[str]:
    """Yield expressions without end, each once; those of one seed are always the same."""
    random = Random(seed)  # noqa: S311 - nothing secret; the same again each time
    seen = set[str]()
    while True:
        # Every production is taken in turn, so that each feature is met as often as any other.
        for kind in _WHOLE:
            for production in LARGER[kind]:
                text = _filled(random, production, _DEPTH - 1)
                if text not in seen:
                    seen.add(text)
                    yield text


def _made(random: Random, kind: str, depth: int) -> str:
    if kind in _NULLED and random.random() < _NULL:
        kind = "null"
    if not LARGER[kind] or depth == 0 or random.random() < _EARLY:
        return random.choice(LEAVES[kind])
    return f"({_filled(random, random.choice(LARGER[kind]), depth - 1)})"


def _filled(random: Random, production: str, depth: int) -> str:
    return _HOLE.sub(
        lambda hole: _made(random, hole[1], depth) if hole[1] else hole[0][0], production
    )
