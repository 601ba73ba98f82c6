"""The verbs that need a house: import, user, run."""

import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.webapp.cli.command import fingerpost


def test_a_pathway_is_published_into_a_database(database: Path, pathway: Path) -> None:
    first = fingerpost("import", str(pathway), "--database", str(database))
    again = fingerpost("import", str(pathway), "--database", str(database))

    assert first.exit_code == again.exit_code == 0, first.output
    assert "published as quick_one_off@1" in first.output
    assert again.output == first.output


def test_a_broken_pathway_is_not_published(database: Path, pathway: Path) -> None:
    (pathway / "about.toml").write_text("not = [toml")

    done = fingerpost("import", str(pathway), "--database", str(database))

    assert done.exit_code == 1
    assert "about.toml" in done.output
    assert "Nothing was published." in done.output


def test_what_a_drawing_leaves_open_is_told_and_stops_nothing(database: Path) -> None:
    folder = Path(__file__).parents[2] / "workflow" / "pathways" / "as_drawn"

    done = fingerpost("import", str(folder), "--database", str(database))

    assert done.exit_code == 0, done.output
    assert "warning: pathway.bpmn, line" in done.output
    assert "(which_way)" in done.output
    assert done.output.endswith("A bike: published as a_bike@1\n")


def test_people_are_added_listed_and_closed(database: Path) -> None:
    at = ("--database", str(database))
    password = "a long enough password\n" * 2

    added = fingerpost("user", "add", "An Officer", "o@example.org", *at, typed=password)
    listed = fingerpost("user", "list", *at)
    closed = fingerpost("user", "disable", "O@example.org", *at)

    assert added.exit_code == listed.exit_code == closed.exit_code == 0, added.output
    assert "a long enough password" not in added.output
    assert "An Officer" in listed.output
    assert "closed" in fingerpost("user", "list", *at).output


def test_what_cannot_be_done_with_people_is_said_in_a_sentence(database: Path) -> None:
    at = ("--database", str(database))

    short = fingerpost("user", "add", "A", "a@example.org", "--password", "short", *at)
    nobody = fingerpost("user", "disable", "nobody@example.org", *at)

    assert short.exit_code == nobody.exit_code == 1
    assert "Choose a password" in short.output
    assert "Nobody signs in with this e-mail address." in nobody.output


@pytest.fixture
def taken() -> Iterator[int]:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_is_said_in_a_sentence(database: Path, taken: int) -> None:
    done = fingerpost("run", "--demo", "--port", str(taken), "--database", str(database))

    assert done.exit_code == 1
    assert f"Port {taken} is taken." in done.output


def test_a_database_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "is_a_folder.db"
    folder.mkdir()

    done = fingerpost("run", "--database", str(folder))

    assert done.exit_code == 1
    assert done.output.startswith(f"Error: {folder} cannot be opened or written.")


def test_the_house_is_served_until_it_is_told_to_stop(database: Path, tmp_path: Path) -> None:
    free = _free_port()

    with _running(database, free, tmp_path / "log") as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{free}/", timeout=10) as answer:
                page = answer.read().decode()
        finally:
            process.send_signal(signal.SIGTERM)

    assert f"http://127.0.0.1:{free}" in said
    assert "Find your way to a personal budget" in page
    assert process.returncode == 0
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)


@contextmanager
def _running(database: Path, port: int, log: Path) -> Iterator[subprocess.Popen[str]]:
    command = (sys.executable, "-m", "webapp", "run", "--demo", "--port", str(port))
    with (
        log.open("w") as errors,
        subprocess.Popen(  # noqa: S603 - our own command
            (*command, "--database", str(database)),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        yield process


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_every_verb_is_told_of_by_help() -> None:
    told = fingerpost("--help").output
    verbs = {line.split()[0] for line in told.split("Commands:\n")[1].splitlines()}

    assert verbs == {
        *("backup", "check", "closures", "decide", "draw", "feel", "import", "rehearse", "restore"),
        *("run", "user", "words", "worker"),
    }


def test_a_verb_that_is_not_there_is_said_to_be_none() -> None:
    done = fingerpost("publishh")

    assert done.exit_code == 2
    assert "No such command" in done.stderr


def test_words_need_neither_pages_nor_a_database() -> None:
    code = (
        "import sys, webapp.cli.words, webapp.cli.draw, webapp.cli.check;"
        "print([name for name in ('flask', 'sqlalchemy', 'SpiffWorkflow') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own

    assert done.stdout.strip() == "[]"
