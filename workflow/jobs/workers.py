"""The threads that run jobs: they sleep until somebody rings or some seconds have passed."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread

_log = logging.getLogger(__name__)

#: How long a job can be due before it is noticed when nobody rings.
POLL_SECONDS = 5.0


class Workers:
    """Threads that call `run_next` for as long as it returns True."""

    def __init__(self, run_next: Callable[[], bool]) -> None:
        self._run_next = run_next
        self._bell = Condition()
        self._rung = 0
        self._stopping = False
        #: How many threads are at a job, and how many callers hold them back from the next.
        self._busy = 0
        self._held_back = 0
        self._threads: list[Thread] = []

    def start(self, threads: int) -> None:
        """Start the threads.

        Raises:
            RuntimeError: If they run already.
        """
        if self._threads:
            raise RuntimeError("Expected the workers to be stopped, but they run already.")
        self._stopping = False
        self._threads = [
            Thread(target=self._work, name=f"jobs-{number}", daemon=True)
            for number in range(1, threads + 1)
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let every thread end the job that it is at, and wait for it."""
        self._stopping = True
        self.wake()
        for thread in self._threads:
            thread.join()
        self._threads = []

    def wake(self) -> None:
        """Have every thread look for work at once."""
        with self._bell:
            self._rung += 1
            self._bell.notify_all()

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Let every thread end the job that it is at, and none begin another until the end."""
        with self._bell:
            self._held_back += 1
            self._bell.wait_for(lambda: self._busy == 0)
        try:
            yield
        finally:
            with self._bell:
                self._held_back -= 1
                self._bell.notify_all()

    def _work(self) -> None:
        while not self._stopping:
            rung = self._rung
            with self._at_work():
                ran = self._ran_one()
            if not ran:
                self._sleep_unless_rung_since(rung)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        with self._bell:
            self._bell.wait_for(lambda: self._held_back == 0 or self._stopping)
            self._busy += 1
        try:
            yield
        finally:
            with self._bell:
                self._busy -= 1
                self._bell.notify_all()

    def _ran_one(self) -> bool:
        if self._stopping:
            return False
        try:
            return self._run_next()
        except Exception as error:  # noqa: BLE001  a thread that dies would leave jobs undone
            _log.warning("jobs cannot be run just now: %s", type(error).__name__)
            return False

    def _sleep_unless_rung_since(self, rung: int) -> None:
        with self._bell:
            self._bell.wait_for(lambda: self._rung != rung or self._stopping, POLL_SECONDS)
