"""Repeated steps as a token meets them: all items at once, one by one, or while a condition holds.

A token keeps the key of its item, never the item. The rest is counted, so that finished items
leave nothing behind in the snapshot.
"""

from collections.abc import Mapping
from typing import Protocol, TypedDict, Unpack

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.specs.mixins.multiinstance_task import LoopTask
from SpiffWorkflow.bpmn.util.subworkflow import BpmnBaseWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState
from typing_extensions import override

from workflow.interpreter.elements import Element
from workflow.interpreter.library import add_token, arrive, set_state, spec_of
from workflow.interpreter.memory import memory
from workflow.interpreter.repetition import Repetition
from workflow.interpreter.standing import own_turns, place
from workflow.interpreter.surroundings import around


class _Named(Protocol):
    """What the library's parser makes of an item's declaration."""

    bpmn_id: str | None
    bpmn_name: str | None


class _Drawn(TypedDict):
    """What the library's parser gives a repeated step."""

    description: str
    task_spec: str
    cardinality: str | None
    data_input: _Named | None
    data_output: _Named | None
    input_item: _Named | None
    output_item: _Named | None
    condition: str | None


class Repeated(Element, LoopTask):
    """A step that goes through items (BPMN multi-instance)."""

    def __init__(self, wf_spec: BpmnProcessSpec, bpmn_id: str, **drawn: Unpack[_Drawn]) -> None:
        """Remember what to repeat for."""
        super().__init__(wf_spec, bpmn_id, description=drawn["description"])
        #: Name of the element that is repeated; set by the library's parser.
        self.task_spec = drawn["task_spec"]
        collection, item = drawn["data_input"], drawn["input_item"]
        self.repetition = Repetition(
            collection=collection.bpmn_id if collection else None,
            cardinality=drawn["cardinality"],
            item_name=(item.bpmn_name or item.bpmn_id) if item else None,
            until=drawn["condition"],
        )

    @override
    def _update_hook(self, my_task: Task) -> bool:
        keys = list(around(my_task).repeated(my_task, self.repetition))
        around(my_task).begin_items(self.bpmn_id or "", len(keys))
        memory(my_task).update({"total": len(keys), "done": 0})
        if keys:
            set_state(my_task, TaskState.STARTED)
            self.begin(my_task, keys)
        return not keys

    def begin(self, loop: Task, keys: list[str]) -> None:
        """Begin to work on the items."""
        raise NotImplementedError

    def merge_child(self, workflow: BpmnBaseWorkflow, child: Task) -> None:
        """Count a completed item, and go on when no more are to be done."""
        del workflow
        loop = child.parent
        if loop is None:
            return
        memory(loop)["done"] += 1
        if self._enough(loop):
            for other in loop.children:
                if not other.has_state(TaskState.FINISHED_MASK):
                    other.cancel()
            set_state(loop, TaskState.READY)
        else:
            self.begin_next(loop)

    def begin_next(self, loop: Task) -> None:
        """Begin the next item, where items wait for each other."""

    def add_item(self, loop: Task, key: str) -> None:
        """Put a token on its way to one item."""
        child = add_token(loop, spec_of(loop.workflow.spec, self.task_spec))
        child.triggered = True  # or the library would take it away when the loop goes on
        memory(child)["key"] = key
        arrive(child)

    def _enough(self, loop: Task) -> bool:
        total, done = memory(loop)["total"], memory(loop)["done"]
        if done == total or self.repetition.until is None:
            return done == total
        counts: Mapping[str, int] = {
            "numberOfInstances": total,
            "numberOfCompletedInstances": done,
            "numberOfActiveInstances": total - done - len(memory(loop).get("remaining", ())),
        }
        items = {name: lambda count=count: count for name, count in counts.items()}
        return around(loop).value(loop, self.repetition.until, items) is True


class AllAtOnce(Repeated):
    """Every item has its token at the same time."""

    @override
    def begin(self, loop: Task, keys: list[str]) -> None:
        for key in keys:
            self.add_item(loop, key)


class OneByOne(Repeated):
    """An item begins when the one before it is done. The keys are those of the beginning."""

    @override
    def begin(self, loop: Task, keys: list[str]) -> None:
        memory(loop)["remaining"] = keys
        self.begin_next(loop)

    @override
    def begin_next(self, loop: Task) -> None:
        key, *memory(loop)["remaining"] = memory(loop)["remaining"]
        self.add_item(loop, key)


class Again(Element, LoopTask):
    """A step done again while a condition is true: a round each time (BPMN standard loop)."""

    def __init__(
        self,
        wf_spec: BpmnProcessSpec,
        bpmn_id: str,
        task_spec: str,
        maximum: int | None,
        condition: str | None,
        test_before: bool,  # noqa: FBT001 - as above
        **drawn: object,
    ) -> None:
        """Remember how long to go on."""
        super().__init__(wf_spec, bpmn_id, **drawn)
        self.task_spec = task_spec
        self.maximum = maximum
        self.condition = condition
        self.test_before = test_before

    @override
    def _update_hook(self, my_task: Task) -> bool:
        memory(my_task)["done"] = 0
        if self.test_before and not self._once_more(my_task):
            return True
        set_state(my_task, TaskState.STARTED)
        self._begin(my_task)
        return False

    def merge_child(self, workflow: BpmnBaseWorkflow, child: Task) -> None:
        """Count a completed time, and begin the next or go on."""
        del workflow
        loop = child.parent
        if loop is None:
            return
        memory(loop)["done"] += 1
        if self._once_more(loop):
            step = self.bpmn_id or ""
            around(loop).turns.again(step, step, place(loop), own_turns(loop))
            self._begin(loop)
        else:
            set_state(loop, TaskState.READY)

    def _begin(self, loop: Task) -> None:
        child = add_token(loop, spec_of(loop.workflow.spec, self.task_spec))
        child.triggered = True
        arrive(child)

    def _once_more(self, loop: Task) -> bool:
        if self.maximum is not None and memory(loop)["done"] >= self.maximum:
            return False
        return self.condition is None or around(loop).value(loop, self.condition) is True
