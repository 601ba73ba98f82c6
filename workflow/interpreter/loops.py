"""Which drawn loops a process has: found once, from the arrows alone.

A drawn loop is a set of nodes from each of which every other can be reached. Its head is where
tokens enter it; an arrow from inside the loop to its head goes back. Without the arrows that go
back, what is left of the loop may hold smaller loops. For structured drawings these are the natural
loops of the back edges (Aho, Lam, Sethi and Ullman, Compilers, 2nd edition, section 9.6.6).

A branch that leaves a loop while the loop goes on (a reminder beside a step, one way of a parallel
split) stands beside the loop: its steps belong to the round in which it was left.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one node to another."""

    #: Id of the sequence flow, or of the boundary event for the way to it from its step.
    id: str
    source: str
    target: str
    #: Whether a token can go this way while another goes on from the same source.
    splits: bool = False


@dataclass(frozen=True, slots=True)
class Loops:
    """The drawn loops of one process."""

    #: Node -> heads of the loops it belongs to, outermost first; nodes outside loops are missing.
    around: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Flow id -> heads of the loops that it goes back to the beginning of.
    returning: Mapping[str, str] = field(default_factory=dict)
    #: Flow id -> heads of the loops beside which its target stands, outermost first.
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def find_loops(start: str, arrows: Collection[Arrow]) -> Loops:
    """Return the drawn loops that can be reached from the start."""
    order = {node: rank for rank, node in enumerate(reversed(postorder(start, arrows)))}
    arrows = [arrow for arrow in arrows if arrow.source in order]
    around: dict[str, tuple[str, ...]] = {}
    returning: dict[str, str] = {}
    beside: dict[str, tuple[str, ...]] = {}
    for head, members in _nest(arrows, order):
        aside = _aside(start, members, arrows)
        for node in members | aside:
            around[node] = (*around.get(node, ()), head)
        returning |= {a.id: head for a in arrows if a.target == head and a.source in members}
        for arrow in arrows:
            if arrow.target in aside:
                beside[arrow.id] = (*beside.get(arrow.id, ()), head)
    return Loops(around, returning, beside)


def postorder(start: str, arrows: Iterable[Arrow]) -> list[str]:
    """Return the nodes that can be reached, each after those that follow it (but for ways back)."""
    following = _following(arrows)
    found, seen = [], {start}
    path = [(start, iter(following.get(start, ())))]
    while path:
        node, targets = path[-1]
        fresh = next((target for target in targets if target not in seen), None)
        if fresh is None:
            found.append(node)
            path.pop()
        else:
            seen.add(fresh)
            path.append((fresh, iter(following.get(fresh, ()))))
    return found


def _nest(arrows: list[Arrow], order: Mapping[str, int]) -> Iterator[tuple[str, set[str]]]:
    """Yield each loop as its head and its members, outer loops before inner ones."""
    todo = [arrows]
    while todo:
        inside = todo.pop()
        for members in _cycles(inside):
            head = min(members, key=order.__getitem__)
            yield head, members
            todo.append(
                [
                    arrow
                    for arrow in inside
                    if arrow.source in members and arrow.target in members - {head}
                ]
            )


def _cycles(arrows: list[Arrow]) -> Iterator[set[str]]:
    """Yield the strongly connected sets of nodes (Kosaraju), alone-standing nodes left out."""
    nodes = dict.fromkeys(node for arrow in arrows for node in (arrow.source, arrow.target))
    back = [Arrow(arrow.id, arrow.target, arrow.source) for arrow in arrows]
    anywhere = [*arrows, *(Arrow("", "", node) for node in nodes)]
    preceding = _following(back)
    loops = {arrow.source for arrow in arrows if arrow.source == arrow.target}
    taken: set[str] = {""}
    for node in reversed(postorder("", anywhere)):
        if node not in taken:
            members = _reach([node], preceding, taken)
            taken |= members
            if len(members) > 1 or members & loops:
                yield members


def _aside(start: str, members: set[str], arrows: list[Arrow]) -> set[str]:
    """Return what is reached only by leaving a loop that goes on."""
    following = _following(arrows)
    leaving = [a for a in arrows if a.source in members and a.target not in members]
    split = _reach([a.target for a in leaving if a.splits], following, members)
    plain = _reach([a.target for a in leaving if not a.splits], following, members)
    around = set() if start in members else _reach([start], following, members)
    return split - plain - around


def _following(arrows: Iterable[Arrow]) -> dict[str, list[str]]:
    following: dict[str, list[str]] = {}
    for arrow in arrows:
        following.setdefault(arrow.source, []).append(arrow.target)
    return following


def _reach(sources: list[str], following: Mapping[str, list[str]], without: set[str]) -> set[str]:
    """Return the sources and all that can be reached from them, never entering `without`."""
    found: set[str] = set()
    todo = [source for source in sources if source not in without]
    while todo:
        node = todo.pop()
        if node not in found:
            found.add(node)
            todo += [n for n in following.get(node, ()) if n not in without]
    return found
