"""`fingerpost run --demo`, as `make run` starts it: a process, a folder, a port."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.webapp.story import MOTHER

#: Seconds; what is promised is 3, and a machine that is busy with other things may take longer.
LONGEST = 30
LISTENING = "Fingerpost is at "


@dataclass(frozen=True, slots=True)
class Running:
    """A process that serves."""

    process: subprocess.Popen[str]
    address: str

    def stopped(self) -> int:
        """Ask it to end, as systemd and Docker do, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=LONGEST)


@pytest.fixture
def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_page_is_there_soon_after_the_server_says_so(
    tmp_path: Path, free_port: int, chromium: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    with _run(tmp_path, free_port) as running, chromium.new_page() as page:
        began = time.perf_counter()
        page.goto(running.address)
        took = time.perf_counter() - began
        heading = page.get_by_role("heading", level=1).inner_text()

    with capsys.disabled():
        print(f"\nfirst page {took:.2f} s after the server listens")  # noqa: T201 - people read it
    assert heading == "Find your way to a personal budget"
    assert took < LONGEST


def test_it_ends_when_told_and_begins_again_where_it_was(
    tmp_path: Path, free_port: int, chromium: Browser
) -> None:
    with _run(tmp_path, free_port) as first, chromium.new_page() as page:
        page.goto(f"{first.address}/sign-in")
        page.get_by_role("button", name=f"Sign in as {MOTHER}").click()
        page.goto(f"{first.address}/ask/quick_one_off")
        page.get_by_role("button", name="Start").click()
        reference = page.locator(".govuk-caption-l").inner_text()
        ended = first.stopped()

        with _run(tmp_path, free_port) as second:
            page.goto(f"{second.address}/worklist")
            listed = page.get_by_role("main").inner_text()
            ended_again = second.stopped()

    assert (ended, ended_again) == (0, 0)
    assert reference.split(", ")[-1] in listed


def test_a_taken_port_is_said_in_a_sentence(tmp_path: Path, free_port: int) -> None:
    with socket.create_server(("127.0.0.1", free_port)):
        done = subprocess.run(  # noqa: S603 - our own command
            _command(tmp_path, free_port),
            check=False,
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )

    assert done.returncode == 1
    assert f"Port {free_port} is taken." in done.stderr
    assert f"--port {free_port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


@contextmanager
def _run(folder: Path, port: int) -> Iterator[Running]:
    with (
        (folder / "log").open("a") as log,
        subprocess.Popen(  # noqa: S603 - our own command
            _command(folder, port), stdout=subprocess.PIPE, stderr=log, text=True
        ) as process,
    ):
        assert process.stdout is not None
        said = process.stdout.readline()
        try:
            assert said.startswith(LISTENING), (folder / "log").read_text()
            yield Running(process, said.removeprefix(LISTENING).split()[0])
        finally:
            process.terminate()


def _command(folder: Path, port: int) -> list[str]:
    database = folder / "instance" / "fingerpost.db"
    run = [sys.executable, "-m", "webapp", "run", "--demo", "--port", str(port)]
    return [*run, "--database", str(database)]
