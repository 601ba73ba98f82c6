"""Random cases on random drawings that are edited under them: each goes on where it stood."""

import pytest

from tests.workflow.interpreter.blocks import Block, Sequence, Step, World
from tests.workflow.interpreter.drawings import xml
from tests.workflow.interpreter.drive import Case, dice
from tests.workflow.interpreter.edits import Editor, moved
from tests.workflow.interpreter.random_blocks import random_answers, random_block
from tests.workflow.interpreter.test_structured import drawn
from tests.workflow.interpreter.watchful import WatchfulRules

MOST_STEPS = 40


@pytest.mark.parametrize("chunk", range(6))
def test_a_case_goes_on_where_it_stood_whatever_was_edited_around_it(chunk: int) -> None:
    for seed in range(chunk * 8, chunk * 8 + 8):
        walk(seed)


def walk(seed: int) -> None:
    random = dice(seed)
    parts: list[Block] = [Step("first"), random_block(random, 4, "b"), random_block(random, 3, "c")]
    whole, world = Sequence("all", parts), World()
    rules = WatchfulRules(world, list(whole.steps()))
    case = Case(xml(drawn(whole)), rules=rules)
    over = whole.begin()
    case.start()
    editor = Editor(random, whole, world)

    for _ in range(MOST_STEPS):
        if over:
            break
        tokens = {task.token for task in case.last.open}
        editor.renamed = {}
        for _ in range(random.randint(0, 3)):
            editor.edit()
        assert moved(case, xml(drawn(whole)), editor.renamed) == ()
        rules.steps, rules.last = list(whole.steps()), ("", ())

        assert {task.token for task in case.last.open} == tokens
        assert sorted((task.step, task.place) for task in case.last.open) == sorted(whole.open())
        task = random.choice(sorted(whole.open()))
        answers = random_answers(random)
        rules.last, world.answers[task] = task, answers
        case.complete(task[0], answers, place=task[1])
        over = whole.complete(task, answers, world)
        assert sorted((task.step, task.place) for task in case.last.open) == sorted(whole.open())
        assert case.last.done == over
