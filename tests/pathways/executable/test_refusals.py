from pathlib import Path

import pytest

from pathways.bpmn import read_drawing
from pathways.executable import executable, refusals
from pathways.executable.refusals import REFUSALS
from tests.pathways.examples import Example, examples

HERE = Path(__file__).parent / "refusals"
EXAMPLES = examples(HERE)
NAMES = [rule.name for rule in REFUSALS]
FILES = [example for example in EXAMPLES if example.path.is_file()]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_refusal_names_what_cannot_run_and_nothing_else(example: Example) -> None:
    assert example.complained() == example.expected


@pytest.mark.parametrize("example", FILES, ids=str)
def test_what_is_refused_may_not_run_and_all_else_may(example: Example) -> None:
    copy = executable(read_drawing(example.path.read_bytes()))

    assert copy.may_run is not example.bad


@pytest.mark.parametrize("name", NAMES)
def test_every_refusal_has_a_good_and_a_bad_drawing(name: str) -> None:
    kinds = {path.name.partition(".")[0].partition("_")[0] for path in (HERE / name).glob("*")}

    assert kinds == {"good", "bad"}


def test_every_folder_of_drawings_belongs_to_a_refusal() -> None:
    assert sorted({example.rule for example in EXAMPLES} - set(NAMES)) == []


def test_every_refusal_is_fixed_and_named_once_as_its_module_is() -> None:
    assert all(rule.fixed for rule in REFUSALS)
    assert sorted(set(NAMES)) == NAMES
    modules = {path.stem for path in Path(refusals.__file__).parent.glob("*.py")}
    assert modules - {"__init__"} == set(NAMES)
