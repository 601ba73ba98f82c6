"""Random structured drawings: tokens stop where a walk over the blocks stops, and read the same."""

from collections import Counter

import pytest

from tests.workflow.interpreter.blocks import Block, Sequence, Step, World
from tests.workflow.interpreter.drawings import Process, xml
from tests.workflow.interpreter.drive import Case, dice
from tests.workflow.interpreter.random_blocks import random_answers, random_block
from tests.workflow.interpreter.watchful import WatchfulRules

MOST_STEPS = 60


def drawn(block: Block) -> Process:
    process = Process("p")
    process.start()
    process.end()
    first, last = block.draw(process)
    process.flow("begin", first)
    process.flow(last, "finish")
    return process


def check_flows(process: Process, case: Case) -> None:
    """What reaches a step leaves it, once for each time it was done."""
    travelled = Counter(flow for moved in case.trail for flow in moved.travelled)
    arrived: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for flow, source, target in process.flows:
        left[source] += travelled[flow]
        arrived[target] += travelled[flow]
    for step in arrived.keys() & left.keys():
        if not step.endswith(("_split", "_join")):
            assert arrived[step] == left[step], step
    for step, rows in case.rows.items():
        assert arrived[step] == len(rows), step
    assert case.ended[-1] == "finish"


@pytest.mark.parametrize("chunk", range(20))
def test_tokens_go_where_the_blocks_say(chunk: int) -> None:
    for seed in range(chunk * 25, chunk * 25 + 25):
        walk(seed)


def walk(seed: int) -> None:
    random = dice(seed)
    parts = [Step("first"), random_block(random, 4, "b"), random_block(random, 3, "c")]
    block = Sequence("all", parts)
    world = World()
    process = drawn(block)
    rules = WatchfulRules(world, list(block.steps()))
    case = Case(xml(process), rules=rules)

    over = block.begin()
    case.start()

    for _ in range(MOST_STEPS):
        assert sorted((task.step, task.place) for task in case.last.open) == sorted(block.open())
        assert case.last.done == over
        if over:
            check_flows(process, case)
            break
        task = random.choice(sorted(block.open()))
        answers = random_answers(random)
        rules.last, world.answers[task] = task, answers
        case.complete(task[0], answers, place=task[1])
        over = block.complete(task, answers, world)
