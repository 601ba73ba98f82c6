"""Whether a restored case is one that could have been saved: nothing else is ever moved on.

A snapshot that was damaged, or written by hand, is refused as a whole instead of failing halfway.
"""

from collections.abc import Callable
from datetime import datetime

from SpiffWorkflow.bpmn.specs.control import BoundaryEventSplit
from SpiffWorkflow.bpmn.specs.mixins.multiinstance_task import LoopTask
from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.specs.Join import Join
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.awaitables import Awaitable, Cycle, Raised, Timer
from workflow.interpreter.elements import PartStep
from workflow.interpreter.events import Boundary, Catching
from workflow.interpreter.gateways import Joining
from workflow.interpreter.memory import memory
from workflow.interpreter.parts import Case, Part
from workflow.interpreter.repeated import Again, OneByOne, Repeated


def check_intact(case: Case) -> None:
    """Refuse a case that no command can have left behind.

    Raises:
        ValueError: If it is one; the message is for whoever looks into it.
    """
    _expect(hasattr(case, "task_tree"), "there is no beginning")
    for part in (case, *case.subprocesses.values()):
        for token in part.tasks.values():
            if token is part.task_tree:
                _check_root(case, token)
            else:
                _check_above(token)
                _STATES.get(token.state, _nothing)(case, token)
    for part in case.subprocesses.values():
        assert isinstance(part, Part)
        _expect(part.host.state == TaskState.STARTED, "a part runs inside of what has not begun")


def _expect(right: object, why: str) -> None:
    if not right:
        raise ValueError(why)


def _check_root(case: Case, root: Task) -> None:
    alerts = case.specification.alerts[root.workflow.spec.name]
    for alert in alerts.values():
        if isinstance(alert.event, Awaitable) and alert.event.step in memory(root).get("due", ()):
            _check_due(root, alert.event)


def _check_above(token: Task) -> None:
    """A token hangs from the beginning, from its loop, or from the edge that it waits on."""
    above, spec = token.parent, token.task_spec
    _expect(above is not None, "a token hangs from nothing")
    assert above is not None
    held = above.task_spec
    if isinstance(held, Repeated | Again):
        _expect(spec.name == held.task_spec, "a token is no repetition of what it hangs from")
        _expect(("key" in memory(token)) is isinstance(held, Repeated), "an item without its key")
    elif isinstance(held, BoundaryEventSplit):
        _expect(spec in held.outputs, "a token is not on the edge that it hangs from")
    else:
        _expect(above is above.workflow.task_tree, "a token hangs from what has no others")
        on_edge = isinstance(spec, Boundary) and token.state == TaskState.WAITING
        _expect(not on_edge and not _is_repetition(spec), "a token has lost what it hangs from")


def _is_repetition(spec: TaskSpec) -> bool:
    return spec.name.endswith(" [child]")


def _check_ready(case: Case, token: Task) -> None:
    del case
    _expect(token.task_spec.manual, "a token has not moved on")


def _check_started(case: Case, token: Task) -> None:
    spec, kept = token.task_spec, memory(token)
    if isinstance(spec, Repeated):
        total, done = kept.get("total"), kept.get("done")
        _expect(total is not None and done is not None and 0 <= done < total, "items miscounted")
        _check_items(token)
    elif isinstance(spec, Again):
        _expect("done" in kept, "rounds are not counted")
    else:
        _expect(isinstance(spec, PartStep) and token.id in case.subprocesses, "a part is missing")
    if isinstance(spec, LoopTask):
        _expect(any(_lives(child) for child in token.children), "no repetition is at work")


def _check_items(loop: Task) -> None:
    """Items are done, at work or not yet begun; one at a time, where they wait for each other."""
    kept, working = memory(loop), sum(map(_lives, loop.children))
    left = len(kept.get("remaining", ()))
    _expect(kept["total"] == kept["done"] + working + left, "items are missing")
    _expect(working == 1 if isinstance(loop.task_spec, OneByOne) else not left, "items miscounted")


def _lives(token: Task) -> bool:
    return not token.has_state(TaskState.FINISHED_MASK)


def _check_waiting(case: Case, token: Task) -> None:
    del case
    spec = token.task_spec
    if isinstance(spec, Joining):
        sources = {source.name for source in spec.inputs}
        _expect(memory(token).get("source") in sources, "a token came from nowhere")
    if isinstance(spec, Join):  # of ours, or the one at the end of a process
        return
    _expect(isinstance(spec, Catching), "a token waits for nothing")
    assert isinstance(spec, Catching)
    raised = isinstance(spec.event_definition, Raised)
    _expect(spec.awaited() or raised, "a token waits for nothing")
    for event in spec.awaited():
        _check_due(token, event)


def _check_due(token: Task, event: Awaitable) -> None:
    if isinstance(event, Timer):
        due = memory(token).get("due", {}).get(event.step, "")
        _expect(datetime.fromisoformat(due).tzinfo is not None, "a deadline without a time zone")
    if isinstance(event, Cycle) and event.times is not None:
        _expect(event.step in memory(token).get("left", {}), "a deadline is not counted")


def _check_held(case: Case, token: Task) -> None:
    del case
    _expect(isinstance(token.task_spec, BoundaryEventSplit), "a token is over and still there")
    steps = [child for child in token.children if not isinstance(child.task_spec, Boundary)]
    _expect(len(steps) == 1 and _lives(steps[0]), "an edge has lost its step")


def _nothing(case: Case, token: Task) -> None:
    del case, token
    raise ValueError("a token is in no state that is kept")


_STATES: dict[int, Callable[[Case, Task], None]] = {
    TaskState.READY: _check_ready,
    TaskState.STARTED: _check_started,
    TaskState.WAITING: _check_waiting,
    TaskState.COMPLETED: _check_held,
}
