"""Procrastinate's side of jobs: the worker that is woken by the database."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from threading import Event, Thread
from urllib.parse import urlsplit, urlunsplit

from procrastinate import App, PsycopgConnector, RetryStrategy

from workflow.jobs.retries import LEASE

_log = logging.getLogger(__name__)

#: What the messages say: run the job with this key.
RUN = "run"
_LOOK_AFTER = "look_after"
#: Seconds that a worker which is told to stop may take for the jobs it is at.
_FAREWELL = 30.0
#: Seconds before a worker that has lost its database looks for it again.
_PAUSE = 1.0
#: Hours after which messages that were read are forgotten; the jobs' own rows stay.
_KEPT_HOURS = 24
#: A message is read again where the database could not be used; what goes wrong in a job is the
#: job's, and never comes up to here.
_UNTIL_IT_CAN_BE_USED = RetryStrategy(max_attempts=1_000, wait=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How soon it is noticed that a worker has vanished."""

    #: Seconds: how often a worker says that it is alive, and after which it is believed dead.
    heartbeat: float = 10.0
    dead: float = 30.0
    #: When it is looked for messages whose worker has vanished, as cron has it.
    look_after: str = "* * * * *"
    #: How long a job is held; another worker may take it then.
    lease: timedelta = LEASE


def connection_info(url: str) -> str:
    """Return a database's URL as the driver understands it, without SQLAlchemy's own parts."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(scheme="postgresql"))


class Worker:
    """Waits for messages and runs what they name, in threads."""

    def __init__(
        self,
        database: str,
        run: Callable[[str], None],
        send_overdue: Callable[[], None],
        pace: Pace,
    ) -> None:
        """Make a worker that does not work yet.

        Args:
            database: How the driver reaches the database.
            run: Runs the job with a key; raises only where the database cannot be used.
            send_overdue: Sends messages anew for jobs that should have been run.
            pace: How soon it is noticed that another worker has vanished.
        """
        self._database = database
        self._pace = pace
        self._run = run
        self._send_overdue = send_overdue
        self._thread: Thread | None = None
        self._stopping = Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._working: asyncio.Task[None] | None = None

    def start(self, threads: int) -> None:
        """Work beside this thread until `stop`.

        Raises:
            RuntimeError: If it works already.
        """
        if self._thread is not None:
            raise RuntimeError("Expected the worker to be stopped, but it works already.")
        self._stopping.clear()
        self._thread = Thread(
            target=lambda: asyncio.run(self._work(threads, signals=False)),
            name="jobs",
            daemon=True,
        )
        self._thread.start()

    def stop(self) -> None:
        """Let it end the jobs that it is at, and wait for it."""
        self._stopping.set()
        if self._thread is None:
            return
        while self._thread.is_alive():
            if self._loop is not None and self._working is not None:
                self._loop.call_soon_threadsafe(self._working.cancel)
            self._thread.join(0.1)
        self._thread = None

    def work(self, threads: int) -> None:
        """Work until the process is told to stop."""
        asyncio.run(self._work(threads, signals=True))

    async def _work(self, threads: int, *, signals: bool) -> None:
        self._loop = asyncio.get_running_loop()
        while not self._stopping.is_set():
            self._working = asyncio.create_task(self._work_once(threads, signals=signals))
            try:
                await self._working
            except asyncio.CancelledError:
                break
            except Exception as error:  # noqa: BLE001  a worker goes on, whatever broke its line
                _log.warning("the worker begins again after %s", type(error).__name__)
                await asyncio.sleep(_PAUSE)
            else:
                break  # told to stop by a signal
        self._loop = self._working = None

    async def _work_once(self, threads: int, *, signals: bool) -> None:
        app = self._app()
        async with app.open_async():
            await app.run_worker_async(
                concurrency=threads,
                install_signal_handlers=signals,
                update_heartbeat_interval=self._pace.heartbeat,
                stalled_worker_timeout=self._pace.dead,
                shutdown_graceful_timeout=_FAREWELL,
            )

    def _app(self) -> App:
        """Return an application of Procrastinate's own; one lives as long as its connections."""
        app = App(connector=PsycopgConnector(conninfo=self._database))
        app.task(name=RUN, retry=_UNTIL_IT_CAN_BE_USED)(self._run)

        @app.periodic(cron=self._pace.look_after)
        @app.task(name=_LOOK_AFTER, queueing_lock=_LOOK_AFTER)
        async def look_after(timestamp: int) -> None:  # noqa: ARG001 - every periodic task gets it
            dead = self._pace.dead
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=dead):
                await app.job_manager.retry_job(job)
            await app.job_manager.delete_old_jobs(nb_hours=_KEPT_HOURS, include_failed=True)
            await asyncio.to_thread(self._send_overdue)

        return app
