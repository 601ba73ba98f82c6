"""What a repeated step is repeated for, as drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.feel import Value
from workflow.interpreter.items import counted, keyed


@dataclass(frozen=True, slots=True)
class Repetition:
    """A BPMN multi-instance loop: exactly one of `collection` and `cardinality` is there."""

    #: FEEL that gives the items.
    collection: str | None
    #: FEEL that gives the number of times.
    cardinality: str | None
    #: The name by which rules know the item.
    item_name: str | None
    #: FEEL; when it is true the rest of the items is left out. May name numberOfInstances,
    #: numberOfCompletedInstances and numberOfActiveInstances.
    until: str | None

    @property
    def text(self) -> str:
        """The expression that gives the items."""
        return self.collection or self.cardinality or ""

    def items(self, value: Value) -> Mapping[str, Value]:
        """Return key -> item, for what `text` gave; ValueError says what is wrong with it."""
        return counted(value) if self.collection is None else keyed(value)
