"""How it is measured: CPU time, over windows that are all made of the same steps."""

import gc
from collections.abc import Callable
from time import process_time
from typing import Protocol

#: Does something and returns what it cost, in ms of CPU.
Spent = Callable[[Callable[[], object]], float]


class Way(Protocol):
    """One way of keeping one case, step by step."""

    #: How many steps have been completed.
    completed: int

    def step(self) -> float:
        """Complete the next step of the story; return what that cost, in ms of CPU."""

    def go_to(self, completed: int) -> None:
        """Complete steps, unmeasured, until so many are completed."""


def cpu_ms(action: Callable[[], object]) -> float:
    """Return the milliseconds that this process and the kernel for it worked on an action."""
    before = process_time()
    action()
    return (process_time() - before) * 1000


def window(way: Way, completed: int, steps: int) -> float:
    """Return the mean cost of so many steps after `completed` ones, in ms of CPU."""
    way.go_to(completed)
    gc.collect()
    return sum(way.step() for _ in range(steps)) / steps


def side_by_side(one: Way, another: Way, steps: int) -> tuple[float, float]:
    """Return the mean costs of so many steps of two cases, in ms of CPU.

    They take turns step by step, so that whatever else keeps the machine busy slows both alike.
    """
    gc.collect()
    spent = [(one.step(), another.step()) for _ in range(steps)]
    return sum(first for first, _ in spent) / steps, sum(second for _, second in spent) / steps
