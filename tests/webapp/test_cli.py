"""The `fingerpost` command."""

import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webapp.cli import main

LIBRARY = Path(str(files("pathways") / "library" / "quick_one_off"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "house" / "fingerpost.db"


@pytest.fixture
def pathway(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LIBRARY, tmp_path / "quick_one_off"))


def _fingerpost(*words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=typed)


def test_a_shipped_pathway_can_be_published() -> None:
    done = _fingerpost("check", str(LIBRARY))

    assert done.exit_code == 0, done.output
    assert "quick_one_off: can be published" in done.output


def test_a_broken_pathway_is_told_about_by_file_and_line(pathway: Path) -> None:
    (pathway / "pathway.bpmn").write_bytes(b"<definitions><unclosed>")

    done = _fingerpost("check", str(LIBRARY), str(pathway))

    assert done.exit_code == 1
    assert "error: quick_one_off/pathway.bpmn" in done.output


def test_a_broken_scenario_is_told_about_too(pathway: Path) -> None:
    (pathway / "scenarios" / "broken.toml").write_text("moves = 1", encoding="utf-8")

    done = _fingerpost("check", str(pathway))

    assert done.exit_code == 1
    assert "scenarios/broken.toml" in done.output


def test_a_pathway_is_published_into_a_database(database: Path, pathway: Path) -> None:
    first = _fingerpost("import", str(pathway), "--database", str(database))
    again = _fingerpost("import", str(pathway), "--database", str(database))

    assert first.exit_code == again.exit_code == 0, first.output
    assert "published as quick_one_off@1" in first.output
    assert again.output == first.output


def test_a_broken_pathway_is_not_published(database: Path, pathway: Path) -> None:
    (pathway / "about.toml").write_text("not = [toml")

    done = _fingerpost("import", str(pathway), "--database", str(database))

    assert done.exit_code == 1
    assert "about.toml" in done.output
    assert "Nothing was published." in done.output


def test_the_scenarios_of_a_pathway_are_played(pathway: Path) -> None:
    _keep_scenarios(pathway, 2)

    done = _fingerpost("rehearse", str(pathway))

    assert done.exit_code == 0, done.output
    assert "quick_one_off: 2 of 2 scenarios came out as written" in done.output


def test_a_scenario_that_comes_out_otherwise_is_told_about(pathway: Path) -> None:
    (story,) = _keep_scenarios(pathway, 1)
    words = story.read_text(encoding="utf-8").partition("[expect]")
    story.write_text(f'{words[0]}[expect]\nended = "nowhere"\n', encoding="utf-8")

    done = _fingerpost("rehearse", str(pathway))

    assert done.exit_code == 1
    assert "0 of 1 scenarios came out as written" in done.output


def test_a_pathway_without_scenarios_is_not_rehearsed(pathway: Path) -> None:
    _keep_scenarios(pathway, 0)

    done = _fingerpost("rehearse", str(pathway))

    assert done.exit_code == 1
    assert "has no scenarios" in done.output


def _keep_scenarios(pathway: Path, count: int) -> list[Path]:
    stories = sorted((pathway / "scenarios").iterdir())
    for story in stories[count:]:
        story.unlink()
    return stories[:count]


def test_people_are_added_listed_and_closed(database: Path) -> None:
    at = ("--database", str(database))
    password = "a long enough password\n" * 2

    added = _fingerpost("user", "add", "An Officer", "o@example.org", *at, typed=password)
    listed = _fingerpost("user", "list", *at)
    closed = _fingerpost("user", "disable", "O@example.org", *at)

    assert added.exit_code == listed.exit_code == closed.exit_code == 0, added.output
    assert "a long enough password" not in added.output
    assert "An Officer" in listed.output
    assert "closed" in _fingerpost("user", "list", *at).output


def test_what_cannot_be_done_with_people_is_said_in_a_sentence(database: Path) -> None:
    at = ("--database", str(database))

    short = _fingerpost("user", "add", "A", "a@example.org", "--password", "short", *at)
    nobody = _fingerpost("user", "disable", "nobody@example.org", *at)

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
    done = _fingerpost("run", "--demo", "--port", str(taken), "--database", str(database))

    assert done.exit_code == 1
    assert f"Port {taken} is taken." in done.output


def test_a_database_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "is_a_folder.db"
    folder.mkdir()

    done = _fingerpost("run", "--database", str(folder))

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
