"""Time that can be moved on, for demo mode only: a demonstration need not wait for weeks."""

from datetime import datetime, timedelta

from workflow.clocks.system_time import SystemTime
from workflow.ports import Time
from workflow.store import Store, demo_clock


class DemoTime:
    """The `Time` port on real time plus what it has been moved on, which the store keeps."""

    def __init__(self, store: Store, real: Time | None = None) -> None:
        """Make demo time; `real` is what it is ahead of, the machine's clock unless given."""
        self._store = store
        self._real = real or SystemTime()

    def now(self) -> datetime:
        """Return the moment that the demonstration has reached; aware, UTC."""
        with self._store.read() as view:
            return self._real.now() + demo_clock.ahead(view)

    def move_on(self, by: timedelta) -> None:
        """Let time pass.

        Raises:
            ValueError: If it would go back: what is due has been done.
        """
        if by < timedelta(0):
            raise ValueError("Expected time to move on, but it would go back.")
        with self._store.write() as tx:
            demo_clock.set_ahead(tx, demo_clock.ahead(tx) + by)
