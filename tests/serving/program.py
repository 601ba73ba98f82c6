"""`fingerpost` as people start it: a program of its own, told by its command line."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.serving.server import HOST

LISTENING = "Fingerpost is at "
_KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class Program:
    """A verb of the command line that goes on until it is stopped."""

    process: subprocess.Popen[str]

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
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
    """Start a verb, and wait until it says on its first line that it is there.

    Args:
        arguments: The verb and what belongs to it.
        log: The file to which it adds what it has to say besides.
        environment: What is set in addition.

    Raises:
        RuntimeError: If it ended without a word.
    """
    with log.open("ab") as file:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "webapp", *arguments],
            stdout=subprocess.PIPE,
            stderr=file,
            text=True,
            env={**os.environ, **(environment or {})},
        )
    assert process.stdout is not None
    if not process.stdout.readline():
        process.stdout.close()
        raise RuntimeError(f"It ended with {process.wait()}: {log.read_text()}")
    return Program(process)


def serve(database: str, port: int, log: Path) -> Program:
    """Start `fingerpost run` on a database, at a port of this machine."""
    return start(["run", "--database", database, "--host", HOST, "--port", str(port)], log)
