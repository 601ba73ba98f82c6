"""The pages, served by a process of their own that can be killed: real HTTP, real threads."""

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket

from tests.workflow import processes
from webapp.serving import serve
from workflow.bootstrap import Workflow

HOST = "127.0.0.1"
_TICKS = os.sysconf("SC_CLK_TCK")
#: Fields of a process's line in /proc after its name: what it and the kernel for it worked.
_USER, _SYSTEM = 11, 12


@dataclass(frozen=True, slots=True)
class Server:
    """A process that serves."""

    process: int
    port: int

    def cpu_seconds(self) -> float:
        """Return how long this process and the kernel for it have worked so far."""
        line = Path(f"/proc/{self.process}/stat").read_text("ascii")
        fields = line.rpartition(")")[2].split()
        return (int(fields[_USER]) + int(fields[_SYSTEM])) / _TICKS

    def kill(self) -> None:
        """End it as a power cut would."""
        processes.kill(self.process)

    def stop(self) -> int:
        """Ask it to end, and return its exit code."""
        os.kill(self.process, signal.SIGTERM)
        return processes.join(self.process)


def start(build: Callable[[], Workflow], port: int, log: Path) -> Server:
    """Start a server in a copy of this process, and wait until it listens.

    Args:
        build: Returns the house; called in the new process, so that no connection is shared.
        port: Where it listens; `free_port` finds one.
        log: The file to which it adds what it has to say.

    Raises:
        RuntimeError: If it ended before it listened.
    """
    hearing, saying = os.pipe()

    def work() -> None:
        os.close(hearing)
        _write_to(log)
        workflow = build()
        # Beyond one machine, jobs are done by workers.
        serve(
            workflow,
            host=HOST,
            port=port,
            say=lambda _: os.close(saying),
            jobs=workflow.store.alone,
        )

    process = processes.start(work)
    os.close(saying)
    with os.fdopen(hearing, "rb") as pipe:
        pipe.read()  # ends when the process says that it listens, or is gone
    if os.waitpid(process, os.WNOHANG)[0]:
        raise RuntimeError("Expected a server that listens, but its process has ended.")
    return Server(process, port)


def _write_to(log: Path) -> None:
    """Have this process write what it has to say to a file, and not to whoever started it."""
    logging.root.handlers.clear()
    sys.stderr = log.open("a", buffering=1, encoding="utf-8")


@contextmanager
def served(build: Callable[[], Workflow], log: Path) -> Iterator[Server]:
    """Serve until the end of the block."""
    server = start(build, free_port(), log)
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    """Return a port at which nothing listens."""
    with socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
