"""Steps and parts as a token meets them: arrive, do the work, go on."""

from collections.abc import Mapping

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.specs.mixins.bpmn_spec_mixin import BpmnSpecMixin
from SpiffWorkflow.bpmn.specs.mixins.subworkflow_task import SubWorkflowTask
from SpiffWorkflow.bpmn.util.subworkflow import BpmnBaseWorkflow
from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState
from typing_extensions import override

from workflow.interpreter.library import set_state
from workflow.interpreter.memory import memory
from workflow.interpreter.parts import Case
from workflow.interpreter.standing import own_turns, place
from workflow.interpreter.surroundings import around
from workflow.interpreter.ways import Way


class Element(BpmnSpecMixin):
    """What all drawn elements have in common.

    Nothing is drawn ahead of a token but the next places, and those only when it moves. The stock
    library predicts the whole rest of the tree, which grows exponentially over parallel blocks.
    """

    ways: tuple[Way, ...] = ()

    @override
    def _predict(
        self,
        my_task: Task,
        seen: list[TaskSpec] | None = None,
        looked_ahead: int = 0,
        mask: int = TaskState.PREDICTED_MASK,
    ) -> None:
        if my_task.state == TaskState.READY:
            self._predict_hook(my_task)

    @override
    def _update_hook(self, my_task: Task) -> bool:
        return True  # stock copies the data of the token before; tokens have none

    @override
    def _on_complete_hook(self, my_task: Task) -> None:
        around(my_task).travel(my_task, self.ways)
        self.completed_event.emit(my_task.workflow, my_task)

    @override
    def test(self) -> None:
        """Pass: stock checks on every arrival what was checked when the drawing was read."""


class PersonStep(Element):
    """A user task, manual task or plain task: a person does it."""

    def __init__(self, wf_spec: BpmnProcessSpec, bpmn_id: str, **drawn: object) -> None:
        """Wait for a person."""
        super().__init__(wf_spec, bpmn_id, **drawn)
        self.manual = True


class DecisionStep(Element):
    """A business rule task: a decision table answers it."""

    def __init__(
        self, wf_spec: BpmnProcessSpec, bpmn_id: str, decision: str, **drawn: object
    ) -> None:
        """Remember which table."""
        super().__init__(wf_spec, bpmn_id, **drawn)
        self.decision = decision

    @override
    def _run_hook(self, my_task: Task) -> bool:
        around(my_task).decide(my_task, self.decision)
        return True


class ActionStep(Element):
    """A service task: what its action says is done by itself."""

    def __init__(
        self, wf_spec: BpmnProcessSpec, bpmn_id: str, values: Mapping[str, str], **drawn: object
    ) -> None:
        """Remember the values that it writes down: name -> FEEL."""
        super().__init__(wf_spec, bpmn_id, **drawn)
        self.values = values

    @override
    def _run_hook(self, my_task: Task) -> bool:
        around(my_task).act(my_task, self.values)
        return True


class PartStep(Element, SubWorkflowTask):
    """A sub-process or call activity: another process runs inside it."""

    @override
    def _update_hook(self, my_task: Task) -> bool:
        case = my_task.workflow.top_workflow
        if isinstance(case, Case) and my_task.id not in case.subprocesses:
            part = case.create_subprocess(my_task, self.spec)
            self.watch(part, my_task)
            set_state(my_task, TaskState.STARTED)
            self._count(my_task, part)
        return False

    def watch(self, part: BpmnBaseWorkflow, host: Task) -> None:
        """Go on when the part is completed."""
        part.completed_event.connect(self._on_subworkflow_completed, host)

    @override
    def _on_subworkflow_completed(self, subworkflow: BpmnBaseWorkflow, my_task: Task) -> None:
        if not my_task.has_state(TaskState.FINISHED_MASK):
            set_state(my_task, TaskState.READY)

    def _count(self, host: Task, part: BpmnBaseWorkflow) -> None:
        """Give the part a number, where its runs can be told apart by nothing else."""
        surroundings = around(host)
        if self.spec in surroundings.specification.counted:
            inside = part.spec.start.outputs[0].bpmn_id or ""
            own: Mapping[str, int] = own_turns(host)
            number = surroundings.turns.run(inside, self.spec, place(host), own)
            memory(part.task_tree)["turns"] = {self.spec: number}
