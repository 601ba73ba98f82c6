"""A version's drawing becomes a specification."""

from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.parser.ProcessParser import ProcessParser
from SpiffWorkflow.bpmn.parser.TaskParser import TaskParser
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.specs.base import TaskSpec
from typing_extensions import override

from workflow.interpreter.awaitables import Awaitable, Raised
from workflow.interpreter.drawn import Node
from workflow.interpreter.elements import PartStep
from workflow.interpreter.errors import Unrunnable
from workflow.interpreter.events import Catching
from workflow.interpreter.gateways import Parallel
from workflow.interpreter.loops import Arrow, Loops, find_loops, postorder
from workflow.interpreter.reader import READERS
from workflow.interpreter.refusals import Refusal, check_id, check_ways, local_name, refuse
from workflow.interpreter.rounds import Drawn, specification
from workflow.interpreter.specification import Alert, Specification

_FROM_INSIDE = {"errorEventDefinition", "escalationEventDefinition"}
_SPLITS = {"parallelGateway", "inclusiveGateway"}


def read_specification(xml: bytes, process: str) -> Specification:
    """Return a version, ready to run; parsed once and shared.

    Args:
        xml: The executable copy of a drawing (`pathways.executable`).
        process: Id of the process that cases follow.

    Raises:
        Unrunnable: If something drawn cannot be run; it names the element.
    """
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Unrunnable("The drawing must not have a document type declaration.")
    try:
        reader = _Reader()
        reader.add_bpmn_str(xml)
        top, parts = reader.get_spec(process), reader.get_subprocess_specs(process)
        drawn = {
            name: Drawn(spec, parser.loops, parser.alerts)
            for name, spec in {process: top, **parts}.items()
            for parser in [reader.process_parsers[name]]
            if isinstance(parser, _ProcessReader)
        }
        return specification(process, drawn)
    except Refusal as refusal:
        raise refusal.unrunnable from None
    except Unrunnable:
        raise
    except Exception as cause:
        raise Unrunnable(f"The drawing cannot be run: {cause}") from cause


class _ProcessReader(ProcessParser):
    """One process or sub-process.

    First every element is read, then the flows between them: the library goes from element to
    element, as deep as the drawing is long, and in the order of the picture.
    """

    @override
    def _parse(self) -> None:
        self.loops = Loops()
        self.alerts: dict[str, Alert] = {}
        self.readers: dict[str, TaskParser] = {}
        self.spec = self.create_spec()  # without data objects: nothing of them goes into tokens
        self.add_tasks()

    @override
    def add_tasks(self) -> None:
        first = self._start()
        flows = self.xpath("./bpmn:sequenceFlow")
        arrows = [*self._edges(), *map(self._arrow, flows)]
        for name in postorder(first, arrows):
            self.parse_node(self._node(name))
        for flow in flows:
            self._connect(flow)
        self.loops = find_loops(first, arrows)
        self._check()
        for node in self.xpath("./bpmn:subProcess[@triggeredByEvent='true']"):
            self._read_alert(node)

    @override
    def parse_node(self, node: Node) -> TaskSpec:
        check_id(node)
        name = node.get("id") or ""
        if name not in self.readers:
            if node.tag not in READERS:
                raise refuse(f"elements of the kind {local_name(node)} have no meaning here", node)
            reader, becomes = READERS[node.tag]
            self.readers[name] = reader(self, becomes, node, self.nsmap, lane=self.lane)
            self.readers[name].parse_node()
        return self.spec.task_specs[name]

    @override
    def get_outgoing_sequence_flows(self, source_ref: str) -> list[Node]:
        return []  # the library would follow them at once

    def _start(self) -> str:
        starts = self.xpath("./bpmn:startEvent")
        if len(starts) != 1:
            raise refuse(f"it has {len(starts)} start events, and should have one", self.node)
        kinds = {local_name(child) for child in starts[0]}
        if kinds & _FROM_INSIDE and self.node.get("triggeredByEvent") != "true":
            raise refuse(
                "nothing further in can begin it, for it is no event sub-process", starts[0]
            )
        return starts[0].get("id") or ""

    def _connect(self, flow: Node) -> None:
        source, target = flow.get("sourceRef") or "", flow.get("targetRef") or ""
        if source in self.readers:
            reader = self.readers[source]
            spec = self.spec.task_specs.get(f"{target}.BoundaryEventSplit")
            default = flow.get("id") == reader.node.get("default")
            reader.connect_outgoing(spec or self.spec.task_specs[target], flow, default)

    def _arrow(self, flow: Node) -> Arrow:
        source = flow.get("sourceRef") or ""
        splits = local_name(self._node(source)) in _SPLITS
        return Arrow(flow.get("id") or "", source, flow.get("targetRef") or "", splits=splits)

    def _edges(self) -> list[Arrow]:
        for event in self.xpath("./bpmn:boundaryEvent[bpmn:cancelEventDefinition]"):
            if local_name(self._node(event.get("attachedToRef") or "")) != "transaction":
                raise refuse("only a transaction can be called off", event)
        return [
            Arrow(
                event.get("id") or "",
                event.get("attachedToRef") or "",
                event.get("id") or "",
                splits=event.get("cancelActivity") == "false",
            )
            for event in self.xpath("./bpmn:boundaryEvent")
        ]

    def _node(self, name: str) -> Node:
        node = self.get_node_by_id(name)
        if node is None:
            raise Refusal(f"a way leads from or to “{name}”, which is not drawn", name)
        return node

    def _check(self) -> None:
        for spec in self.spec.task_specs.values():
            check_ways(spec)
            back = spec.name in self.loops.returning.values()
            if back and isinstance(spec, Parallel) and len(spec.inputs) > 1:
                raise Refusal(
                    "it waits for a way that leads back to it, so it would wait for ever",
                    spec.bpmn_id,
                    spec.bpmn_name,
                )

    def _read_alert(self, node: Node) -> None:
        """Keep an event sub-process off the start, where the library would begin it at once."""
        host = self.parse_node(node)
        if not isinstance(host, PartStep):
            raise refuse("an event sub-process cannot be repeated", node)
        start = self.parser.process_parsers[host.spec].get_spec().start.outputs[0]
        event = start.event_definition if isinstance(start, Catching) else None
        if not isinstance(event, Awaitable | Raised) or not isinstance(start, Catching):
            raise refuse("its start event does not say what it waits for", node)
        start.event_definition = EventDefinition()
        host.inputs, host.outputs = [self.spec.start], [self.spec.end]
        drawn = next(child for child in node if local_name(child) == "startEvent")
        wrong = isinstance(event, Raised) and event.ends  # what has gone wrong always interrupts
        interrupting = wrong or drawn.get("isInterrupting") != "false"
        self.alerts[start.bpmn_id or ""] = Alert(host.name, event, interrupting)


class _Reader(BpmnParser):
    """A file of processes. Data stores, correlations and pools mean nothing to tokens."""

    PROCESS_PARSER_CLASS = _ProcessReader
    PARSER_CLASSES = READERS

    @override
    def _add_data_stores(self, bpmn: Node) -> None:
        pass

    @override
    def _add_correlations(self, bpmn: Node) -> None:
        pass

    @override
    def _add_collaborations(self, bpmn: Node) -> None:
        pass
