import ast
import re
from collections.abc import Iterator

from pathways.checks import GROUPS, RULES
from tests.architecture.tree import files

#: What takes the name of a rule as its first words.
_NOTING = re.compile(r"_?(add|add_for_cases|note|note_at|finding|about)")
_NAME = re.compile(r"[a-z]+(_[a-z]+)+")


def noted() -> Iterator[str]:
    """Yield the names of rules that the rooms beside the checks write into findings."""
    for path in files(".py", under="pathways"):
        if "checks" not in path.parts:
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.Call):
                    yield from filter(_NAME.fullmatch, _said(node))


def _said(call: ast.Call) -> Iterator[str]:
    name = ast.unparse(call.func).rpartition(".")[2]
    values = [word.value for word in call.keywords if word.arg == "rule"]
    values += call.args if _NOTING.fullmatch(name) else []
    for value in values:
        for part in (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_every_name_that_a_finding_can_have_is_a_rule() -> None:
    names = set(noted())

    assert {"loose_flow", "rule_without_because", "missing_file", "unknown_key"} <= names
    assert sorted(names - set(RULES)) == []


def test_every_rule_is_in_one_group() -> None:
    grouped = [rule.name for rules in GROUPS.values() for rule in rules]

    assert sorted(grouped) == sorted(RULES)


def test_every_rule_says_in_a_sentence_what_it_asks() -> None:
    for rule in RULES.values():
        assert rule.title[0].isupper()
        assert rule.title[-1] == "."
        assert _NAME.fullmatch(rule.name) or rule.name.isalpha()
