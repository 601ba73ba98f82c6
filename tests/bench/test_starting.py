import subprocess
import sys

from bench.starting import BLOCKS, BRANCHES, specification, start
from tests.architecture.tree import ROOT


def test_the_measured_drawing_starts_with_one_block_however_many_are_ahead() -> None:
    version = specification()

    assert start(version) == BRANCHES
    assert sum(name.startswith("step_") for name in version.turns) == BLOCKS * BRANCHES


def test_the_bench_starts_cases_and_says_what_that_cost() -> None:
    command = [sys.executable, "-m", "bench.starting", "--quick"]

    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603  our own

    assert (run.stderr, run.returncode) == ("", 0)
    assert "A case with 20 parallel blocks of 3 ahead of it, started: " in run.stdout
