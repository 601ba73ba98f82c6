"""What one evaluation knows: the scope, the moment, and the variables of loops and filters."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from pathways.feel.budget import STEPS, Meter
from pathways.feel.values import Value


class Frame(Meter):
    """One evaluation under way."""

    __slots__ = ("now", "scope", "slots", "subject")

    def __init__(self, scope: Mapping[str, object], now: datetime, *, slots: int = 0) -> None:
        if now.tzinfo is None:
            raise ValueError("`now` must be an aware datetime, in UTC.")
        # Said here once more, because a frame is made for every cell of a table.
        self.steps = STEPS
        self.calls = 0
        self.scope = scope
        self.now = now
        #: Loop variables, filtered items and entries of contexts, by the number given when bound.
        self.slots: list[Value] = [None] * slots
        #: What `?` stands for.
        self.subject: Value = None


#: An expression, ready to be evaluated.
Run: TypeAlias = Callable[[Frame], Value]
#: A unary test, ready to be asked about a value; null where it cannot be told.
Test: TypeAlias = Callable[[Frame, Value], bool | None]
