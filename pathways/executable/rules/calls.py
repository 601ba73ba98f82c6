"""Calls that lead nowhere, or back to themselves."""

from collections.abc import Iterator, Mapping

from pathways.bpmn.names import ref
from pathways.executable.copy import called_processes
from pathways.executable.original import Original
from pathways.executable.rules.complaint import about
from pathways.model.drawing import Drawing, Step, StepKind
from pathways.model.finding import Finding
from pathways.model.graph import reachable

_ROUND = (
    "{it} calls a process that leads back to the same call, so it would never end. Draw an arrow "
    "back to the step where it begins again."
)


def calls(drawing: Drawing, original: Original) -> Iterator[Finding]:  # noqa: ARG001 - a rule's shape
    """Yield a finding for each call of a process that is not there, or that calls itself."""
    processes = (drawing.id, *called_processes(drawing))
    calling = [step for step in drawing.steps() if step.kind is StepKind.CALL]
    graph: dict[str, tuple[str, ...]] = dict.fromkeys(processes, ())
    for step in calling:
        graph[_around(step, drawing)] += (ref(step.calls, processes),)
    known: Mapping[str, tuple[str, ...]] = {
        name: tuple(each for each in nexts if each in graph) for name, nexts in graph.items()
    }
    for step in calling:
        target = ref(step.calls, processes)
        if target not in graph:
            yield about(step, "call_of_nothing", _nothing(step))
        elif _around(step, drawing) in reachable(known, [target]):
            yield about(step, "call_of_itself", _ROUND)


def _around(step: Step, drawing: Drawing) -> str:
    """The process that a step stands in, however deep in sub-processes."""
    inside = step.inside
    while inside is not None and inside in drawing.nodes:
        inside = drawing.nodes[inside].inside
    return drawing.id if inside is None else inside


def _nothing(step: Step) -> str:
    named = f"“{step.calls}”, which is not in the same file" if step.calls else "nothing"
    return (
        f"{{it}} calls {named}. Draw the called process in the same file, or draw its steps in "
        "place of the call."
    )
