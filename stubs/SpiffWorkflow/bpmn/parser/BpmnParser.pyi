from collections.abc import Mapping

from SpiffWorkflow.bpmn.parser.node_parser import Node
from SpiffWorkflow.bpmn.parser.ProcessParser import ProcessParser
from SpiffWorkflow.bpmn.parser.TaskParser import TaskParser
from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.specs.base import TaskSpec

class BpmnParser:
    PARSER_CLASSES: Mapping[str, tuple[type[TaskParser], type[TaskSpec]]]
    PROCESS_PARSER_CLASS: type[ProcessParser]
    process_parsers: dict[str, ProcessParser]
    messages: dict[str, str]
    errors: dict[str, dict[str, str | None]]
    escalations: dict[str, dict[str, str | None]]
    def add_bpmn_str(self, bpmn_str: bytes) -> None: ...
    def get_spec(self, process_id: str) -> BpmnProcessSpec: ...
    def get_subprocess_specs(self, name: str) -> dict[str, BpmnProcessSpec]: ...
    def _add_data_stores(self, bpmn: Node) -> None: ...
    def _add_correlations(self, bpmn: Node) -> None: ...
    def _add_collaborations(self, bpmn: Node) -> None: ...
