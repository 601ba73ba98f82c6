import pytest

from pathways.checks import RULES
from tools.rules import INDEX, PAGES, headed, index

LINES = range(8, 26)


def page(rule: str) -> str:
    return (PAGES / f"{rule}.md").read_text("utf-8")


def test_every_page_belongs_to_a_rule() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} - set(RULES) == set()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_page_of_a_few_lines_with_its_head(rule: str) -> None:
    said = page(rule)

    assert headed(said, RULES[rule]) == said, "run `python -m tools.rules`"
    assert len(said.splitlines()) in LINES


def test_the_index_is_up_to_date() -> None:
    assert INDEX.read_text("utf-8") == index(), "run `python -m tools.rules`"
