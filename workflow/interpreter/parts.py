"""A case and the parts running inside it: sub-processes and called processes."""

from collections.abc import Iterator

from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.util.subworkflow import BpmnBaseWorkflow, BpmnSubWorkflow
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.specs.Join import Join
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState
from typing_extensions import override

from workflow.interpreter.library import arrive, begin_at
from workflow.interpreter.specification import Specification


class _OnlyJoinsLook(BpmnBaseWorkflow):
    """Whenever a token moves, only joins look again: nothing else may change by itself."""

    @override
    def update_waiting_tasks(self) -> None:
        for token in list(self.tasks.values()):
            waits = token.state == TaskState.WAITING and isinstance(token.task_spec, Join)
            if waits and token.id in self.tasks:  # one join's firing takes tokens away
                arrive(token)


class Part(_OnlyJoinsLook, BpmnSubWorkflow):
    """One run of a sub-process or called process."""

    def __init__(
        self, spec: BpmnProcessSpec, host: Task, case: "Case", *, deserializing: bool = False
    ) -> None:
        #: The token of the step that this part is the inside of.
        self.host = host
        super().__init__(spec, host.id, case, deserializing=True)
        if not deserializing:
            begin_at(self)

    @override
    def _calculate_depth(self) -> int:
        return 0  # only the library's own loop asks, and it is never called


class Case(_OnlyJoinsLook, BpmnWorkflow):
    """One case, for the time of one command."""

    def __init__(
        self,
        specification: Specification,
        engine: PythonScriptEngine,
        *,
        deserializing: bool = False,
    ) -> None:
        self.specification = specification
        super().__init__(
            specification.process,
            dict(specification.parts),
            script_engine=engine,
            deserializing=True,  # or the library would make the first token, one of its own
        )
        if not deserializing:
            begin_at(self)

    @override
    def create_subprocess(self, my_task: Task, spec_name: str) -> Part:
        part = Part(self.subprocess_specs[spec_name], my_task, self)
        self.subprocesses[my_task.id] = part
        return part

    def parts(self) -> Iterator["Case | Part"]:
        """Yield the case and its running parts, outer ones first."""
        running: set[int] = {id(self)}
        yield self
        for part in list(self.subprocesses.values()):
            if isinstance(part, Part) and _runs(part.host) and id(part.host.workflow) in running:
                running.add(id(part))
                yield part


def alive(token: Task) -> bool:
    """Return whether a token is still there, and everything around it."""
    while token.workflow.tasks.get(token.id) is token:
        if not isinstance(token.workflow, Part):
            return True
        token = token.workflow.host
        if token.has_state(TaskState.FINISHED_MASK):
            return False
    return False


def _runs(host: Task) -> bool:
    there = host.workflow.tasks.get(host.id) is host
    return there and not host.has_state(TaskState.FINISHED_MASK)
