"""The private names of SpiffWorkflow that we stand on, all in one place.

They are what its own elements call on each other; there are no public ones. Because of them the
library is pinned to 3.2.0 exactly, and the tests against the stock library judge every upgrade.
"""
# ruff: noqa: SLF001 - this module is the one place that may use them

from collections.abc import Sequence
from itertools import count
from uuid import UUID

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.util.subworkflow import BpmnBaseWorkflow
from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState
from typing_extensions import override

#: Tells the tokens of one command apart; what is kept has names of ours.
_ids = count()


class Token(Task):
    """The library's task, without a log line and a look at the clock for each of its changes."""

    def __init__(
        self,
        workflow: BpmnBaseWorkflow,
        task_spec: TaskSpec,
        parent: Task | None = None,
        state: int = TaskState.FUTURE,
        id: UUID | str | int | None = None,  # noqa: A002 - the name it has there
    ) -> None:
        """Take the name that it was kept under, or a number; stock makes a random one."""
        super().__init__(workflow, task_spec, parent, state, next(_ids) + 1 if id is None else id)

    @override
    def _set_state(self, value: int) -> None:
        self._state = value

    @override
    def _add_child(self, task_spec: TaskSpec, state: int = TaskState.MAYBE) -> Task:
        return Token(self.workflow, task_spec, self, state)


def begin_at(process: BpmnBaseWorkflow) -> None:
    """Put the first token of a process or part on its way."""
    root = Token(process, process.spec.start)
    process.task_tree = root
    root.task_spec._predict(root, mask=TaskState.NOT_FINISHED_MASK)
    root._ready()


def add_token(parent: Task, spec: TaskSpec) -> Task:
    """Put one more token behind a node, on its way to `spec`."""
    return parent._add_child(spec, TaskState.FUTURE)


def add_tokens(parent: Task, specs: Sequence[TaskSpec]) -> None:
    """Put one token on its way to each of `specs`."""
    parent._sync_children(list(specs), TaskState.FUTURE)


def arrive(token: Task) -> None:
    """Let a token arrive where it was going, or look whether its wait is over."""
    token.task_spec._update(token)


def move(token: Task) -> None:
    """Let a token that is ready do its work and go on."""
    token.task_spec._predict(token, mask=TaskState.NOT_FINISHED_MASK)
    token.run()


def set_state(token: Task, state: int) -> None:
    """Put a token into a state, whatever came before."""
    token._set_state(state)


def take_away(token: Task) -> None:
    """Remove a token and all that hangs from it."""
    token.workflow._remove_task(token.id)


def close(part_end: Task) -> None:
    """Mark the process or part of a token as completed by it."""
    part_end.workflow._mark_complete(part_end)


def spec_of(process: BpmnProcessSpec, name: str) -> TaskSpec:
    """Return the element of a process by its name."""
    return process.task_specs[name]
