"""And, or and not, with three values (DMN 1.5, 10.3.2.10)."""

import pytest

from tests.pathways.feel.asking import asked, shown, table

TRUTHS = ("true", "false", "null")
AND = {
    ("true", "true"): "true",
    ("true", "null"): "null",
    ("null", "true"): "null",
    ("null", "null"): "null",
}
OR = {
    ("false", "false"): "false",
    ("false", "null"): "null",
    ("null", "false"): "null",
    ("null", "null"): "null",
}


@pytest.mark.parametrize("left", TRUTHS)
@pytest.mark.parametrize("right", TRUTHS)
def test_and_is_false_where_one_is_false_else_null_where_one_is_null(left: str, right: str) -> None:
    assert shown(asked(f"{left} and {right}")) == AND.get((left, right), "false")


@pytest.mark.parametrize("left", TRUTHS)
@pytest.mark.parametrize("right", TRUTHS)
def test_or_is_true_where_one_is_true_else_null_where_one_is_null(left: str, right: str) -> None:
    assert shown(asked(f"{left} or {right}")) == OR.get((left, right), "true")


OTHERS = table("""
    not(true) => false
    not(false) => true
    not(null) => null
    not(3) => null
    1 and true => null
    1 and false => false
    "a" or true => true
    "a" or false => null
    true or false and false => true
    (true or false) and false => false
    not(true) or true => true
    true and true and true and false => false
    false or false or true => true
    1 = 1 and 2 = 2 => true
    1 = 2 or 2 = 2 => true
    answer.nothing and true => null
    answer.nothing = null or answer.nothing > 3 => true
    all([true, true]) => true
    all([true, false, null]) => false
    all([true, null]) => null
    all([]) => true
    all(true, false) => false
    all(null) => null
    all([1]) => null
    any([false, true, null]) => true
    any([false, null]) => null
    any([]) => false
    any(false, false) => false
    any(true) => true
""")


@pytest.mark.parametrize(("text", "value"), OTHERS)
def test_what_is_neither_true_nor_false_counts_as_null(text: str, value: str) -> None:
    assert shown(asked(text)) == value
