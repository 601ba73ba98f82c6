"""From a start, everything; from everything, an end; and no join that waits for itself."""

from collections.abc import Iterator

from pathways.executable.copy import called_processes
from pathways.executable.original import Original
from pathways.executable.rules.complaint import about, about_all, called
from pathways.executable.rules.graph import circles, ways_on
from pathways.model.drawing import (
    ChoiceKind,
    Drawing,
    Event,
    EventPosition,
    Node,
    StepKind,
)
from pathways.model.finding import Finding
from pathways.model.graph import Graph, reachable, turned

_UNREACHED = (
    "{it} is not connected to the start, so no case ever gets there. Draw an arrow to it, or "
    "delete it."
)
_TRAPPED = (
    "From {it} there is no way to an end: a case would go round for ever. Draw a way out to an end."
)
_LOOP_HEAD = (
    "{it} waits for all its ways in, and one of them comes back from behind it, so it would wait "
    "for ever. Let the way back lead to an exclusive gateway before it."
)


def reach(drawing: Drawing, original: Original) -> Iterator[Finding]:
    """Yield a finding for what no token reaches, and for where a token stays for ever."""
    graph = ways_on(drawing)
    back = turned(graph)
    scopes: dict[str | None, list[Node]] = {inside: [] for inside in _scopes(drawing)}
    for node in drawing.nodes.values():
        scopes.setdefault(node.inside, []).append(node)
    for inside, nodes in scopes.items():
        yield from _starts(drawing, nodes, inside)
        yield from _scope(original, graph, back, nodes)
    yield from _loop_heads(drawing, graph)


def _scopes(drawing: Drawing) -> list[str | None]:
    folded = (step.id for step in drawing.steps() if step.kind is StepKind.SUB_PROCESS)
    return [None, *folded, *called_processes(drawing)]


def _starts(drawing: Drawing, nodes: list[Node], inside: str | None) -> Iterator[Finding]:
    starts = _standing(nodes, EventPosition.START)
    if not starts:
        yield _missing(
            drawing, inside, "no_start", "no start event. Draw one with an arrow to the first step."
        )
    elif len(starts) > 1:
        names = ", ".join(called(drawing.nodes[start]) for start in starts)
        message = (
            f"{{it}} is one of {len(starts)} starts ({names}), and a case begins at one place. "
            "Keep one of them, with a choice after it if a case can begin in different ways."
        )
        yield about(drawing.nodes[starts[1]], "several_starts", message)
    if not _standing(nodes, EventPosition.END):
        yield _missing(drawing, inside, "no_end", "no end event. Draw one at every way out of it.")


def _scope(original: Original, graph: Graph, back: Graph, nodes: list[Node]) -> Iterator[Finding]:
    reached = reachable(graph, _standing(nodes, EventPosition.START))
    if reached:
        for node in nodes:
            if node.id not in reached and not original.by_event(node.id):
                yield about(node, "not_connected", _UNREACHED)
    ends = _standing(nodes, EventPosition.END)
    ending = reachable(back, [*ends, *(node.id for node in nodes if not graph[node.id])])
    if ends:
        trapped = [node for node in nodes if node.id in reached - ending]
        yield from _trapped(trapped, graph, back, ending)


def _missing(drawing: Drawing, inside: str | None, rule: str, what: str) -> Finding:
    around = drawing.nodes.get(inside or "")
    if around is not None:
        return about(around, rule, f"Inside of {{it}} there is {what}")
    where = "The pathway" if inside is None else f"The process “{inside}”"
    return about_all(rule, f"{where} has {what}")


def _trapped(
    nodes: list[Node], graph: Graph, back: Graph, ending: frozenset[str]
) -> Iterator[Finding]:
    """One complaint for each trap: at the place where a case falls in."""
    told: set[str] = set()
    for node in nodes:
        falls_in = any(each in ending for each in back[node.id]) or not back[node.id]
        if node.id not in told and falls_in:
            told |= reachable(graph, [node.id])
            yield about(node, "no_way_to_an_end", _TRAPPED)


def _loop_heads(drawing: Drawing, graph: Graph) -> Iterator[Finding]:
    """A join that a way enters from outside of the circle that another of its ways comes round."""
    circle = circles(graph)
    for choice in drawing.choices():
        if choice.kind is ChoiceKind.PARALLEL:
            ways_in = drawing.incoming(choice.id)
            looping = {circle[flow.source] == circle[choice.id] for flow in ways_in}
            if looping == {True, False}:
                yield about(choice, "join_as_loop_head", _LOOP_HEAD)


def _standing(nodes: list[Node], position: EventPosition) -> list[str]:
    return [node.id for node in nodes if isinstance(node, Event) and node.position is position]
