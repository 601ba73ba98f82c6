from SpiffWorkflow.bpmn.parser.node_parser import Node, NodeParser
from SpiffWorkflow.bpmn.parser.ProcessParser import ProcessParser
from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.specs.base import TaskSpec

class TaskParser(NodeParser):
    STANDARD_LOOP_CLASS: type[TaskSpec]
    PARALLEL_MI_CLASS: type[TaskSpec]
    SEQUENTIAL_MI_CLASS: type[TaskSpec]
    process_parser: ProcessParser
    spec: BpmnProcessSpec
    task: TaskSpec
    def __init__(
        self,
        process_parser: ProcessParser,
        spec_class: type[TaskSpec],
        node: Node,
        nsmap: dict[str, str],
        lane: str | None = ...,
    ) -> None: ...
    def parse_node(self) -> TaskSpec: ...
    def create_task(self) -> TaskSpec: ...
    def connect_outgoing(
        self, outgoing_task: TaskSpec, sequence_flow_node: Node, is_default: bool
    ) -> None: ...
    def _copy_task_attrs(
        self, original: TaskSpec, loop_characteristics: Node | None = ...
    ) -> None: ...
