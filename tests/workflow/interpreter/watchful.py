"""Rules that compare what can be read in a drawing with what a reference knows."""

from collections.abc import Mapping
from datetime import datetime

from typing_extensions import override

from tests.workflow.interpreter.blocks import Open, World
from tests.workflow.interpreter.drive import FeelRules


class WatchfulRules(FeelRules):
    """Compares what a condition right behind a step could read with what the reference knows."""

    def __init__(self, world: World, steps: list[str]) -> None:
        super().__init__()
        self.world = world
        self.steps = steps
        self.last: Open = ("", ())

    @override
    def condition(self, text: str, scope: Mapping[str, object], *, now: datetime) -> object:
        if self.last[0] and text.find(f"{self.last[0]}.") >= 0:
            seen = {step: scope[step] for step in self.steps if scope[step] is not None}
            assert seen == self.world.seen_from(self.last[1]), text
        return super().condition(text, scope, now=now)
