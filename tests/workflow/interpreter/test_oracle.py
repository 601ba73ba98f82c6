"""Where the stock library is right, ours does the same.

Random walks, ours saved and restored between every two steps, stock left in memory. Ten thousand
steps in all. Where stock is wrong, `test_where_stock_is_wrong` holds what is right.
"""

from collections.abc import Callable
from itertools import count
from random import Random

import pytest

from tests.workflow.interpreter import catalogue, eventful
from tests.workflow.interpreter.catalogue import Says, feel, python
from tests.workflow.interpreter.drive import Case, dice
from tests.workflow.interpreter.stock import StockCase
from workflow.interpreter import Awaited, Awaits, read_specification

DRAWINGS = [*catalogue.DRAWINGS, *eventful.DRAWINGS]
#: Steps in all, at least; each drawing has its share.
STEPS = 10_000
MOST_STEPS = 40
#: Waits on the edge of a step that goes on: stock listens there only once.
BESIDE = "edge"


def test_there_are_at_least_thirty_drawings() -> None:
    assert len(DRAWINGS) >= 30


@pytest.mark.parametrize("draw", DRAWINGS, ids=lambda draw: draw.__name__)
def test_ours_stops_where_the_stock_library_stops(draw: Callable[[Says], bytes]) -> None:
    specification = read_specification(draw(feel), "p")
    steps = 0
    for seed in count():
        if steps * len(DRAWINGS) >= STEPS:
            break
        steps += walk(dice(seed), Case(specification).start(), StockCase(draw(python)))


def walk(random: Random, ours: Case, stock: StockCase) -> int:
    """Go on at random until nothing is left to do; return how many steps that took."""
    heard: set[str] = set()
    for taken in range(MOST_STEPS):
        assert ours.open == stock.open
        assert ours.last.done == stock.done
        waits = [wait for wait in ours.last.awaited if brought(wait) and wait.step not in heard]
        moves = [*ours.open, *waits]
        if not moves:
            return taken
        move = random.choice(moves)
        if isinstance(move, Awaited):
            heard |= {move.step} & {BESIDE}
            let_occur(ours, stock, move)
        else:
            answers = {"ways": [way for way in ("1", "2") if random.random() < 0.5]}
            ours.complete(move, answers)
            stock.complete(move, answers)
    return MOST_STEPS


def brought(wait: Awaited) -> bool:
    """Whether the walk brings it about; signals are given in the drawing."""
    return wait.kind in {Awaits.MESSAGE, Awaits.TIMER}


def let_occur(ours: Case, stock: StockCase, wait: Awaited) -> None:
    if wait.kind is Awaits.TIMER:
        ours.occur(wait.step)
        stock.fall_due(wait.step)
    else:
        ours.occur(wait.step, {})
        stock.hear(wait.name)
