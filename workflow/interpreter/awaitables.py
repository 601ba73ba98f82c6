"""What tokens wait for: deadlines, messages, signals, conditions; and what is raised outwards.

An event is known by its step. It occurs when a command says so, never by itself, and nothing that
it says is kept in a token.
"""

from datetime import datetime
from enum import Enum

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
    """Occurs when its expression has become true; again only after it was not true.

    Source: BPMN 2.0.2, table 10.84, conditional: it becomes false and then true before it triggers
    again.
    """

    kind = Awaits.CONDITION
    repeats = True

    def __init__(self, step: str, text: str) -> None:
        """Remember the expression."""
        super().__init__(step)
        self.text = text

    def becomes_true(self, token: Task, *, true: bool) -> bool:
        """Note whether it is true now, and return whether it was not before."""
        was = memory(token).get("true", [])
        if true == (self.step in was):
            return False
        now = [*was, self.step] if true else [step for step in was if step != self.step]
        memory(token)["true"] = now
        return true


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

    def _after(self, since: datetime, rules: Rules, *, times: int = 1) -> datetime:
        try:
            due_at = rules.due_at(self.text, since, times=times)
        except Exception as cause:
            raise RuleFailed(self.step, self.text, cause) from cause
        if due_at.tzinfo is None:
            raise RuleFailed(self.step, self.text, ValueError("the moment has no time zone"))
        return due_at


class Cycle(Timer):
    """Falls due again and again: `R3/P7D` three times, `R/P7D` for ever.

    Every turn is counted from where the first began: month after month from 31 January is the last
    of February and then 31 March, and a turn that a change of the clocks moved leaves the next as
    it was. Source: ISO 8601-1:2019, 5.6.
    """

    def __init__(self, step: str, times: int | None, every: str) -> None:
        """Remember how often (None: for ever), and the period between."""
        super().__init__(step, every)
        self.times = times

    @override
    def arm(self, token: Task, rules: Rules, now: datetime) -> None:
        super().arm(token, rules, now)
        memory(token).setdefault("began", {}).setdefault(self.step, now.isoformat())
        if self.times is not None:
            memory(token).setdefault("left", {}).setdefault(self.step, self.times)

    @override
    def occur(self, token: Task, rules: Rules) -> bool:
        memory(token)["due"][self.step] = self._next(token, rules).isoformat()
        if self.times is None:
            return True
        memory(token)["left"][self.step] -= 1
        return memory(token)["left"][self.step] > 0

    def _next(self, token: Task, rules: Rules) -> datetime:
        """Count one more turn as passed and return when the one after it falls due."""
        kept = memory(token)
        began, passed = kept.setdefault("began", {}), kept.setdefault("passed", {})
        if self.step in began:
            passed[self.step] = passed.get(self.step, 0) + 1
        else:
            # A token of an earlier release does not know it: count from the turn just passed.
            began[self.step], passed[self.step] = kept["due"][self.step], 0
        since = datetime.fromisoformat(began[self.step])
        return self._after(since, rules, times=passed[self.step] + 1)


class Raises(Enum):
    """What can go outwards from inside of a step."""

    #: Something has gone wrong: what raises it ends.
    ERROR = "error"
    #: Somebody further out is told; what raises it goes on.
    ESCALATION = "escalation"
    #: A transaction is called off.
    CANCEL = "cancel"


class Raised(EventDefinition):
    """Goes outwards to the first event sub-process or edge of a step that catches it."""

    def __init__(self, kind: Raises, code: str | None = None) -> None:
        """Remember what it is, and its code (None catches all)."""
        super().__init__(code or "")
        self.kind = kind
        self.code = code

    @property
    def ends(self) -> bool:
        """Whether what raises it ends."""
        return self.kind is not Raises.ESCALATION

    def catches(self, other: "Raised") -> bool:
        """Return whether this catches what was raised further in."""
        return self.kind is other.kind and self.code in {None, other.code}
