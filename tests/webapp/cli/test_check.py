"""`fingerpost check`."""

from pathlib import Path

from tests.webapp.cli.command import LIBRARY, SMALL, fingerpost, last_line


def _loose(tmp_path: Path) -> Path:
    file = tmp_path / "loose.bpmn"
    file.write_bytes(SMALL.replace(b'targetRef="finish"', b'targetRef="nowhere"'))
    return file


def test_a_shipped_pathway_can_be_published() -> None:
    done = fingerpost("check", LIBRARY)

    assert done.exit_code == 0, done.output
    assert f"{LIBRARY}: can be published" in done.stdout
    assert last_line(done) == "1 file: 1 without errors"


def test_a_drawing_with_an_error_is_told_of_by_line_and_rule(tmp_path: Path) -> None:
    loose = _loose(tmp_path)

    done = fingerpost("check", loose)

    assert done.exit_code == 1
    (line,) = (each for each in done.stdout.splitlines() if "(loose_flow)" in each)
    assert line.startswith(f"error: {loose}, line ")
    assert last_line(done) == "1 file: 0 without errors, 1 with errors"


def test_every_file_is_checked_and_counted(tmp_path: Path) -> None:
    done = fingerpost("check", LIBRARY, _loose(tmp_path), tmp_path / "absent.bpmn")

    assert done.exit_code == 1
    assert last_line(done) == "3 files: 1 without errors, 1 with errors, 1 could not be read"


def test_a_broken_drawing_of_a_pathway_is_told_of(pathway: Path) -> None:
    (pathway / "pathway.bpmn").write_bytes(b"<definitions><unclosed>")

    done = fingerpost("check", LIBRARY, pathway)

    assert done.exit_code == 1
    assert f"error: {pathway}: Line 1: The file is not well-formed XML" in done.stderr


def test_everything_that_is_wrong_with_a_pathway_is_told_by_file(pathway: Path) -> None:
    (pathway / "about.toml").write_text("not = [toml", encoding="utf-8")
    (pathway / "scenarios" / "broken.toml").write_text("moves = 1", encoding="utf-8")

    done = fingerpost("check", pathway)

    assert done.exit_code == 1
    assert f"error: {pathway / 'about.toml'}" in done.stdout
    assert f"error: {pathway / 'scenarios' / 'broken.toml'}" in done.stdout


def test_a_finding_that_is_silenced_is_shown_with_its_reason(tmp_path: Path) -> None:
    silenced = tmp_path / "silenced.bpmn"
    silence = b'<fingerpost:silence rule="no_name" because="One person does it all."/>'
    inside = b"<extensionElements>" + silence + b"</extensionElements>"
    silenced.write_bytes(SMALL.replace(b'name="Sketch">', b'name="Sketch">' + inside))

    done = fingerpost("check", silenced)

    assert "silenced" in done.stdout
    assert "Because: One person does it all." in done.stdout
