import subprocess
import sys

from tests.architecture.tree import ROOT


def test_the_bench_completes_tasks_over_http_and_says_what_it_found() -> None:
    command = [sys.executable, "-m", "bench.serving", "--quick"]

    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603  our own

    assert run.stderr == ""
    assert run.returncode == 0
    assert "Tasks completed over HTTP by one core: " in run.stdout
    assert "99 are answered within: " in run.stdout
