"""What programs read: one JSON array, whatever happens."""

from pathlib import Path

import pytest

from tests.webapp.cli.command import LIBRARY, SMALL, entries, fingerpost

BROKEN = b"<definitions><unclosed>"


@pytest.mark.parametrize("verb", ["words", "check"])
def test_every_file_has_an_entry_with_its_processes_and_findings(verb: str, small: Path) -> None:
    one, other = entries(fingerpost(verb, small, LIBRARY, "--format", "json"))

    assert (one["file"], other["file"]) == (str(small), str(LIBRARY))
    (process,) = one["processes"]
    assert (process["id"], process["name"]) == ("p", "Sketch")
    start, ask, end = process["steps"]
    assert [step["id"] for step in (start, ask, end)] == ["begin", "ask", "finish"]
    assert [step["number"] for step in (start, ask, end)] == [1, 2, 3]
    assert {"anchor", "name", "kind", "who"} <= ask.keys()
    (way,) = ask["next"]
    assert (way["flows"], way["to"]) == (["ask_finish"], "finish")
    assert "when" in way
    for finding in one["findings"]:
        assert {"rule", "severity", "element", "message"} <= finding.keys()
        assert finding["severity"] in {"error", "warning", "advice"}


@pytest.mark.parametrize("verb", ["words", "check"])
def test_a_file_that_cannot_be_read_has_an_error_and_the_others_follow(
    verb: str, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.bpmn").write_bytes(BROKEN)

    done = fingerpost(verb, tmp_path / "broken.bpmn", "no such file", small, "--format", "json")

    broken, absent, good = entries(done)
    assert "not well-formed" in broken["error"]
    assert broken["processes"] == []
    assert [finding["rule"] for finding in broken["findings"]] == ["not_xml"]
    assert "There is no such file" in absent["error"]
    assert "error" not in good
    assert done.exit_code == 1


@pytest.mark.parametrize("verb", ["words", "check"])
def test_nothing_but_json_goes_to_standard_output(verb: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.bpmn" for number in range(12)]
    for file in files:
        file.write_bytes(SMALL)

    done = fingerpost(verb, *files, "--format", "json")

    assert [entry["file"] for entry in entries(done)] == [str(file) for file in files]


def test_names_of_files_keep_json_whole(tmp_path: Path) -> None:
    names = ['quo"te.bpmn', "new\nline.bpmn", "café.bpmn", "\x1b[31m.bpmn", "\udcff.bpmn"]
    for name in names:
        (tmp_path / name).write_bytes(SMALL)

    done = fingerpost("words", *(tmp_path / name for name in names), "--format", "json")

    found = [Path(entry["file"]).name for entry in entries(done)]
    assert found[:4] == names[:4]
    assert done.stdout.isascii()
