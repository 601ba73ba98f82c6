"""Unary tests: the cells of decision tables."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.feel import NotFeel, parse, parse_unary_tests
from tests.pathways.feel.asking import NOW, SCOPE

CASES = [
    # cell, what passes, what does not
    ("-", [1, "a", None, True, []], []),
    ("", [1, None], []),
    ("  -  ", ["a"], []),
    ('"a"', ["a"], ["b", None, 1, True]),
    ('"a","b"', ["a", "b"], ["c", None, 1]),
    ('"a" , "b"', ["a", "b"], ["c"]),
    ('not("a")', ["b", None], ["a", 1]),
    ('not("a","b")', ["c", None], ["a", "b"]),
    ("not(< 5)", [5, 6], [4, None, "a"]),
    ("not([1..5])", [6], [3, None]),
    ("not(null)", [1, "a"], [None]),
    ("not(true)", [False, None], [True]),
    ('not("a") and ? != "b"', [], ["a", "b", "c"]),
    ('not(? = "a") and ? != "b"', ["c", None], ["a", "b"]),
    ("5", [5, Decimal("5.00")], [6, None, "5"]),
    ("-5", [-5], [5]),
    ("5, 6", [5, 6], [7]),
    ("< 5", [4], [5, 6, None, "a"]),
    ("<= 5", [5], [6]),
    (">= 5", [5], [4]),
    ("> 5", [6], [5]),
    ("= 5", [5], [4]),
    ("!= 5", [4, None], [5, "a"]),
    ("< 5, > 10", [4, 11], [5, 10]),
    ("< seven + 1", [7], [8]),
    ("[1..5]", [1, 3, 5], [0, 6, None, "a"]),
    ("(1..5)", [2, 4], [1, 5]),
    ("]1..5[", [2, 4], [1, 5]),
    ("(1..5]", [5], [1]),
    ("[1..5)", [1], [5]),
    ("[1..5[", [1], [5]),
    ("[1..3], [7..9]", [2, 8], [5]),
    ("[1..seven]", [7], [8]),
    ('["a".."c"]', ["b"], ["d"]),
    ("? > 3 and ? < 9", [4, 8], [3, 9, None, "a"]),
    ("? = 3 or ? = 9", [3, 9], [4]),
    ("? > 3", [4], [3]),
    ("? + 1 = 5", [4], [5]),
    ('starts with(?, "fam")', ["family"], ["setting", None, 3]),
    ("list contains(?, 3)", [[1, 3]], [[1], None]),
    ("? in (1, 2), ? > 100", [1, 2, 101], [50]),
    ("count(?) > 1", [[1, 2]], [[1]]),
    ("true", [True], [False, None, 1]),
    ("false", [False], [True, None]),
    ("true, false", [True, False], [None]),
    ("null", [None], [0, "", False]),
    ("[1, 2, 3]", [1, [1, 2, 3]], [4, [1, 2]]),
    ("ages", [7, 11], [8]),
    ("answer.who", ["family"], ["setting"]),
    ("answer.amount", [Decimal("12.5")], [12]),
    ('answer.who = "family"', ["anything", 3, True], [False]),
    ('answer.who = "setting"', [False], ["anything", 3, None, True]),
    ('date("2026-01-01")', [date(2026, 1, 1)], [date(2026, 1, 2)]),
    ('>= date("2026-01-01")', [date(2027, 1, 1)], [date(2025, 1, 1), "2027-01-01"]),
    ('@"2026-01-01"', [date(2026, 1, 1)], [None]),
    ("< today()", [date(2027, 6, 30)], [date(2027, 7, 1)]),
    ('[date("2026-01-01")..date("2026-12-31")]', [date(2026, 5, 5)], [date(2027, 1, 1)]),
    ('if answer.ok then "a" else "b"', ["a"], ["b"]),
    ("some x in ages satisfies x = ?", [7], [8]),
    ("{a: 1}", [{"a": 1}], [{"a": 2}]),
    ("(< 5)", [4], [5]),
]


@pytest.mark.parametrize(("cell", "passing", "failing"), CASES)
def test_a_cell_passes_what_it_says(
    cell: str, passing: list[object], failing: list[object]
) -> None:
    tests = parse_unary_tests(cell)

    assert [value for value in passing if not tests.test(value, SCOPE, now=NOW)] == []
    assert [value for value in failing if tests.test(value, SCOPE, now=NOW)] == []


def test_any_is_told_from_tests() -> None:
    assert parse_unary_tests("-").any
    assert parse_unary_tests("").any
    assert not parse_unary_tests('"-"').any
    assert not parse_unary_tests("-1").any


def test_names_of_a_cell_are_those_it_reads() -> None:
    assert parse_unary_tests("? > a.b and ? < c").names == {("a", "b"), ("c",)}
    assert parse_unary_tests("not(a.b, [c..d])").names == {("a", "b"), ("c",), ("d",)}
    assert parse_unary_tests('"a"').names == frozenset()


def test_a_float_is_a_programming_mistake() -> None:
    with pytest.raises(ValueError, match="float"):
        parse_unary_tests("5").test(5.0, {}, now=NOW)


def test_a_cell_has_500_characters_at_most() -> None:
    fitting = "1" + " " * 499

    assert parse_unary_tests(fitting).test(1, {}, now=NOW)
    with pytest.raises(NotFeel, match="501 characters"):
        parse_unary_tests(fitting + " ")


numbers = st.integers(-20, 20)
operators = st.sampled_from(["<", "<=", ">", ">=", "=", "!="])


@given(numbers, operators, numbers)
def test_a_comparing_cell_says_what_the_comparison_says(
    value: int, operator: str, other: int
) -> None:
    expected = parse(f"{value} {operator} {other}").evaluate({}, now=NOW)

    assert parse_unary_tests(f"{operator} {other}").test(value, {}, now=NOW) is expected
    assert parse_unary_tests(f"? {operator} {other}").test(value, {}, now=NOW) is expected
    assert parse_unary_tests(f"not({operator} {other})").test(value, {}, now=NOW) is not expected


@given(numbers, numbers, numbers, st.sampled_from("[("), st.sampled_from("])"))
def test_a_range_says_what_two_comparisons_say(
    value: int, low: int, high: int, opening: str, closing: str
) -> None:
    above = ">=" if opening == "[" else ">"
    below = "<=" if closing == "]" else "<"
    expected = parse(f"x {above} {low} and x {below} {high}").evaluate({"x": value}, now=NOW)

    cell = f"{opening}{low}..{high}{closing}"
    assert parse_unary_tests(cell).test(value, {}, now=NOW) is expected
    assert parse(f"{value} in {cell}").evaluate({}, now=NOW) is expected


@given(numbers, st.lists(numbers, min_size=1, max_size=5))
def test_a_list_of_values_passes_its_members(value: int, members: list[int]) -> None:
    cell = ", ".join(map(str, members))

    assert parse_unary_tests(cell).test(value, {}, now=NOW) is (value in members)
    assert parse_unary_tests(f"not({cell})").test(value, {}, now=NOW) is (value not in members)
    assert parse(f"{value} in ({cell})").evaluate({}, now=NOW) is (value in members)
