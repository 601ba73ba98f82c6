"""Where a token stands."""

from collections.abc import Iterator

from SpiffWorkflow.task import Task

from workflow.interpreter.memory import memory
from workflow.interpreter.parts import Part
from workflow.model.place import Place


def instances(token: Task) -> tuple[Task, ...]:
    """Return the loop items that a token stands in, as tokens, outermost first."""
    return tuple(reversed([outer for outer in _outwards(token) if "key" in memory(outer)]))


def place(token: Task) -> Place:
    """Return the place of a token."""
    return tuple((item.task_spec.bpmn_id or "", memory(item)["key"]) for item in instances(token))


def hosts(token: Task) -> tuple[str, ...]:
    """Return the ids of the sub-processes and calls that a token stands in, innermost first."""
    if not isinstance(token.workflow, Part):
        return ()
    return tuple(outer.task_spec.bpmn_id or "" for outer in _outwards(token.workflow.host))


def own_turns(token: Task) -> dict[str, int]:
    """Return the turns that a token has to itself: name -> number."""
    found: dict[str, int] = {}
    for outer in _outwards(token):
        above: Task | None = outer
        while above is not None:
            found = memory(above).get("turns", {}) | found
            above = above.parent
    return found


def _outwards(token: Task) -> Iterator[Task]:
    yield token
    while isinstance(token.workflow, Part):
        token = token.workflow.host
        yield token
