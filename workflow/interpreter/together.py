"""Which two places in a process can have a token at the same time.

The concurrency relation of a free-choice net, as the least one that splits begin and moves carry on
(Kovalyov and Esparza, A polynomial algorithm to compute the concurrency relation of free-choice
signal transition graphs, 1996). At a join all its ways in have to agree.
"""

from functools import lru_cache
from itertools import combinations

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec

from workflow.interpreter.routes import Routes, Spot, routes_of

_MOST_KNOWN = 64


class Together:
    """The pairs of places of one process that can have a token at the same time."""

    def __init__(self, routes: Routes) -> None:
        """Work them out."""
        self._routes = routes
        self._beside: dict[Spot, set[Spot]] = {}
        self._todo: list[tuple[Spot, Spot]] = []
        for node in routes.following:
            self._begin(node)
        while self._todo:
            one, other = self._todo.pop()
            self._carry_on(one, other)
            self._carry_on(other, one)

    def can_be(self, one: Spot, other: Spot) -> bool:
        """Return whether both can have a token at the same time."""
        return other in self._beside.get(one, ())

    def _begin(self, node: str) -> None:
        """Note where tokens part."""
        routes = self._routes
        events = [(event, "") for event in routes.beside.get(node, ())]
        for one, other in combinations([(node, ""), *events], 2):
            self._note(one, other)
        if node in routes.parallel or node in routes.inclusive:
            for one, other in combinations(routes.after(node), 2):
                self._note(one, other)

    def _note(self, one: Spot, other: Spot) -> None:
        if one != other and not self.can_be(one, other):
            self._beside.setdefault(one, set()).add(other)
            self._beside.setdefault(other, set()).add(one)
            self._todo.append((one, other))

    def _carry_on(self, moving: Spot, other: Spot) -> None:
        """Note where one of two can go on to while the other stays."""
        routes, (node, source) = self._routes, moving
        if source:
            waits = [(node, each) for each in routes.joins[node]]
            if other not in waits and all(self.can_be(wait, other) for wait in waits):
                self._note((node, ""), other)
            return
        for after in routes.after(node):
            self._note(after, other)
        for event in (*routes.ended_by.get(node, ()), *routes.beside.get(node, ())):
            self._note((event, ""), other)


@lru_cache(maxsize=_MOST_KNOWN)
def together_in(process: BpmnProcessSpec) -> Together:
    """Return the pairs of a process; worked out once, since a drawing never changes."""
    return Together(routes_of(process))
