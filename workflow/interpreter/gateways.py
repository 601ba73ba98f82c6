"""Gateways as a token meets them.

Joins count their own tokens. Firing consumes one of each way in, so no round sees another's.
"""

from collections.abc import Iterator

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.specs.mixins.unstructured_join import UnstructuredJoin
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState
from typing_extensions import override

from workflow.interpreter.elements import Element
from workflow.interpreter.errors import NoWayOut
from workflow.interpreter.library import add_tokens, set_state, take_away
from workflow.interpreter.memory import memory
from workflow.interpreter.surroundings import around
from workflow.interpreter.ways import Way

#: For so many sets of names the ways to an inclusive join are kept.
_MOST_KNOWN = 64


class Choosing(Element):
    """A gateway that chooses its ways when a token moves through it."""

    @override
    def _predict_hook(self, my_task: Task) -> None:
        pass  # which ways is known when it moves

    @override
    def _run_hook(self, my_task: Task) -> bool:
        ways = self.chosen(my_task)
        add_tokens(my_task, [self._wf_spec.task_specs[way.target] for way in ways])
        around(my_task).travel(my_task, ways)
        return True

    @override
    def _on_complete_hook(self, my_task: Task) -> None:
        pass  # it has told of its ways already

    def chosen(self, token: Task) -> tuple[Way, ...]:
        """Return the ways to go: all of them, unless the gateway says otherwise."""
        del token
        return self.ways

    def true_ways(self, token: Task) -> Iterator[Way]:
        """Yield the ways whose conditions are true; a lone way needs none."""
        surroundings = around(token)
        for way in self.ways:
            if way.condition is None or way.default:
                if len(self.ways) == 1:
                    yield way
            elif surroundings.value(token, way.condition) is True:
                yield way

    def default_way(self) -> Way:
        """Return the way that is taken when no other is."""
        for way in self.ways:
            if way.default:
                return way
        raise NoWayOut(self.bpmn_id or "")


class Exclusive(Choosing):
    """Goes the first way, in the order of the file, whose condition is true."""

    @override
    def chosen(self, token: Task) -> tuple[Way, ...]:
        way = next(self.true_ways(token), None)
        return (way or self.default_way(),)


class Joining(Choosing, UnstructuredJoin):
    """A gateway that may have to wait for more tokens."""

    @override
    def _update_hook(self, my_task: Task) -> bool:
        if my_task.parent is not None:
            memory(my_task).setdefault("source", my_task.parent.task_spec.name)
        if self.complete(my_task):
            self._consume(my_task)
            return True
        if my_task.state != TaskState.WAITING:
            set_state(my_task, TaskState.WAITING)
        return False

    def _consume(self, token: Task) -> None:
        """Take one token of each way in; more of them wait for the next time."""
        consumed = {memory(token)["source"]}
        for other in self.waiting(token):
            source = memory(other)["source"]
            if source not in consumed:
                consumed.add(source)
                take_away(other)

    def complete(self, token: Task) -> bool:
        """Return whether no more tokens are to be waited for."""
        raise NotImplementedError

    def waiting(self, token: Task) -> list[Task]:
        """Return the other tokens that wait here, oldest first."""
        return [
            other
            for other in token.workflow.tasks.values()
            if other.task_spec is self and other is not token and other.state == TaskState.WAITING
        ]

    def arrived(self, token: Task) -> set[str]:
        """Return the names of the nodes from which tokens have come."""
        return {memory(other)["source"] for other in (token, *self.waiting(token))}


class Parallel(Joining):
    """Waits for a token from every way in, and goes every way."""

    @override
    def complete(self, token: Task) -> bool:
        return {source.name for source in self.inputs} <= self.arrived(token)


class Inclusive(Joining):
    """Waits for every token that can still come, and goes every way whose condition is true."""

    def __init__(self, wf_spec: BpmnProcessSpec, bpmn_id: str, **drawn: object) -> None:
        """Begin with nothing known of the ways to it."""
        super().__init__(wf_spec, bpmn_id, **drawn)
        #: Names -> the nodes from which they can be reached; the drawing never changes.
        self._known: dict[frozenset[str], frozenset[str]] = {}

    @override
    def complete(self, token: Task) -> bool:
        """Return whether no more tokens can come.

        Source: BPMN 2.0.2, table 13.3: wait while a token can still reach an empty way in, unless
        it could also reach one that has its token.
        """
        arrived = self.arrived(token)
        empty = {source.name for source in self.inputs} - arrived
        ahead = self._upstream(frozenset(empty)) - self._upstream(frozenset(arrived))
        return not any(
            other.task_spec.name in ahead and _on_its_way(other)
            for other in token.workflow.tasks.values()
        )

    @override
    def chosen(self, token: Task) -> tuple[Way, ...]:
        return tuple(self.true_ways(token)) or (self.default_way(),)

    def _upstream(self, names: frozenset[str]) -> frozenset[str]:
        """Return the nodes from which these can be reached without passing this gateway."""
        if names not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[names] = frozenset(self._walked_back(names))
        return self._known[names]

    def _walked_back(self, names: frozenset[str]) -> set[str]:
        found: set[str] = set()
        todo = list(names)
        while todo:
            name = todo.pop()
            if name not in found and name != self.name:
                found.add(name)
                todo += [source.name for source in self._wf_spec.task_specs[name].inputs]
        return found


def _on_its_way(token: Task) -> bool:
    """Return whether a token stands somewhere, or is just about to arrive there."""
    if token.has_state(TaskState.WAITING | TaskState.READY | TaskState.STARTED):
        return True
    parent = token.parent
    return token.state == TaskState.FUTURE and (
        parent is not None and parent.state == TaskState.COMPLETED
    )
