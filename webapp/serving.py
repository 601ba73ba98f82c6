"""Serves the application until it is told to stop."""

import errno
import signal
import socket
from collections.abc import Callable
from types import FrameType

from waitress import create_server

from webapp import logbook
from webapp.application import create_app
from workflow.bootstrap import Workflow, publish_shipped

#: Above our own limit, so that our own page answers what is a little too large.
_MOST_BYTES = 16 * 1024 * 1024
_THREADS = 8
#: Connections that may wait to be taken.
_BACKLOG = 1024


class CannotServe(Exception):
    """The address is not free for us; the message says what to do."""


def serve(
    workflow: Workflow, *, host: str, port: int, say: Callable[[str], None], jobs: bool = True
) -> None:
    """Serve until the process is told to stop; jobs run in threads beside it.

    Args:
        workflow: The house; brought up to date, not started.
        host: The address to listen at.
        port: The port to listen at.
        say: Tells the person at the terminal where to look.
        jobs: Whether jobs run here; where they do not, `fingerpost worker` does them.

    Raises:
        CannotServe: If nothing can listen there.
    """
    logbook.open_log()
    furnish(workflow)
    app = create_app(workflow, demo=workflow.demo is not None)
    with _listen(host, port) as listening:
        server = create_server(
            app, sockets=[listening], threads=_THREADS, max_request_body_size=_MOST_BYTES
        )
        signal.signal(signal.SIGTERM, _leave)
        if jobs:
            workflow.start()
        say(f"Fingerpost is at http://{host}:{port} (stop it with Ctrl+C)")
        server.run()


def furnish(workflow: Workflow) -> None:
    """Publish the shipped pathways that are new, and let the demonstration's people in."""
    publish_shipped(workflow)
    if workflow.demo is not None:
        workflow.demo.set_up()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            todo = f"Stop what uses it, or choose another port, for example --port {port + 1}."
            raise CannotServe(f"Port {port} is taken. {todo}") from error
        raise CannotServe(f"Cannot listen at {host}, port {port}: {error.strerror}.") from error


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
