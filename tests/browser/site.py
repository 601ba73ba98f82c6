"""A whole house behind an address of this machine, as `fingerpost run --demo` serves it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from waitress import create_server

from tests.fakes import FakeTime
from webapp.application import create_app
from workflow.bootstrap import Settings, Workflow, build, publish_shipped

_THREADS = 4
_BACKLOG = 128


@dataclass(frozen=True, slots=True)
class Site:
    """A house that answers at an address."""

    workflow: Workflow
    #: Stands still; only the demonstration's own clock is moved on, by people.
    time: FakeTime
    #: Where it is, without a slash at the end.
    address: str


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a fresh house in demo mode, its jobs running in threads beside it."""
    time = FakeTime()
    database = f"sqlite:///{folder / 'fingerpost.db'}"
    workflow = build(Settings(database=database, outbox=folder / "outbox", demo=True, time=time))
    try:
        publish_shipped(workflow)
        if workflow.demo is not None:
            workflow.demo.set_up()
        workflow.start()
        with socket.create_server(("127.0.0.1", 0), backlog=_BACKLOG) as listening:
            port = listening.getsockname()[1]
            with _answering(workflow, listening):
                yield Site(workflow, time, f"http://127.0.0.1:{port}")
    finally:
        workflow.stop()


@contextmanager
def _answering(workflow: Workflow, listening: socket.socket) -> Iterator[None]:
    app = create_app(workflow, demo=True)
    server = create_server(app, sockets=[listening], threads=_THREADS)

    def leave() -> None:
        for channel in list(server.active_channels.values()):
            channel.handle_close()
        server.close()

    thread = threading.Thread(target=server.run, name="site")
    thread.start()
    try:
        yield
    finally:
        # In the server's own thread, so that no connection is closed while it is being read.
        server.trigger.pull_trigger(leave)
        thread.join()
        server.task_dispatcher.shutdown()
