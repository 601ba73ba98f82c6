"""Every format that ever shipped still loads, and its cases still come to their end.

`golden/format_<n>` holds drawings and, one a line, snapshots of cases on them, as release n of the
format wrote them. No file there is ever changed.
"""

import json
from pathlib import Path

import pytest

from tests.workflow.interpreter.drive import Case
from workflow.interpreter import read_specification
from workflow.interpreter.advances import Awaits
from workflow.interpreter.snapshot import FORMAT

GOLDEN = Path(__file__).parent / "golden"
DRAWINGS = sorted(GOLDEN.glob("format_*/*.bpmn"))
MOST_STEPS = 100


def test_every_format_has_its_golden_snapshots() -> None:
    folders = {path.parent.name for path in DRAWINGS}

    assert folders == {f"format_{number}" for number in range(1, FORMAT + 1)}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_goes_on_from_what_an_earlier_release_kept(path: Path) -> None:
    specification = read_specification(path.read_bytes(), "p")

    for snapshot in path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines():
        case = Case(specification, facts={"child": {"people": ["p1", "p2", "p3"]}})
        case.snapshot = snapshot
        case.look()
        assert tokens(snapshot) <= tokens(case.snapshot) or case.last.done
        for _ in range(MOST_STEPS):
            if case.last.done:
                break
            if case.last.open:
                task = case.last.open[-1]
                case.complete(task.step, {"ways": []}, token=task.token)
            else:
                case.occur(
                    next(e.step for e in case.last.awaited if e.kind is not Awaits.CONDITION)
                )
        assert case.last.done


def tokens(snapshot: str) -> set[str]:
    """The ids of the tokens of a snapshot, whatever else its format holds."""
    return {row[0] for part in json.loads(snapshot)["parts"] for row in part[3]}
