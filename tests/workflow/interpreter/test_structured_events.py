"""Random structured drawings with events: tokens stop and wait where the blocks say."""

from random import Random

import pytest

from tests.workflow.interpreter.blocks import Open, Sequence, Step, World
from tests.workflow.interpreter.drawings import Process, messages, shared, xml
from tests.workflow.interpreter.drive import Case, dice
from tests.workflow.interpreter.eventful_blocks import Scope, eventful_block
from tests.workflow.interpreter.random_blocks import random_answers
from tests.workflow.interpreter.watchful import WatchfulRules

MOST_STEPS = 80
RARELY = 0.9
MORE = messages("m") + shared("error", "E1")


@pytest.mark.parametrize("chunk", range(20))
def test_tokens_go_and_wait_where_the_blocks_say(chunk: int) -> None:
    for seed in range(chunk * 25, chunk * 25 + 25):
        walk(seed)


def walk(seed: int) -> None:
    random = dice(seed)
    block = random_scope(random)
    world, steps = World(), list(block.steps())
    rules = WatchfulRules(world, steps)
    over = block.begin()
    case = Case(drawn(block), rules=rules).start()

    for _ in range(MOST_STEPS):
        compare(case, block, over=over)
        if over:
            break
        move, answers = chosen(random, block), random_answers(random)
        if move in block.open():
            rules.last = move
            if move[0] in steps:
                world.answers[move] = answers
            case.complete(move[0], answers, place=move[1])
        else:
            rules.last = ("", ())
            case.occur(move[0], place=move[1])
        over = block.complete(move, answers, world)


def random_scope(random: Random) -> Scope:
    parts = [Step("first"), eventful_block(random, 4, "b"), eventful_block(random, 3, "c")]
    return Scope("all", Sequence("alls", parts), random.choice([None, None, True, False]))


def drawn(block: Scope) -> bytes:
    process = Process("p")
    process.start()
    process.end()
    first, last = block.draw(process)
    process.flow("begin", first)
    process.flow(last, "finish")
    return xml(process, more=MORE)


def compare(case: Case, block: Scope, *, over: bool) -> None:
    """See that tokens are open and wait exactly where the blocks say."""
    awaited = [] if over else block.awaits()
    assert sorted((task.step, task.place) for task in case.last.open) == sorted(block.open())
    assert sorted((wait.step, wait.place) for wait in case.last.awaited) == sorted(awaited)
    assert case.last.done == over


def chosen(random: Random, block: Scope) -> Open:
    """Choose a move; what can be heard again and again is heard seldom."""
    moves = sorted(block.moves())
    others = [move for move in moves if not move[0].endswith("_heard")]
    return random.choice(others if others and random.random() < RARELY else moves)
