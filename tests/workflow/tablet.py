"""The story of the tablet, played by the demonstration's people in the engine, as far as asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import uuid4

from pathways.model.scenario import StepMove
from workflow.bootstrap import Workflow
from workflow.model.actor import CASE_OFFICER, FAMILY, FINANCE, MANAGER, SETTING, Actor
from workflow.model.case import Completed
from workflow.model.task import Task
from workflow.publishing import shipped_pathways
from workflow.rehearsal import scenarios

KEY = "quick_one_off"
MOTHER = "Ama’s mother (fictional)"
YOUNG_PERSON = "Jo (fictional)"
HEAD = "Head of Fernside (fictional)"
PRINCIPAL = "Principal of Millbrook (fictional)"
OFFICER = "Case officer North (fictional)"
OTHER_OFFICER = "Case officer South (fictional)"
MANAGER_OAK = "Manager Oak (fictional)"
MANAGER_ELM = "Manager Elm (fictional)"
BUYER = "Finance officer (fictional)"

#: Who takes the lanes of Ama's cases.
AMAS = {
    FAMILY: MOTHER, SETTING: HEAD, CASE_OFFICER: OFFICER, MANAGER: MANAGER_OAK, FINANCE: BUYER,
}  # fmt: skip


@cache
def told(name: str = "a_tablet_to_talk_with") -> Mapping[str, Mapping[str, Any]]:
    """Return what people answer in a scenario: step -> answers (the last, if there are several)."""
    path = f"scenarios/{name}.toml"
    (scenario,) = scenarios({path: shipped_pathways()[KEY][path]})
    return {move.step: move.answers for move in scenario.moves if isinstance(move, StepMove)}


ANSWERS = told()
NO = told("no_and_then_yes")


@dataclass(frozen=True, slots=True)
class Tablet:
    """One case for Ama."""

    workflow: Workflow

    def actor(self, name: str) -> Actor:
        """Return one of the demonstration's people."""
        assert self.workflow.demo is not None
        ids = {person.name: person.account_id for person in self.workflow.demo.people()}
        actor = self.workflow.people.actor(ids[name])
        assert actor is not None
        return actor

    def open(self, name: str = MOTHER) -> Task:
        """Open a case for the child of a family and return the first task."""
        family, engine = self.actor(name), self.workflow.engine
        (child,) = engine.children(family)
        task = engine.open_case(family, KEY, child.id, key=str(uuid4())).task
        assert task is not None
        return task

    def complete(
        self,
        task: Task,
        answers: Mapping[str, Any] | None = None,
        *,
        by: str | None = None,
        key: str = "",
    ) -> Completed:
        """Complete a task of Ama's as the story tells it, or otherwise."""
        given = ANSWERS[task.step] if answers is None else answers
        actor = self.actor(by or AMAS[task.role])
        return self.workflow.engine.complete(actor, task.id, given, key=key or str(uuid4()))

    def waiting(self, case_id: str) -> Task:
        """Return the only task of one of Ama's cases that waits."""
        (task,) = self.workflow.engine.case_file(self.actor(MOTHER), case_id).open_tasks
        return task

    def at(
        self, step: str, *, answers: Mapping[str, Mapping[str, Any]] = ANSWERS, by: str = ""
    ) -> Task:
        """Open a case for Ama, play until a step waits, and return its task."""
        task = self.open()
        while task.step != step:
            decider = by if task.role == MANAGER and by else None
            self.complete(task, answers[task.step], by=decider)
            if not self.workflow.engine.case_file(self.actor(MOTHER), task.case_id).open_tasks:
                self.let_days_pass(43)
            task = self.waiting(task.case_id)
        return task

    def let_days_pass(self, days: int) -> None:
        assert self.workflow.demo is not None
        self.workflow.demo.move_clock(days)
