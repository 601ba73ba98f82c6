"""What belongs together without an arrow between: links, steps that undo others, calls."""

from collections.abc import Mapping

from pathways.model.drawing import Drawing
from pathways.model.node import Event, EventPosition, Step, StepKind, Trigger

#: Where a link of a name arrives: the first one counts, as in every BPMN editor.
_Arrivals = Mapping[tuple[str, str], str]


class Relations:
    """What follows what in a drawing without an arrow."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        arrivals = _arrivals(drawing)
        #: Link event that leaves -> the one at which the way goes on.
        self.goes_on: Mapping[str, str] = {
            event.id: arrivals[_link(event)]
            for event in drawing.events()
            if _is_link(event, EventPosition.THROW) and _link(event) in arrivals
        }
        #: Event on the edge of a step -> the step that undoes it.
        self.undone_by: Mapping[str, str] = _undoing(drawing)
        #: Step -> the steps that it undoes.
        self.undoes: Mapping[str, tuple[str, ...]] = _turned(
            {_host(drawing.nodes[event]): step for event, step in self.undone_by.items()}
        )
        #: Process -> the steps that call it.
        self.callers: Mapping[str, tuple[str, ...]] = _turned(
            {step.id: self.called(step) for step in drawing.steps() if self.called(step)}
        )
        #: Link event at which a way goes on -> those that leave.
        self.comes_from: Mapping[str, tuple[str, ...]] = _turned(self.goes_on)

    def called(self, step: Step) -> str:
        """Return the id of the process of the same file that a step calls; empty for others."""
        if step.kind is not StepKind.CALL:
            return ""
        for name in (step.calls, step.calls.rpartition(":")[2]):
            if name in self._drawing.processes:
                return name
        return ""

    def following(self, name: str) -> tuple[str, ...]:
        """Return what comes after a node without an arrow."""
        nexts = (self.goes_on.get(name), self.undone_by.get(name))
        return tuple(each for each in nexts if each is not None)


def _is_link(event: Event, position: EventPosition) -> bool:
    return event.trigger is Trigger.LINK and event.position is position


def _link(event: Event) -> tuple[str, str]:
    return event.process, "" if event.about is None else event.about.name


def _arrivals(drawing: Drawing) -> _Arrivals:
    arrivals: dict[tuple[str, str], str] = {}
    for event in drawing.events():
        if _is_link(event, EventPosition.CATCH):
            arrivals.setdefault(_link(event), event.id)
    return arrivals


def _undoing(drawing: Drawing) -> Mapping[str, str]:
    undoing: dict[str, str] = {}
    for line in drawing.associations.values():
        for one, other in ((line.source, line.target), (line.target, line.source)):
            event, step = drawing.nodes.get(one), drawing.nodes.get(other)
            if _calls_for_undoing(event) and isinstance(step, Step):
                undoing.setdefault(one, other)
    return undoing


def _host(node: object) -> str:
    return (node.attached_to or "") if isinstance(node, Event) else ""


def _calls_for_undoing(node: object) -> bool:
    return (
        isinstance(node, Event)
        and node.position is EventPosition.BOUNDARY
        and node.trigger is Trigger.COMPENSATION
    )


def _turned(pairs: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    back: dict[str, list[str]] = {}
    for one, other in pairs.items():
        back.setdefault(other, []).append(one)
    return {name: tuple(names) for name, names in back.items()}
