"""What people were told is done is on the disk: a power cut afterwards takes nothing away."""

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.counts import repeated
from tests.serving.server import Server
from tests.serving.visitor import Visitor
from tests.workflow.house import ASKED, SmallHouse

_SYNCS = re.compile(r"^.*?(\d+)\s+fdatasync$", re.MULTILINE)


@contextmanager
def _watched(server: Server, counts: Path) -> Iterator[None]:
    """Count how often a server has the kernel write through to the disk."""
    strace = shutil.which("strace")
    assert strace, "strace counts what goes to the disk; see tools/debian.sh"
    command = [strace, "-f", "-c", "-e", "trace=fdatasync", "-o", str(counts)]
    with subprocess.Popen(  # noqa: S603 - our own command
        [*command, "-p", str(server.process)], stderr=subprocess.PIPE, text=True
    ) as watching:
        assert watching.stderr is not None
        assert "attached" in watching.stderr.readline()
        yield
        watching.send_signal(signal.SIGINT)
        watching.communicate()


@repeated("forms", 200, 1_000)
def test_every_form_that_is_said_to_be_done_was_written_through_to_the_disk(
    house: SmallHouse, server: Server, father: Visitor, tmp_path: Path, forms: int
) -> None:
    tasks = [house.open() for _ in range(forms)]

    with _watched(server, tmp_path / "counts"):
        answers = [father.complete(task.id, ASKED) for task in tasks]

    (syncs,) = _SYNCS.findall((tmp_path / "counts").read_text())
    print(f"{forms} forms done, {syncs} times written through")  # noqa: T201 - people read it
    assert {answer.status for answer in answers} == {303}
    assert int(syncs) >= forms
