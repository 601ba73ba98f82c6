"""Random pathways, random actions, power cuts among them: the house stays with its reference."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase
from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.counts import repeated
from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.faults.hooks import PulledPlug, die_at, failing_at
from tests.workflow.faults.walked import Walked
from tests.workflow.interpreter.drive import dice
from tests.workflow.interpreter.random_blocks import random_answers
from workflow.model.errors import TaskAlreadyCompleted
from workflow.store import submissions

_MEMORY = Path("/dev/shm")  # noqa: S108  a folder of the test's own is made in it
#: A completion passes some 60 moments before and after its statements.
MOMENTS = st.integers(1, 70)
ODDS = st.integers(0, 2**32 - 1)


class Walk(RuleBasedStateMachine):
    """One case; after each action its open steps are those of the reference."""

    @initialize(seed=ODDS)
    def draw(self, seed: int) -> None:
        self._folder = TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None)
        self._walked = Walked(Path(self._folder.name), dice(seed))
        self._keys: dict[str, tuple[Any, ...]] = {}

    @precondition(lambda self: not self._walked.done)
    @rule(seed=ODDS)
    def complete(self, seed: int) -> None:
        sent = self._form(seed)
        self._walked.complete(*sent)
        self._went_on(sent)

    @precondition(lambda self: not self._walked.done)
    @rule(seed=ODDS, moment=MOMENTS)
    def complete_while_the_database_fails(self, seed: int, moment: int) -> None:
        sent = self._form(seed)
        with suppress(PulledPlug), failing_at(moment):
            self._walked.complete(*sent)
        self._walked.complete(*sent)
        self._went_on(sent)

    @precondition(lambda self: not self._walked.done)
    @rule(seed=ODDS, moment=MOMENTS)
    def complete_and_be_killed(self, seed: int, moment: int) -> None:
        sent = self._form(seed)
        self._walked.workflow.store.close()

        def work() -> None:
            die_at(moment)
            self._walked.complete(*sent)

        processes.join(processes.start(work))
        self._walked.complete(*sent)
        self._went_on(sent)

    @precondition(lambda self: self._keys)
    @rule(seed=ODDS)
    def send_a_form_again(self, seed: int) -> None:
        key = dice(seed).choice(sorted(self._keys))
        self._walked.complete(*self._keys[key])

    @precondition(lambda self: self._keys)
    @rule(seed=ODDS)
    def send_a_task_again_under_another_key(self, seed: int) -> None:
        task, answers, _ = self._keys[dice(seed).choice(sorted(self._keys))]
        with pytest.raises(TaskAlreadyCompleted):
            self._walked.complete(task, answers, f"other-{seed}")

    @precondition(lambda self: not self._walked.done)
    @rule(seed=ODDS)
    def save_answers(self, seed: int) -> None:
        task, answers, _ = self._form(seed)
        self._walked.workflow.engine.save_answers(self._walked.family, task.id, answers)

    @rule()
    def restart(self) -> None:
        self._walked.restart()

    @rule()
    def send_the_letters(self) -> None:
        self._walked.workflow.jobs.tick(self._walked.time.now())

    @invariant()
    def the_open_steps_are_those_of_the_reference(self) -> None:
        if hasattr(self, "_walked"):
            found = [(task.step, task.place) for task in self._walked.tasks()]
            assert found == self._walked.expected()

    def teardown(self) -> None:
        if not hasattr(self, "_walked"):
            return
        try:
            assert faults(self._walked.workflow) == []
            assert self._walked.rows() == self._walked.completed
        finally:
            self._walked.workflow.stop()
            self._folder.cleanup()

    def _form(self, seed: int) -> tuple[Any, ...]:
        """Return a task that waits, answers to it, and a key that was not used."""
        chance = dice(seed)
        return chance.choice(self._walked.tasks()), random_answers(chance), f"key-{len(self._keys)}"

    def _went_on(self, sent: tuple[Any, ...]) -> None:
        task, answers, key = sent
        self._keys[key] = sent
        self._walked.walk(task, answers)


@repeated("runs", 100, 1_000)
def test_a_house_and_its_reference_stay_together_through_power_cuts(runs: int) -> None:
    run_state_machine_as_test(Walk, settings=_so_many(runs))


def test_a_house_that_forgets_which_forms_were_sent_parts_from_its_reference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(submissions, "insert", lambda *_, **__: None)

    with pytest.raises((TaskAlreadyCompleted, AssertionError)):
        run_state_machine_as_test(Walk, settings=examples(_so_many(50), phases=[Phase.generate]))


def _so_many(runs: int) -> examples:
    return examples(max_examples=runs, stateful_step_count=20, deadline=None)
