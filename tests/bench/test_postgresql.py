import subprocess
import sys

from tests.architecture.tree import ROOT


def test_the_bench_measures_on_postgresql_and_says_what_it_found() -> None:
    command = [sys.executable, "-m", "bench.postgresql", "--quick"]

    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603  our own

    assert run.stderr == ""
    assert run.returncode == 0
    said = run.stdout.replace("\n", " ")
    for begin in (
        "PostgreSQL: 60 over 10, side by side: ",
        "Pages of worklists: 400 cases over 200: ",
        "The page of a case: 400 cases over 200: ",
        "Finding and firing a due timer: 400 cases over 200: ",
    ):
        assert begin in said
