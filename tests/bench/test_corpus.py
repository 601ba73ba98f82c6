"""The trial of a corpus: right drawings pass it, and whatever is wrong is found."""

import json
import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path
from threading import Event

import pytest
from rich.console import Console

from bench.corpus import recount
from bench.corpus.crew import rows
from bench.corpus.files import drawings
from bench.corpus.look import TooSlow, look
from bench.corpus.row import Row
from bench.corpus.table import problems, show
from pathways.bpmn import read_drawing
from pathways.words import as_json, drawing_words
from tests.architecture.tree import ROOT
from tests.pathways.sketches import flow, simple, sketch, way

GOOD = simple('<userTask id="ask" name="Ask for it"/>', '<task id="answer" name="Answer"/>')
BRANCHED = sketch(
    '<startEvent id="begin"/><exclusiveGateway id="agreed" name="Is it agreed?"/>'
    '<task id="buy" name="Buy it"/><task id="say_no" name="Say no"/>'
    '<exclusiveGateway id="merge"/><endEvent id="finish"/>'
    + flow("begin", "agreed")
    + flow("agreed", "buy", ' name="Yes"')
    + flow("agreed", "say_no", ' name="No"')
    + way("buy", "merge", "finish")
    + flow("say_no", "merge")
)
LOOSE = GOOD.replace(b'targetRef="finish"', b'targetRef="nowhere"')
UNDRAWN = sketch('<task id="alone"/>', drawn=False)
FOLDER = {
    "good.bpmn": GOOD,
    "deep/er/branched.bpmn20.xml": BRANCHED,
    "odd/LOOSE.BPMN2": LOOSE,
    "odd/undrawn.xml": UNDRAWN,
    "odd/utf-16.xml": GOOD.decode().encode("utf-16"),
    "odd/empty.bpmn": b"",
    "odd/broken.bpmn": b"<definitions><unclosed>",
    "odd/other.bpmn": b"<html/>",
    "not/a drawing.xml": b"<html/>",
    "not/text.txt": GOOD,
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name, xml in FOLDER.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(xml)
    return tmp_path


def test_every_bpmn_file_below_a_folder_is_found_and_nothing_else(corpus: Path) -> None:
    found = {path.relative_to(corpus).as_posix() for path in drawings(corpus)}

    assert found == {name for name in FOLDER if not name.startswith("not/")}


def test_the_whole_trial_holds_for_drawings_good_odd_and_broken(corpus: Path) -> None:
    report = corpus / "rows.json"
    command = (sys.executable, "-m", "bench.corpus", str(corpus), "--json", str(report))

    done = subprocess.run(  # noqa: S603 - our own
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Tracebacks: 0" in done.stdout
    told = {Path(row["file"]).name: row for row in json.loads(report.read_text("utf-8"))}
    assert told["good.bpmn"]["ended"] == {
        **dict.fromkeys(("read", "words", "picture", "round trip", "checks"), "right"),
        "runs": "starts",
    }
    assert told["LOOSE.BPMN2"]["findings"]["error"] > 0
    assert told["undrawn.xml"]["ended"]["picture"] == "no diagram part"
    assert told["broken.bpmn"]["ended"] == {"read": "refused: not_xml"}
    assert told["empty.bpmn"]["ended"] == {"read": "refused: not_xml"}
    assert told["other.bpmn"]["ended"] == {"read": "refused: not_bpmn"}
    assert all(row["problems"] == {} for row in told.values())


def test_words_that_drop_an_arrow_are_found() -> None:
    processes = as_json(drawing_words(read_drawing(BRANCHED)))["processes"]
    broken = json.loads(json.dumps(processes))
    (choice,) = (step for step in broken[0]["steps"] if step["id"] == "agreed")
    del choice["next"][0]

    assert recount.problems(BRANCHED, json.loads(json.dumps(processes))) == []
    assert any("agreed_buy" in problem for problem in recount.problems(BRANCHED, broken))


def test_words_that_drop_a_step_are_found() -> None:
    processes = json.loads(json.dumps(as_json(drawing_words(read_drawing(BRANCHED)))["processes"]))
    processes[0]["steps"] = [step for step in processes[0]["steps"] if step["id"] != "say_no"]

    assert any("say_no" in problem for problem in recount.problems(BRANCHED, processes))


def _hang(path: Path) -> Row:
    if "hangs" in path.name:
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        Event().wait()
    if "slow" in path.name:
        row = Row(str(path))
        try:
            Event().wait()
        except TooSlow:
            row.add("words", "was too slow")
        return row
    if "dies" in path.name:
        os.kill(os.getpid(), signal.SIGKILL)
    return Row(str(path), ended={"read": "right"})


def test_a_file_that_hangs_or_kills_is_a_problem_and_not_the_end(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("hangs.bpmn", "dies.bpmn", "slow.bpmn", "good.bpmn")]

    found = {Path(row.file).stem: row for row in rows(files, _hang, limit=1)}

    assert found["good"].problems == {}
    assert "not done after 2 seconds" in found["hangs"].problems["read"][0]
    assert found["dies"].problems["read"]
    assert found["slow"].problems == {"words": ["was too slow"]}


def test_a_file_that_vanishes_is_a_problem_and_not_the_end(tmp_path: Path) -> None:
    (row,) = rows([tmp_path / "gone.bpmn"], look)

    assert "cannot be read" in row.problems["read"][0]


def test_every_problem_is_told_with_its_file_and_its_trial() -> None:
    bad = Row("a.bpmn", ended={"read": "right", "words": "wrong"}, ms={"read": 1.5})
    bad.add("words", "The arrow x is not said.")
    good = Row("b.bpmn", ended={"read": "right", "words": "right"}, ms={"read": 0.5})
    page = StringIO()

    show([bad, good], Console(file=page, width=100))

    assert list(problems([bad, good])) == ["a.bpmn: words: The arrow x is not said."]
    assert "a.bpmn: words: The arrow x is not said." in page.getvalue()
    (line,) = (each for each in page.getvalue().splitlines() if "Words right" in each)
    assert [cell.strip() for cell in line.split("│")][2:5] == ["2", "1", "1"]


def test_a_corpus_without_drawings_is_refused(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "bench.corpus", str(tmp_path))

    done = subprocess.run(  # noqa: S603 - our own
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "There is no BPMN file below" in done.stderr
