"""A task: one step waiting in one case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from pathways.model.form import Form
from pathways.model.pathway import Pathway
from workflow.model.clock import CaseClock
from workflow.model.correction import Pause
from workflow.model.place import Place, Round
from workflow.model.version import Version


class TaskStatus(Enum):
    """Where a task is in its life (WS-HumanTask's words)."""

    READY = "ready"
    COMPLETED = "completed"
    #: Taken back: the case went on without it, e.g. because a deadline passed.
    EXITED = "exited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One step waiting in one case, or no longer waiting."""

    id: str
    case_id: str
    #: The token that waits; unique in the case.
    token: str
    #: Id of the step in the drawing.
    step: str
    #: The place and round in the drawing's loops at which it waits (ADR 0009).
    place: Place
    round: Round
    #: The lane that may act.
    role: str
    status: TaskStatus
    offered_at: datetime
    #: When it should be done by; None where the step has no period.
    due_at: datetime | None
    #: When it was completed or taken back, and the name of who did it.
    ended_at: datetime | None = None
    ended_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistEntry:
    """One line of an actor's worklist."""

    task: Task
    #: The step's name as drawn.
    step_name: str
    case_reference: str
    child_name: str
    pathway_name: str
    overdue: bool
    #: Which of several it is about, in words; empty where the step is not repeated.
    item: str = ""
    #: The soonest date of the law in its case that an officer should look at; None for none.
    clock: CaseClock | None = None
    #: Whether its case is suspended.
    paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSheet:
    """What a candidate sees of a task: enough to answer it, no more of the case."""

    task: Task
    step_name: str
    form: Form
    case_reference: str
    child_name: str
    pathway_key: str
    pathway_name: str
    #: Whether the actor may also read the whole case.
    may_read_case: bool
    #: (label, value) as the form's `shows` asks; str, bool, Decimal, date, tuple or None.
    shown: tuple[tuple[str, Any], ...]
    #: Answers saved but not yet sent; empty where there are none.
    saved: Mapping[str, Any]
    #: Which of several it is about, in words; empty where the step is not repeated.
    item: str
    #: The time of the law that must be over before it can be completed; None where none runs.
    not_before: CaseClock | None
    #: That its case is suspended, so that it cannot be completed; None where it is not.
    pause: Pause | None
    #: The version that the case is on.
    version: Version
    #: The pathway as it runs, for the words of answers that are shown and of what comes next.
    running: Pathway
