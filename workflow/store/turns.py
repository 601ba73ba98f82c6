"""Turns: which of the threads of a process may write."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident, local

_OPEN = "Expected one transaction at a time in a thread, but one is open."


class OneAtATime:
    """One holder at a time, first come, first served.

    The database's own waiting is unfair: with several waiters the slowest can wait for seconds.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._holder: int | None = None
        self._waiting: deque[tuple[int, Lock]] = deque()

    @property
    def waiting(self) -> int:
        """How many wait at this moment."""
        return len(self._waiting)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for this thread's turn, and pass it on at the end.

        Raises:
            RuntimeError: If this thread has the turn already.
        """
        self._begin()
        try:
            yield
        finally:
            self._pass_on()

    def _begin(self) -> None:
        me, my_turn = get_ident(), Lock()
        with self._guard:
            if self._holder == me:
                raise RuntimeError(_OPEN)
            if self._holder is None:
                self._holder = me
                return
            my_turn.acquire()
            self._waiting.append((me, my_turn))
        my_turn.acquire()

    def _pass_on(self) -> None:
        with self._guard:
            if not self._waiting:
                self._holder = None
                return
            self._holder, next_turn = self._waiting.popleft()
        next_turn.release()


class AllAtOnce:
    """Every thread at any time: the database itself keeps them apart.

    But each once: a second transaction would wait for what the first has locked.
    """

    def __init__(self) -> None:
        self._here = local()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Go ahead.

        Raises:
            RuntimeError: If this thread is writing already.
        """
        if getattr(self._here, "writing", False):
            raise RuntimeError(_OPEN)
        self._here.writing = True
        try:
            yield
        finally:
            self._here.writing = False
