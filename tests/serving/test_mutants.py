"""The crowd sees through servers that are built wrongly."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from tests.serving.crowd import Crowd
from tests.workflow.house import SmallHouse
from workflow.engine import Engine
from workflow.model.actor import Actor
from workflow.model.case import Completed

_LATER = 0.05


def _answer_before_the_commit(patch: pytest.MonkeyPatch) -> None:
    """Have completing a task say that it is done, and do it a little later."""
    complete = Engine.complete

    def early(
        self: Engine, actor: Actor, task_id: str, answers: Mapping[str, Any], *, key: str
    ) -> Completed:
        task = self.task(actor, task_id).task
        Timer(_LATER, _quietly(lambda: complete(self, actor, task_id, answers, key=key))).start()
        return Completed(case_id=task.case_id, task=task, next_task=None)

    patch.setattr(Engine, "complete", early)


def _quietly(work: Callable[[], object]) -> Callable[[], None]:
    """Return work that nobody is there any more to be told of."""

    def run() -> None:
        with suppress(Exception):
            work()

    return run


def test_a_server_that_answers_before_the_commit_is_found(
    house: SmallHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = Crowd(house, tmp_path, seed=20270116)
    _answer_before_the_commit(monkeypatch)

    books = crowd.send_and_kill(20)

    assert [problem for problem in books.problems if problem.startswith("lost: ")] != []
