"""Plays the scenarios that come with a pathway as the people of the demonstration."""

from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count

from pathways.model.scenario import Scenario, StepMove, WaitMove
from pathways.scenarios import read_scenario
from tests.webapp.story import FINANCE, HEAD, KEY, MANAGER, MOTHER, OFFICER, OTHER_MANAGER
from workflow import clocks
from workflow.bootstrap import Workflow
from workflow.model.actor import Actor
from workflow.model.case import CaseFile
from workflow.publishing import shipped_pathways

#: Who plays whom for Ama.
CAST = {
    "family_1": MOTHER,
    "setting_1": HEAD,
    "case_officer_1": OFFICER,
    "manager_1": MANAGER,
    "manager_2": OTHER_MANAGER,
    "finance_1": FINANCE,
}


@cache
def scenario(name: str) -> Scenario:
    path = f"scenarios/{name}.toml"
    return read_scenario(shipped_pathways()[KEY][path], file=path)


@dataclass(slots=True)
class Stage:
    """A house in which scenarios are played for Ama."""

    house: Workflow
    _keys: "count[int]" = field(default_factory=count)

    def actor(self, name: str) -> Actor:
        assert self.house.demo is not None
        (found,) = [one for one in self.house.demo.people() if one.name == name]
        actor = self.house.people.actor(found.account_id)
        assert actor is not None
        return actor

    def file(self, case_id: str, name: str = MOTHER) -> CaseFile:
        return self.house.engine.case_file(self.actor(name), case_id)

    def play(self, name: str, *, moves: int | None = None) -> str:
        """Play a scenario, or its first moves, and return the id of its case."""
        mother = self.actor(MOTHER)
        (child,) = self.house.engine.children(mother)
        case_id = self.house.engine.open_case(mother, KEY, child.id, key=self._key()).case.id
        for move in scenario(name).moves[:moves]:
            if isinstance(move, WaitMove):
                now = self.house.time.now()
                until = clocks.add(now, move.duration, unit=move.unit)
                self.wait((until.date() - now.date()).days)
            elif move.refused is None:
                self._make(case_id, move)
        return case_id

    def answer(self, case_id: str, name: str, **changed: str) -> None:
        """Make the first move of a scenario with other answers."""
        move = scenario(name).moves[0]
        assert isinstance(move, StepMove)
        self._make(case_id, replace(move, answers={**move.answers, **changed}))

    def wait(self, days: int) -> None:
        assert self.house.demo is not None
        self.house.demo.move_clock(days)

    def _make(self, case_id: str, move: StepMove) -> None:
        waiting = {task.step: task for task in self.file(case_id).open_tasks}
        task = waiting[move.step]
        actor = self.actor(CAST[move.by or f"{task.role}_1"])
        self.house.engine.complete(actor, task.id, move.answers, key=self._key())

    def _key(self) -> str:
        return f"a key of a form {next(self._keys):05}"
