import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import files, modules, name_of

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
LONGEST_TEMPLATE = 120


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions_of(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_module_is_longer_than_400_lines() -> None:
    long = {name_of(path): lines_of(path) for path in files(".py")}

    assert {name: lines for name, lines in long.items() if lines > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    found = [(name_of(path), *function) for path in files(".py") for function in functions_of(path)]

    assert [function for function in found if function[-1] > LONGEST_FUNCTION] == []


def test_no_template_is_longer_than_120_lines() -> None:
    long = {name_of(path): lines_of(path) for path in files(".html", under="webapp")}

    assert {name: lines for name, lines in long.items() if lines > LONGEST_TEMPLATE} == {}


def test_a_module_of_ours_is_found_at_all() -> None:
    assert len(list(modules())) > 10
