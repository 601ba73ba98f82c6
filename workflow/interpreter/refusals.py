"""What of a drawing cannot be run, found while it is read.

`pathways.executable` says it earlier and with more advice; this is the last gate, so that nothing
is run otherwise than it is drawn.
"""

from SpiffWorkflow.bpmn.parser.ValidationException import ValidationException
from SpiffWorkflow.specs.base import TaskSpec

from workflow.interpreter.drawn import Node
from workflow.interpreter.elements import Element
from workflow.interpreter.errors import Unrunnable
from workflow.interpreter.events import Catching, EventGateway
from workflow.interpreter.gateways import Choosing, Exclusive, Inclusive, Parallel
from workflow.interpreter.ways import Way

_WAITS = frozenset({"message", "signal", "timer", "conditional"})
#: Element -> the kinds of event it can carry here. The library passes the others over in silence.
_EVENTS = {
    "startEvent": _WAITS | {"error", "escalation"},
    "intermediateCatchEvent": _WAITS,
    "boundaryEvent": _WAITS | {"error", "escalation", "cancel"},
    "intermediateThrowEvent": frozenset({"message", "signal", "escalation"}),
    "endEvent": frozenset({"message", "signal", "error", "escalation", "cancel", "terminate"}),
}
_DEFINITION = "EventDefinition"
#: Names that the library gives to elements of its own.
_TAKEN = ("Start", "End")
_TAKEN_ENDINGS = (".EndJoin", ".BoundaryEventSplit", ".BoundaryEventJoin", " [child]")


class Refusal(ValidationException):
    """Something drawn cannot be run; it becomes `Unrunnable` on its way out of the library."""

    def __init__(self, problem: str, element: str | None, name: str | None = None) -> None:
        """Say what is wrong with which element."""
        super().__init__(problem)
        self.unrunnable = Unrunnable(f"“{name or element}” cannot be run: {problem}.", element)


def refuse(problem: str, node: Node) -> Refusal:
    """Return the refusal of a drawn element."""
    return Refusal(problem, node.get("id"), node.get("name"))


def check_id(node: Node) -> None:
    """Refuse an id that the library uses for an element of its own."""
    name = node.get("id") or ""
    if not name or name in _TAKEN or name.endswith(_TAKEN_ENDINGS):
        raise refuse(f"the id “{name}” has a meaning of its own here, so choose another", node)


def check_events(node: Node) -> None:
    """Refuse an event that would be passed over in silence."""
    names = [local_name(child) for child in node]
    kinds = [name.removesuffix(_DEFINITION) for name in names if name.endswith(_DEFINITION)]
    if len(kinds) > 1:
        raise refuse("it carries several events, so draw one element for each", node)
    if not kinds and local_name(node) == "boundaryEvent":
        raise refuse("it does not say what happens on the edge of the step", node)
    for kind in kinds:
        if kind not in _EVENTS.get(local_name(node), frozenset()):
            raise refuse(f"an event of the kind “{kind}” has no meaning here", node)


def check_way(source: Element, way: Way, target: TaskSpec) -> None:
    """Refuse a sequence flow that would be travelled otherwise than it is drawn."""
    twice = way.target in {other.target for other in source.ways}
    if twice and (not isinstance(source, Exclusive) or isinstance(target, Parallel)):
        _refuse_way(source, way, "two ways lead to the same place at the same time")
    if way.condition is not None and not isinstance(source, Choosing):
        _refuse_way(source, way, "only ways behind a gateway can have a condition")
    waits = isinstance(target, Catching) and bool(target.awaited())
    if isinstance(source, EventGateway) and not waits:
        _refuse_way(source, way, "each way must lead to an event of its own that is waited for")


def check_ways(spec: TaskSpec) -> None:
    """Refuse an element whose ways, all together, would be travelled otherwise than drawn."""
    if isinstance(spec, EventGateway):
        for output in spec.outputs:
            if len(output.inputs) > 1:
                problem = "several ways lead to an event that a gateway waits for"
                raise Refusal(problem, output.bpmn_id, output.bpmn_name)
    elif isinstance(spec, Exclusive | Inclusive):
        for way in spec.ways:
            if len(spec.ways) > 1 and way.condition is None and not way.default:
                _refuse_way(spec, way, "it has neither a condition nor is it the default")
    elif isinstance(spec, Element) and len(spec.ways) > 1 and not isinstance(spec, Parallel):
        problem = "several ways lead on from it, so put a gateway behind it"
        raise Refusal(problem, spec.bpmn_id, spec.bpmn_name)


def _refuse_way(source: TaskSpec, way: Way, problem: str) -> None:
    raise Refusal(
        f"the way “{way.flow}” cannot be travelled: {problem}", source.bpmn_id, source.bpmn_name
    )


def local_name(node: Node) -> str:
    """Return an element's name without its namespace; comments have none."""
    return str(node.tag).rpartition("}")[2]
