import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files, modules, name_of

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
#: A file or folder of ours, named as code.
A_PLACE = re.compile(r"`((?:tests|bench|pyproject|constraints|webapp)[\w./-]*)`")
SECTIONS = ["Status", "Context", "Decision", "Consequences", "Confirmation"]
A_SCREEN = 45


def test_decisions_are_numbered_from_one_without_gaps_or_doubles() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS]

    assert numbers == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_sections_in_order_on_one_screen(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith(f"# {path.name[:4]}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS
    assert len(text.splitlines()) <= A_SCREEN


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_confirmed_by_a_check_that_exists(path: Path) -> None:
    confirmation = path.read_text(encoding="utf-8").split("## Confirmation")[1]

    named = A_PLACE.findall(confirmation)

    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_decision_that_code_refers_to_exists() -> None:
    known = {path.name[:4] for path in DECISIONS}
    named = {
        (name_of(path), number)
        for path in [*modules(), *files(".md"), *files(".toml")]
        for number in re.findall(r"\bADR (\d{4})\b", path.read_text(encoding="utf-8"))
    }

    assert {(name, number) for name, number in named if number not in known} == set()
