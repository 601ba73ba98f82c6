"""A case of the demonstration's people in which periods of the law run."""

from dataclasses import dataclass
from uuid import uuid4

from tests.webapp.story import MANAGER, MOTHER, OFFICER
from tests.workflow.plan_in_time import ANSWERS, FILES, KEY
from workflow.bootstrap import Workflow
from workflow.model.actor import CASE_OFFICER, FAMILY, Actor
from workflow.model.actor import MANAGER as MANAGER_ROLE
from workflow.model.case import CaseFile
from workflow.model.clock import CaseClock

_TAKES = {FAMILY: MOTHER, CASE_OFFICER: OFFICER, MANAGER_ROLE: MANAGER}


@dataclass(frozen=True, slots=True)
class Dated:
    """The case, and the demonstration's clock."""

    workflow: Workflow
    case_id: str

    def actor(self, name: str) -> Actor:
        assert self.workflow.demo is not None
        ids = {person.name: person.account_id for person in self.workflow.demo.people()}
        actor = self.workflow.people.actor(ids[name])
        assert actor is not None
        return actor

    def file(self) -> CaseFile:
        return self.workflow.engine.case_file(self.actor(MOTHER), self.case_id)

    def clock(self, code: str = "FINAL_PLAN") -> CaseClock:
        return next(one for one in self.file().clocks if one.code == code)

    def complete(self, *steps: str) -> None:
        for step in steps:
            task = next(one for one in self.file().open_tasks if one.step == step)
            actor = self.actor(_TAKES[task.role])
            self.workflow.engine.complete(actor, task.id, ANSWERS[step], key=str(uuid4()))

    def let_days_pass(self, days: int) -> None:
        assert self.workflow.demo is not None
        self.workflow.demo.move_clock(days)


def begun(workflow: Workflow, files: dict[str, bytes] = FILES) -> Dated:
    """Publish the pathway, and let the mother ask for a plan."""
    workflow.publishing.publish(files)
    mother = Dated(workflow, "").actor(MOTHER)
    (child,) = workflow.engine.children(mother)
    opened = workflow.engine.open_case(mother, KEY, child.id, key=str(uuid4()))
    dated = Dated(workflow, opened.case.id)
    dated.complete("ask_for_it")
    return dated
