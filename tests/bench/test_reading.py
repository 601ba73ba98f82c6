"""The bench of words, picture and checks."""

import json
import re
import subprocess
import sys
from pathlib import Path

from pathways.bpmn import read_drawing
from pathways.checks import check_drawing
from pathways.model.finding import Severity
from tests.architecture.tree import ROOT

BENCH = ROOT / "bench"
DRAWING = (BENCH / "hundred.bpmn").read_bytes()


def test_the_measured_drawing_has_about_a_hundred_elements_all_of_them_drawn() -> None:
    drawing = read_drawing(DRAWING)
    kinds = (drawing.nodes, drawing.flows, drawing.lanes, drawing.pools)

    assert 100 <= sum(map(len, kinds)) <= 105
    assert drawing.nodes.keys() <= drawing.shapes.keys()
    assert drawing.flows.keys() == drawing.edges.keys()
    assert drawing.findings == ()


def test_the_measured_drawing_has_no_error() -> None:
    found = check_drawing(read_drawing(DRAWING))

    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


def test_the_bench_runs_and_says_what_it_found() -> None:
    command = [sys.executable, "-m", "bench.reading", "--quick"]

    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603  our own

    assert run.stderr == ""
    assert run.returncode == 0
    for said in ("Words, file read: ", "Picture, file read: ", "Checks, file read: "):
        assert re.search(rf"^{said}[\d.]+ ms$", run.stdout, re.MULTILINE)


def test_figures_of_one_bench_stand_beside_those_of_another(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from figure import Figure, keep\n"
        "for key, value in (('one', 1.0), ('other', 2.0), ('one', 3.0)):\n"
        "    keep([Figure(key=key, words=key, value=value, unit='ms', goal=('at most', 2))],"
        " Path(sys.argv[1]))"
    )
    kept = tmp_path / "results.json"

    subprocess.run([sys.executable, "-c", code, str(kept)], cwd=BENCH, check=True)  # noqa: S603 - our own

    found = json.loads(kept.read_text("utf-8"))
    assert {key: (one["value"], one["holds"]) for key, one in found.items()} == {
        "one": (3.0, False),
        "other": (2.0, True),
    }
