"""What of a drawing a case can come to: its main process, and the processes that it calls."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from pathways.bpmn.names import ref
from pathways.model.drawing import Drawing
from pathways.model.graph import Graph, reachable
from pathways.model.node import Node, Step, StepKind

_Kind = TypeVar("_Kind", bound=Node)


def calls(drawing: Drawing) -> Graph:
    """Return process id -> the ids of the processes of the file that it calls."""
    called: dict[str, list[str]] = {process: [] for process in drawing.processes}
    for step in drawing.steps():
        target = called_process(step, drawing)
        if target is not None:
            called[step.process].append(target)
    return {process: tuple(targets) for process, targets in called.items()}


def called_process(step: Step, drawing: Drawing) -> str | None:
    """Return the id of the process that a step calls; None where the file has none of it."""
    if step.kind is not StepKind.CALL:
        return None
    target = ref(step.calls, drawing.processes)
    return target if target in drawing.processes else None


def running(drawing: Drawing) -> frozenset[str]:
    """Return the ids of the processes that a case can come to; none where nothing is drawn."""
    if drawing.id not in drawing.processes:
        return frozenset()
    return reachable(calls(drawing), [drawing.id])


def running_nodes(drawing: Drawing, kind: type[_Kind]) -> Iterator[_Kind]:
    """Yield the nodes of a kind in the processes that run, in the order of the file."""
    processes = running(drawing)
    for node in drawing.nodes.values():
        if isinstance(node, kind) and node.process in processes:
            yield node


def scopes(drawing: Drawing) -> Mapping[str, tuple[Node, ...]]:
    """Return what runs as one piece: process or sub-process id -> the nodes drawn in it.

    Sub-processes whose steps are done in any order are not among them: no way leads through.
    """
    ids = running(drawing)
    found: dict[str, list[Node]] = {process: [] for process in drawing.processes if process in ids}
    for step in running_nodes(drawing, Step):
        if step.holds_steps and step.kind is not StepKind.AD_HOC:
            found[step.id] = []
    for node in running_nodes(drawing, Node):
        if node.scope in found:
            found[node.scope].append(node)
    return {scope: tuple(nodes) for scope, nodes in found.items()}
