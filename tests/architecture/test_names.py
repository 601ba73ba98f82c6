import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import modules, name_of

EMPTY_MODULES = re.compile(r"_?(utils?|helpers?|managers?|services?|misc|common|info)(_|\.py$|$)")
EMPTY_VERBS = re.compile(r"_?(get|do|handle)_")


def own_functions(path: Path) -> Iterator[str]:
    """Yield the names that we chose: one that overrides a library's belongs to the library."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            marks = {mark.id for mark in node.decorator_list if isinstance(mark, ast.Name)}
            if "override" not in marks:
                yield node.name


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name_of(path) for path in modules() if EMPTY_MODULES.match(path.name)] == []


def test_no_function_has_a_verb_that_says_nothing() -> None:
    found = [(name_of(path), name) for path in modules() for name in own_functions(path)]

    assert [function for function in found if EMPTY_VERBS.match(function[1])] == []
