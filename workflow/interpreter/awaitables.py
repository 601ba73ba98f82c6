"""What tokens wait for: deadlines, messages, signals, conditions; and what is raised outwards.

An event is known by its step. It occurs when a command says so, never by itself, and nothing that
it says is kept in a token.
"""

from datetime import datetime

from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.task import Task
from typing_extensions import override

from workflow.interpreter.advances import Awaits
from workflow.interpreter.errors import RuleFailed
from workflow.interpreter.memory import memory
from workflow.interpreter.rules import Rules


class Awaitable(EventDefinition):
    """An event that tokens can wait for."""

    kind: Awaits
    #: Whether it can occur again while the wait goes on.
    repeats = False

    def __init__(self, step: str, name: str = "") -> None:
        """Remember the step it is drawn at, and the message's or signal's name."""
        super().__init__(name)
        self.step = step
        self.label = name

    def arm(self, token: Task, rules: Rules, now: datetime) -> None:
        """Begin to wait."""

    def occur(self, token: Task, rules: Rules) -> bool:
        """Note that it has occurred, and return whether it may occur again."""
        del token, rules
        return self.repeats

    def due_at(self, token: Task) -> datetime | None:
        """Return when it falls due, if it is a deadline."""
        del token
        return None


class Message(Awaitable):
    """A message from outside. Its contents go to the record, by the caller."""

    kind = Awaits.MESSAGE
    repeats = True


class Signal(Awaitable):
    """A message to everybody who waits for it."""

    kind = Awaits.SIGNAL
    repeats = True


class Condition(Awaitable):
    """Occurs once when its expression has become true."""

    kind = Awaits.CONDITION

    def __init__(self, step: str, text: str) -> None:
        """Remember the expression."""
        super().__init__(step)
        self.text = text


class Timer(Awaitable):
    """Falls due once. A token may wait for several, so each is kept by its step."""

    kind = Awaits.TIMER

    def __init__(self, step: str, text: str) -> None:
        """Remember the period's code or ISO 8601 text."""
        super().__init__(step)
        self.text = text

    @override
    def arm(self, token: Task, rules: Rules, now: datetime) -> None:
        due = memory(token).setdefault("due", {})
        if self.step not in due:
            due[self.step] = self._after(now, rules).isoformat()

    @override
    def due_at(self, token: Task) -> datetime:
        return datetime.fromisoformat(memory(token)["due"][self.step])

    def _after(self, since: datetime, rules: Rules) -> datetime:
        try:
            due_at = rules.due_at(self.text, since)
        except Exception as cause:
            raise RuleFailed(self.step, self.text, cause) from cause
        if due_at.tzinfo is None:
            raise RuleFailed(self.step, self.text, ValueError("the moment has no time zone"))
        return due_at


class Cycle(Timer):
    """Falls due again and again: `R3/P7D` three times, `R/P7D` for ever."""

    def __init__(self, step: str, times: int | None, every: str) -> None:
        """Remember how often (None: for ever), and the period between."""
        super().__init__(step, every)
        self.times = times

    @override
    def arm(self, token: Task, rules: Rules, now: datetime) -> None:
        super().arm(token, rules, now)
        if self.times is not None:
            memory(token).setdefault("left", {}).setdefault(self.step, self.times)

    @override
    def occur(self, token: Task, rules: Rules) -> bool:
        memory(token)["due"][self.step] = self._after(self.due_at(token), rules).isoformat()
        if self.times is None:
            return True
        memory(token)["left"][self.step] -= 1
        return memory(token)["left"][self.step] > 0


class Raised(EventDefinition):
    """An error or escalation: goes outwards to the first step whose edge catches it."""

    def __init__(self, code: str | None, *, error: bool) -> None:
        """Remember the code (None catches all) and whether what raises it ends."""
        super().__init__(code or "")
        self.code = code
        self.error = error

    def catches(self, other: "Raised") -> bool:
        """Return whether this, on the edge of a step, catches what was raised inside it."""
        return self.error == other.error and self.code in {None, other.code}
