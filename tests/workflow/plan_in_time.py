"""A case in which periods of the law run, played as far as a test needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from pathways.model.scenario import Expected, Scenario, ScenarioChild
from workflow.bootstrap import Workflow
from workflow.model.actor import CASE_OFFICER, FAMILY, MANAGER, Actor
from workflow.model.case import CaseFile
from workflow.model.clock import CaseClock, Reliance
from workflow.model.task import Task
from workflow.publishing import pathway_files
from workflow.rehearsal.stage import Stage, build_stage

KEY = "plan_in_time"
FILES = dict(pathway_files(Path(__file__).parent / "pathways" / KEY))
#: A Monday, 9 in the morning; six weeks end on 22 February, twenty on 31 May.
BEGAN = datetime(2027, 1, 11, 9, tzinfo=UTC)
AWAY = Reliance(
    exception="absence_from_area",
    evidence="A letter from the family, with their tickets",
    why="They were in Ghana for six weeks, and we could not meet",
    told="We meet on the day after you are back.",
)
ANSWERS: Mapping[str, Mapping[str, Any]] = {
    "ask_for_it": {"what": "He is good with his hands"},
    "decide_it": {"why": "Yes, because he needs more than his school has"},
    "decide_instead": {"why": "Yes"},
    "answer_the_draft": {"said": "It is right"},
    "agree_it": {"agreed": "All of it"},
}


@dataclass(frozen=True, slots=True)
class PlanInTime:
    """One case, with its people and its time."""

    stage: Stage
    case_id: str

    @property
    def workflow(self) -> Workflow:
        return self.stage.workflow

    @property
    def now(self) -> datetime:
        return self.stage.time.moment

    def actor(self, role: str) -> Actor:
        return self.stage.cast[f"{role}_1"]

    @property
    def officer(self) -> Actor:
        return self.actor(CASE_OFFICER)

    @property
    def manager(self) -> Actor:
        return self.actor(MANAGER)

    @property
    def family(self) -> Actor:
        return self.actor(FAMILY)

    def file(self, role: str = FAMILY) -> CaseFile:
        return self.workflow.engine.case_file(self.actor(role), self.case_id)

    def clock(self, code: str) -> CaseClock:
        """Return the newest clock of a code."""
        return [one for one in self.file().clocks if one.code == code][-1]

    def task(self, step: str) -> Task:
        (task,) = (one for one in self.file().open_tasks if one.step == step)
        return task

    def complete(self, *steps: str) -> None:
        for step in steps:
            task = self.task(step)
            self.workflow.engine.complete(
                self.actor(task.role), task.id, ANSWERS[step], key=str(uuid4())
            )

    def let_pass(self, **time: int) -> None:
        """Let time pass a day at a time, jobs and all."""
        self.go_to(self.now + timedelta(**time))

    def go_to(self, moment: datetime) -> None:
        while self.now < moment:
            self.stage.time.moment = min(self.now + timedelta(days=1), moment)
            self.workflow.jobs.tick(self.now)

    def jump_to(self, moment: datetime) -> None:
        """Let time pass while no server runs; jobs are run when they are run."""
        self.stage.time.moment = moment

    def kinds(self) -> list[str]:
        """Return what happened with clocks, in order: `"ClockMet FINAL_PLAN"`."""
        return [
            f"{one.kind} {one.details['clock']}"
            for one in self.file().history
            if "clock" in one.details
        ]

    def rely(self, said: Reliance = AWAY, *, code: str = "FINAL_PLAN", key: str = "") -> str:
        clock_id = self.clock(code).id
        clocks = self.workflow.clocks
        return clocks.rely_on_exception(self.officer, clock_id, said, key=key or str(uuid4()))


def build_plan(folder: Path, files: Mapping[str, bytes] = FILES) -> PlanInTime:
    """Open a case in a house of its own."""
    story = Scenario(
        name="A plan",
        story="",
        child=ScenarioChild(),
        opened_at=BEGAN,
        moves=(),
        expected=Expected(),
    )
    stage = build_stage(folder, dict(files), story)
    return PlanInTime(stage, stage.open())


def without_the_wait() -> dict[str, bytes]:
    """The pathway with a wait of three days only, silenced; the law says fifteen."""
    drawing = FILES["pathway.bpmn"].decode()
    short = drawing.replace(
        "<timeDuration>REPS_DRAFT</timeDuration>", "<timeDuration>P3D</timeDuration>"
    )
    about = FILES["about.toml"].decode() + '\n[checks]\ndecided_too_early = "off"\n'
    clocks = FILES["clocks.toml"].decode().replace('back_stop = "time_to_answer"\n', "")
    return {
        **FILES,
        "pathway.bpmn": short.encode(),
        "about.toml": about.encode(),
        "clocks.toml": clocks.replace(
            'target = { when = "reached", step = "agree_it" }',
            'target = { when = "completed", step = "agree_it" }',
        ).encode(),
    }
