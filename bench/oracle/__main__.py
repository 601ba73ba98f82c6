"""`python -m bench.oracle [COUNT] [SEED]`: compare so many expressions with feelin's answers."""

import sys
from itertools import islice

from bench.oracle.comparing import HERE, differences
from bench.oracle.generator import expressions
from bench.packages import install

_COUNT = 20_000


def main(count: int = _COUNT, seed: int = 1) -> int:
    """Print what differs, and how many were compared; return 1 where something does."""
    install(HERE)
    found = differences(tuple(islice(expressions(seed), count)))
    for one in found:
        sys.stdout.write(f"{one.text}\n  ours:   {one.ours}\n  theirs: {one.theirs}\n")
    sys.stdout.write(f"{count:,} expressions compared with feelin, {len(found)} differ.\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
