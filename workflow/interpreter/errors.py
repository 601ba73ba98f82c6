"""What can go wrong with tokens, named for the fact; the engine says it in the drawing's words.

Unrunnable           the drawing cannot be run: raised while reading, never while a case moves
InterpreterError
├── NotOpen          the token is not an open task
├── NotAwaited       the token does not wait for this event
├── GoingInCircles   the drawing goes round without meeting a person
├── TooMuchAtOnce    one command would move or make more tokens than a case can bear
├── Deadlock         tokens wait for each other, and nobody can help them
├── NoWayOut         no condition is true and no way is the default
├── RuleFailed       a rule, a decision or a timer raised; the cause is kept
└── SnapshotRefused  not our text, or another version's

After each of these the snapshot that was given is still good: nothing has moved. The record that
was given may hold decisions of the failed attempt and is to be thrown away.
"""


class InterpreterError(Exception):
    """A command could not be carried out; nothing has moved."""

    def __init__(self, message: str, step: str = "") -> None:
        #: BPMN id of the element that it is about; empty where it is about none.
        self.step = step
        super().__init__(message)


class Unrunnable(Exception):
    """This drawing cannot be run."""

    def __init__(self, message: str, element: str | None = None) -> None:
        #: Id of the element in the drawing, where there is one.
        self.element = element
        super().__init__(message)


class NotOpen(InterpreterError):
    """No open task has this token."""

    def __init__(self, token: str) -> None:
        self.token = token
        super().__init__(f"Token {token} is not an open task of this case.")


class NotAwaited(InterpreterError):
    """No such event is awaited."""

    def __init__(self, token: str, step: str) -> None:
        self.token = token
        super().__init__(f"Token {token} does not wait for {step}.", step)


class GoingInCircles(InterpreterError):
    """The tokens kept moving without meeting a person or a wait."""

    def __init__(self, step: str) -> None:
        super().__init__(
            f"The tokens go round and round {step} without meeting a person or a wait."
            " Put a step for a person, or a deadline, into the loop.",
            step,
        )


class TooMuchAtOnce(InterpreterError):
    """One command would move or make more tokens than a case can bear."""

    def __init__(self, step: str, most: int) -> None:
        super().__init__(
            f"At {step} more than {most:,} things would happen at once."
            " Repeat it for fewer, or let fewer ways go on at the same time.",
            step,
        )


class Deadlock(InterpreterError):
    """Tokens wait for each other at joins, and no person and no event can move them on."""

    def __init__(self, step: str) -> None:
        super().__init__(
            f"At {step} tokens would wait for ever for others that cannot come."
            " Bring together with a parallel gateway only ways that all are taken.",
            step,
        )


class NoWayOut(InterpreterError):
    """At a gateway no condition is true, and no way is the default."""

    def __init__(self, step: str) -> None:
        super().__init__(
            f"No way leads on from {step}: no condition is true, and no way is the default.", step
        )


class RuleFailed(InterpreterError):
    """A rule could not be answered; `cause` says why."""

    def __init__(self, step: str, text: str, cause: Exception) -> None:
        #: The expression, the decision's id, or the timer's text.
        self.text = text
        self.cause = cause
        super().__init__(f"The rule “{text}” could not be answered: {cause}", step)


class SnapshotRefused(InterpreterError):
    """This text is not a snapshot of this version."""
