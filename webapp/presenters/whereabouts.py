"""Where a case is on its pathway: here, or done."""

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.drawing import Mark
from pathways.model.drawing import Drawing
from pathways.model.node import Choice, Event, EventPosition
from workflow.model.case import CaseFile, Wait


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The place of a case in the drawing, by ids of its steps."""

    here: tuple[str, ...]
    done: frozenset[str]

    @property
    def marks(self) -> Mapping[str, Mark]:
        """What is said about each step; where the case is now goes before what was done there."""
        return dict.fromkeys(self.done, Mark.DONE) | dict.fromkeys(self.here, Mark.HERE)


def whereabouts(file: CaseFile) -> Whereabouts:
    """Return where a case is: at its open tasks and waits, or at the end that it came to."""
    drawing = file.version.pathway.drawing
    here = [file.drawn(task.step) for task in file.open_tasks]
    here += [wait.step for wait in file.waits if is_pause(drawing, wait)]
    here += [file.drawn(file.case.outcome)] if file.case.outcome else []
    return Whereabouts(tuple(dict.fromkeys(here)), _passed(drawing, file.travelled) - set(here))


def is_pause(drawing: Drawing, wait: Wait) -> bool:
    """Whether the case itself stands at this wait; other waits are deadlines of a task."""
    node = drawing.nodes.get(wait.step)
    return isinstance(node, Event) and node.position is EventPosition.CATCH


def _passed(drawing: Drawing, travelled: frozenset[str]) -> frozenset[str]:
    """Everything that was left on an arrow that was travelled, and every end that was reached."""
    flows = [drawing.flows[flow] for flow in travelled if flow in drawing.flows]
    left = {flow.source for flow in flows if not _is_choice(drawing, flow.source)}
    return frozenset(left | {flow.target for flow in flows if _is_end(drawing, flow.target)})


def _is_choice(drawing: Drawing, node_id: str) -> bool:
    return isinstance(drawing.nodes[node_id], Choice)


def _is_end(drawing: Drawing, node_id: str) -> bool:
    node = drawing.nodes[node_id]
    return isinstance(node, Event) and node.position is EventPosition.END
