"""Who does what where the file does not list it: looked up in the picture, or at the caller."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pathways.model.drawing import Lane
from pathways.model.geometry import Bounds, Plane
from pathways.model.node import Event, Node

#: So many lanes of one picture are looked through for each node; nobody draws more.
MOST_BANDS = 100


def placed(
    nodes: Mapping[str, Node], lanes: Mapping[str, Lane], planes: Sequence[Plane]
) -> dict[str, Node]:
    """Return the nodes, each in a lane where one can be found for it.

    What its file lists in no lane stands in the lane that it is drawn in (some editors write that
    down nowhere else); an event on the edge of a step stands where the step does, and what is
    inside of a sub-process where that stands.
    """
    found = _drawn_in(nodes, lanes, planes) if lanes else {}
    standing: dict[str, str | None] = {}
    for node in _hosts_first(nodes):
        standing[node.id] = node.lane or _around(node, standing) or found.get(node.id)
    return {
        node.id: node if standing[node.id] == node.lane else replace(node, lane=standing[node.id])
        for node in nodes.values()
    }


def called_in(nodes: Mapping[str, Node], called: Mapping[str, str]) -> dict[str, Node]:
    """Return the nodes; what stands in no lane of a called process stands in its caller's.

    Where several call it, and from different lanes, nobody can tell.

    Args:
        nodes: By id.
        called: Call activity's id -> id of the process that it calls.
    """
    lanes = _calling_lanes(nodes, called)
    only = {process: next(iter(each)) for process, each in lanes.items() if len(each) == 1}
    return {
        node.id: replace(node, lane=only[node.process])
        if node.lane is None and only.get(node.process)
        else node
        for node in nodes.values()
    }


def _calling_lanes(
    nodes: Mapping[str, Node], called: Mapping[str, str]
) -> dict[str, set[str | None]]:
    """Process -> the lanes that it is called from, two at most; through callers' callers too."""
    inner: dict[str, list[str]] = {}
    lanes: dict[str, set[str | None]] = {process: set() for process in called.values()}
    waiting: list[tuple[str, str | None]] = []
    for step, process in called.items():
        node = nodes[step]
        if node.lane is None and node.process in lanes:
            inner.setdefault(node.process, []).append(process)
        else:
            waiting.append((process, node.lane))
    while waiting:
        process, lane = waiting.pop()
        if lane not in lanes[process] and len(lanes[process]) <= 1:
            lanes[process].add(lane)
            waiting += ((each, lane) for each in inner.get(process, ()))
    return lanes


def _hosts_first(nodes: Mapping[str, Node]) -> list[Node]:
    """Events on the edge of a step come after all else, as their steps may be written later."""
    edges = [node for node in nodes.values() if isinstance(node, Event) and node.attached_to]
    known = {node.id for node in edges}
    return [*(node for node in nodes.values() if node.id not in known), *edges]


def _around(node: Node, standing: Mapping[str, str | None]) -> str | None:
    host = node.attached_to if isinstance(node, Event) else None
    return standing.get(host or "") or standing.get(node.inside or "")


def _drawn_in(
    nodes: Mapping[str, Node], lanes: Mapping[str, Lane], planes: Sequence[Plane]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for plane in planes:
        bands = _bands(lanes, plane)
        for name in plane.shapes.keys() & nodes.keys() if bands else ():
            node, at = nodes[name], plane.shapes[name].bounds
            around = [lane for lane, bounds in bands.get(node.process, ()) if bounds.holds(at)]
            if around:
                found.setdefault(name, around[-1])  # inner lanes come after the outer ones
    return found


def _bands(lanes: Mapping[str, Lane], plane: Plane) -> dict[str, list[tuple[str, Bounds]]]:
    """Process -> its lanes in this picture, with their places."""
    bands: dict[str, list[tuple[str, Bounds]]] = {}
    drawn = [lane for lane in lanes.values() if lane.id in plane.shapes]
    for lane in drawn[:MOST_BANDS]:
        bands.setdefault(lane.process, []).append((lane.id, plane.shapes[lane.id].bounds))
    return bands
