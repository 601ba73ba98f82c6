"""Blocks at random."""

from collections.abc import Callable, Mapping
from random import Random

from tests.workflow.interpreter.blocks import (
    Answers,
    Block,
    Branches,
    Letter,
    Loop,
    Part,
    Sequence,
    Step,
)

KINDS = ["step", "step", "letter", "seq", "seq", "and", "or", "xor", "loop", "part"]


#: Makes a block of at most a depth, with a name.
Make = Callable[[Random, int, str], Block]


def random_block(
    random: Random, depth: int, name: str = "b", *, more: Mapping[str, Make] | None = None
) -> Block:
    """A block of at most this depth, perhaps of more kinds; names are unique inside it."""
    more = more or {}
    kind = random.choice([*KINDS, *more])
    if depth > 0 and kind in more:
        return more[kind](random, depth, name)
    if depth == 0 or kind == "step":
        return Step(name)
    if kind == "letter":
        return Letter(name)
    parts = [
        random_block(random, depth - 1, f"{name}{n}", more=more)
        for n in range(random.randint(2, 3))
    ]
    return _of_parts(random, kind, name, parts)


def _of_parts(random: Random, kind: str, name: str, parts: list[Block]) -> Block:
    if kind == "seq":
        return Sequence(name, parts)
    if kind == "part":
        return Part(name, parts[0], marker=random.choice(["", "each", "turn"]))
    if kind == "loop":
        # Where the body begins with a split, the way back needs a node of its own to come to.
        return Loop(name, parts[0], merge=not isinstance(parts[0], Step) or random.random() < 0.5)
    return Branches(name, kind, parts, empty=random.random() < 0.3)


def random_answers(random: Random) -> Answers:
    """Answers that any pick can be given."""
    ways = [way for way in ("1", "2", "e") if random.random() < 0.4]
    return {"ways": ways, "again": random.random() < 0.4, "word": str(random.random())}
