"""Where the stock library is right, ours does the same.

Random walks, ours saved and restored between every two steps, stock left in memory.
"""

from collections.abc import Callable
from random import Random

import pytest

from tests.workflow.interpreter.catalogue import DRAWINGS, Says, feel, python
from tests.workflow.interpreter.drive import Case, dice
from tests.workflow.interpreter.stock import StockCase
from workflow.interpreter import read_specification

WALKS = 25
MOST_STEPS = 40


@pytest.mark.parametrize("draw", DRAWINGS, ids=lambda draw: draw.__name__)
def test_ours_stops_where_the_stock_library_stops(draw: Callable[[Says], bytes]) -> None:
    specification = read_specification(draw(feel), "p")
    for seed in range(WALKS):
        random = dice(seed)
        walk(random, Case(specification).start(), StockCase(draw(python)))


def walk(random: Random, ours: Case, stock: StockCase) -> None:
    heard: set[str] = set()  # stock listens only once where a step goes on
    for _ in range(MOST_STEPS):
        assert ours.open == stock.open
        assert ours.last.done == stock.done
        names = {wait.name: wait.step for wait in ours.last.awaited if wait.name not in heard}
        moves = [*ours.open, *names]
        if not moves:
            break
        move = random.choice(moves)
        if move in names:
            heard |= {move} if names[move] == "edge" else set()
            ours.occur(names[move], {})
            stock.occur(move)
        else:
            answers = {"ways": [way for way in ("1", "2") if random.random() < 0.5]}
            complete_the_same(ours, stock, move, answers)


def complete_the_same(ours: Case, stock: StockCase, step: str, answers: dict) -> None:
    ours.complete(step, answers)
    stock.complete(step, answers)
