"""Many files: a bar, one bad file stops nothing, a last line and the exit code tell."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.webapp.cli.command import SMALL, fingerpost, last_line
from webapp.cli.files import Done, Files, Trouble

COMMAND = (sys.executable, "-m", "webapp")
BOMB = (
    b'<!DOCTYPE a [<!ENTITY x "ha">]><definitions '
    b'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">&x;</definitions>'
)
BAD = {
    "broken.bpmn": (b"<definitions><unclosed>", "not well-formed XML"),
    "empty.bpmn": (b"", "not well-formed XML"),
    "bomb.bpmn": (BOMB, "<!DOCTYPE>"),
    "other.bpmn": (b"<html/>", "This is not a BPMN drawing"),
    "binary.bpmn": (bytes(range(256)), "not well-formed XML"),
    "long.bpmn": (b"<a>" + b" " * 2_000_000 + b"</a>", "2,000,000"),
    "endless.bpmn": (b" " * 33_000_000, "far too large"),
}


def _bad(tmp_path: Path) -> list[Path]:
    for name, (content, _) in BAD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder.bpmn").mkdir()
    return [*(tmp_path / name for name in BAD), tmp_path / "folder.bpmn", tmp_path / "absent.bpmn"]


@pytest.mark.parametrize("verb", ["words", "check", "draw"])
def test_bad_files_stop_nothing_and_each_is_told_of(
    verb: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bad = _bad(tmp_path)

    done = fingerpost(verb, *bad, small)

    assert done.exit_code == 1
    for name, (_, said) in BAD.items():
        (line,) = (each for each in done.stderr.splitlines() if f"{name}: " in each)
        assert line.startswith("error: ")
        assert said in line
    assert "folder.bpmn: This folder has no pathway.bpmn" in done.stderr
    assert "absent.bpmn: There is no such file" in done.stderr
    assert last_line(done).startswith("10 files: 1 ")
    assert "9 could not be" in last_line(done)
    assert str(small) in done.stdout


def test_a_file_that_nobody_may_read_is_told_of(small: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop.bpmn"
    loop.symlink_to(loop)

    done = fingerpost("words", loop, small)

    assert "loop.bpmn: It cannot be read" in done.stderr
    assert last_line(done) == "2 files: 1 told, 1 could not be read"


def test_a_mistake_of_ours_is_told_of_and_loses_no_other_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths = [Path("one.bpmn"), Path("two.bpmn")]

    def mistaken(path: Path) -> str:
        return {"two.bpmn": "done"}[path.name]

    with Files(paths) as files:
        one, two = (tried for _, tried in files.each(mistaken))
    files.close(f"{files.good} told")

    assert isinstance(one, Trouble)
    assert "KeyError" in one.message
    assert "mistake in Fingerpost" in one.message
    assert two == Done("done")
    assert capsys.readouterr().err.endswith("2 files: 1 told, 1 could not be read\n")


def test_the_names_of_files_cannot_forge_a_line(tmp_path: Path) -> None:
    forged = tmp_path / "a\nerror: b.bpmn: \x1b[2Jforged.bpmn"

    done = fingerpost("words", forged)

    assert len(done.stderr.splitlines()) == 2
    assert "\x1b" not in done.stderr


def _files(tmp_path: Path, count: int) -> list[str]:
    files = [tmp_path / f"drawing {number}.bpmn" for number in range(count)]
    for file in files:
        file.write_bytes(SMALL)
    return [str(file) for file in files]


def test_many_files_show_a_bar_on_standard_error_and_not_on_standard_output(
    tmp_path: Path,
) -> None:
    main, other = pty.openpty()
    with (tmp_path / "words.txt").open("wb") as words:
        done = subprocess.run(  # noqa: S603 - our own command
            (*COMMAND, "words", *_files(tmp_path, 30)), stdout=words, stderr=other, check=False
        )
    os.close(other)
    seen = _all(main)

    assert done.returncode == 0
    assert "30/30" in seen
    assert "30 files: 30 told" in seen
    assert "30/30" not in (tmp_path / "words.txt").read_text("utf-8")


def test_a_single_file_shows_no_bar(tmp_path: Path) -> None:
    main, other = pty.openpty()
    subprocess.run(  # noqa: S603 - our own command
        (*COMMAND, "words", *_files(tmp_path, 1)),
        stdout=subprocess.DEVNULL,
        stderr=other,
        check=True,
    )
    os.close(other)

    assert _all(main).strip() == "1 file: 1 told"


def test_the_bar_leaves_a_shared_terminal_readable(tmp_path: Path) -> None:
    main, other = pty.openpty()
    subprocess.run(  # noqa: S603 - our own command
        (*COMMAND, "check", *_files(tmp_path, 5)), stdout=other, stderr=other, check=True
    )
    os.close(other)
    seen = _all(main)

    for number in range(5):
        assert f"drawing {number}.bpmn: no errors" in seen


def _all(main: int) -> str:
    """Return everything that was written to a terminal."""
    seen = b""
    while True:
        try:
            more = os.read(main, 65_536)
        except OSError:
            more = b""
        if not more:
            os.close(main)
            return seen.decode()
        seen += more


def test_a_reader_that_leaves_early_is_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own command
        (*COMMAND, "words", *_files(tmp_path, 300)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read().decode()

    assert "Traceback" not in said
    assert process.returncode == 1


def test_output_is_utf_8_wherever_it_goes(tmp_path: Path) -> None:
    file = tmp_path / "wählen.bpmn"
    file.write_bytes(SMALL.replace(b"Ask for it", "Wähle – “bitte”".encode()))
    surroundings = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}

    done = subprocess.run(  # noqa: S603 - our own command
        (*COMMAND, "words", str(file)), env=surroundings, capture_output=True, check=True
    )

    assert "Wähle – “bitte”" in done.stdout.decode("utf-8")
