"""Whether tokens can wait for each other for ever, from where they stand.

Ways are looked at without their conditions: every way of a choice may be taken, every event may
end its step. Tokens go on one at a time, for those that can move do not hinder each other; only
joins look at several (a free-choice net: Desel and Esparza, Free Choice Petri Nets, 1995, chapter
4). Inclusive joins and ends of all come last, so that they have seen what could still come.
"""

from collections.abc import Iterable, Iterator

from workflow.interpreter.routes import Routes, Spot

#: So many different ways of standing are looked at.
MOST_LOOKED_AT = 20_000

_Marking = tuple[Spot, ...]


class Unclear(Exception):
    """There are too many ways of standing to look at all."""


def stuck_at(routes: Routes, spots: Iterable[Spot]) -> str | None:
    """Return a join at which tokens would wait for ever; None where none can.

    Args:
        routes: The ways through the process.
        spots: Where its tokens stand.

    Raises:
        Unclear: If more than `MOST_LOOKED_AT` ways of standing can follow.
    """
    first = _marking(spots)
    seen, todo = {first}, [first]
    while todo:
        here = todo.pop()
        following = list(_following(routes, here))
        if not following and any(node not in routes.last for node, _ in here):
            return next(node for node, source in here if source)
        for marking in following:
            if marking not in seen:
                seen.add(marking)
                todo.append(marking)
        if len(seen) > MOST_LOOKED_AT:
            raise Unclear
    return None


def _following(routes: Routes, here: _Marking) -> Iterator[_Marking]:
    """Yield how the tokens can stand next; nothing where all have ended, or all wait."""
    full = next((node for node, source in here if source and _is_full(routes, here, node)), None)
    if full is not None:
        yield from _joined(routes, here, full)
        return
    free = next((s for s in here if not s[1] and s[0] not in routes.last), None)
    if free is not None:
        rest = _without(here, free)
        for ways in _choices(routes, free[0]):
            yield _marking([*rest, *ways])
        return
    some = next((node for node, source in here if source and node in routes.inclusive), None)
    if some is not None:
        yield from _joined(routes, here, some)
    elif any(node in routes.last for node, _ in here):
        yield ()


def _is_full(routes: Routes, here: _Marking, node: str) -> bool:
    return node in routes.parallel and routes.joins[node] <= {s for n, s in here if n == node}


def _joined(routes: Routes, here: _Marking, node: str) -> Iterator[_Marking]:
    """Yield how the tokens can stand after one of each way has passed a join."""
    rest = here
    for source in {source for name, source in here if name == node}:
        rest = _without(rest, (node, source))
    for ways in _choices(routes, node):
        yield _marking([*rest, *ways])


def _choices(routes: Routes, node: str) -> list[list[Spot]]:
    """Return the ways that a token can go from a node, each as where its tokens then stand."""
    ways = list(routes.after(node))
    if node in routes.parallel or not ways:
        return [ways, *([(event, "")] for event in routes.ended_by.get(node, ()))]
    each = [[way] for way in ways]
    if node in routes.inclusive and len(ways) > 1:
        each.append(ways)
    return [*each, *([(event, "")] for event in routes.ended_by.get(node, ()))]


def _without(here: _Marking, spot: Spot) -> _Marking:
    at = here.index(spot)
    return here[:at] + here[at + 1 :]


def _marking(spots: Iterable[Spot]) -> _Marking:
    return tuple(sorted(spots))
