"""`fingerpost` as people start it: a program of its own, told by its command line."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from socket import socket

from tests.serving.server import HOST
from tests.workflow import processes

_KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class Program:
    """A verb of the command line that goes on until it is stopped."""

    process: subprocess.Popen[str]

    def kill(self) -> None:
        """End it and all that it has started, as a power cut would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self._forget()

    def stop(self) -> int:
        """Ask it to end, as systemd and Docker do, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self._forget()

    def memory(self) -> int:
        """Return how much memory it holds, in bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * _KILOBYTE

    def _forget(self) -> int:
        code = self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()
        return code


def start(
    arguments: list[str], log: Path, *, environment: Mapping[str, str] | None = None
) -> Program:
    """Start a verb of ours, and wait until it says on its first line that it is there.

    Args:
        arguments: The verb and what belongs to it.
        log: The file to which it adds what it has to say besides.
        environment: What is set in addition.

    Raises:
        RuntimeError: If it ended without a word.
    """
    process = _popen("webapp", arguments, log, environment)
    assert process.stdout is not None
    if not process.stdout.readline():
        process.stdout.close()
        raise RuntimeError(f"It ended with {process.wait()}: {log.read_text()}")
    return Program(process)


def listening(
    module: str, arguments: list[str], log: Path, *, environment: Mapping[str, str], port: int
) -> Program:
    """Start a program of somebody else's, and wait until it listens at a port.

    Raises:
        RuntimeError: If it ended before.
    """
    process = _popen(module, arguments, log, environment)
    while not _listens(port):
        if process.poll() is not None:
            raise RuntimeError(f"It ended with {process.wait()}: {log.read_text()}")
        processes.pause(0.05)
    return Program(process)


def _popen(
    module: str, arguments: list[str], log: Path, environment: Mapping[str, str] | None
) -> subprocess.Popen[str]:
    with log.open("ab") as file:
        return subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", module, *arguments],
            stdout=subprocess.PIPE,
            stderr=file,
            text=True,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
        )


def _listens(port: int) -> bool:
    with socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def serve(database: str, port: int, log: Path) -> Program:
    """Start `fingerpost run` on a database, at a port of this machine."""
    return start(["run", "--database", database, "--host", HOST, "--port", str(port)], log)
