from pathlib import Path

import pytest

from pathways.checks import GROUPS
from tests.pathways.examples import Example, examples

HERE = Path(__file__).parent
#: Rules whose examples are in the tests of the rooms that find them.
ELSEWHERE = {"running", "assumptions", "files"}
#: Their bad files are too big to be kept; `tests/pathways/bpmn/test_xml.py` makes them.
TOO_BIG_TO_KEEP = {"reading/too_big", "reading/too_many_elements"}
OURS = {name: rules for name, rules in GROUPS.items() if name not in ELSEWHERE}
EXAMPLES = [example for group in OURS for example in examples(HERE / group)]
RULES = {f"{group}/{rule.name}" for group, rules in OURS.items() for rule in rules}


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_rule_complains_about_what_is_bad_and_about_nothing_else(example: Example) -> None:
    assert example.complained() == example.expected


@pytest.mark.parametrize("rule", sorted(RULES - TOO_BIG_TO_KEEP))
def test_every_rule_has_a_good_and_a_bad_drawing(rule: str) -> None:
    kinds = {path.name.partition(".")[0].partition("_")[0] for path in (HERE / rule).glob("*")}

    assert kinds == {"good", "bad"}


@pytest.mark.parametrize("group", OURS)
def test_every_folder_of_drawings_belongs_to_a_rule(group: str) -> None:
    folders = {path.name for path in (HERE / group).glob("*") if path.is_dir()} - {"__pycache__"}

    assert folders - {rule.name for rule in OURS[group]} == set()
