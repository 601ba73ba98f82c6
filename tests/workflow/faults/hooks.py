"""Ends a process, or fails, at a chosen moment of its work with the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import Engine, event

from tests.workflow import processes
from workflow.store import Transaction


def die_at(moment: int) -> None:
    """Have this process end, as a power cut would, at a moment counted from 1.

    Moments are: before and after every statement, before every commit and after it. For a child
    that is about to do one thing and to end: nothing is put back.
    """
    moments = count(1)

    def pass_by(*_: object, **__: object) -> None:
        if next(moments) == moment:
            processes.end_at_once()

    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, name, pass_by)
    after_commit = Transaction.run_afterwards

    def pass_by_and_go_on(self: Transaction) -> None:
        pass_by()
        after_commit(self)

    Transaction.run_afterwards = pass_by_and_go_on  # type: ignore[method-assign]  the process is about to die


class PulledPlug(Exception):
    """Raised where a statement was to be run."""


@contextmanager
def failing_at(moment: int) -> Iterator[None]:
    """Have the work with the database fail at a moment before or after a statement or a commit."""
    moments = count(1)

    def pass_by(*_: object, **__: object) -> None:
        if next(moments) == moment:
            raise PulledPlug

    names = ("before_cursor_execute", "after_cursor_execute", "commit")
    for name in names:
        event.listen(Engine, name, pass_by)
    try:
        yield
    finally:
        for name in names:
            event.remove(Engine, name, pass_by)
