"""Functions that an expression makes, or that the scope gives, and how they are called."""

from decimal import Decimal

import pytest

from pathways.feel import FunctionValue, parse
from tests.pathways.feel.asking import NOW, asked, shown, table

CASES = table("""
    (function(x) x + 1)(2) => 3
    (function() 5)() => 5
    (function(a, b) a - b)(b: 1, a: 3) => 2
    (function(a, b) a - b)(a: 1, c: 3) => null
    (function(a, b) a - b)(1) => null
    (function(a: number) a + 1)("x") => null
    (function(a: number) a + 1)([2]) => 3
    (function(a: list<number>) count(a))(2) => 1
    (function(a: string, b) b)(null, 2) => 2
    (function(first name) first name + "!")("Sam") => "Sam!"
    {f: function(a, b) a * b, r: f(2, 3)}.r => 6
    {f: function(f, n) if n <= 1 then 1 else n * f(f, n - 1), r: f(f, 10)}.r => 3628800
    (for i in [1, 2] return function(x) x + i)[1](10) => 11
    (function(x) function(y) x + y)(1)(2) => 3
    (function(x) ages[item > x])(10) => [11, 15]
    {n: 5, f: function() n}.f() => 5
    [{f: function(x) -x}][1].f(3) => -3
    {a: 1}.a(3) => null
    (function(x) x) = (function(x) x) => null
    function(a, b c) a => function(a, b c)
    string(function(a) a) => "function(a)"
    (function(x) x) instance of function => true
    (function(x: number) x) instance of function<number> -> Any => true
    (function(x: number) x) instance of function<string> -> Any => false
    (function(x: number) x) instance of function<number, number> -> Any => false
    (function(x) x) instance of number => false
    1 instance of function => false
""")


@pytest.mark.parametrize(("text", "value"), CASES)
def test_a_made_function_returns_what_it_says(text: str, value: str) -> None:
    assert shown(asked(text)) == value


def test_a_function_of_the_scope_is_called_by_its_name() -> None:
    twice = FunctionValue(("n",), (None,), lambda _, arguments: arguments[0])
    expression = parse("my rate(5) + other(n: 1)", frozenset({"my rate", "other"}))

    assert expression.evaluate({"my rate": twice, "other": twice}, now=NOW) == Decimal(6)
    assert expression.evaluate({"my rate": 5}, now=NOW) is None
    assert {path[0] for path in expression.names} == {"my rate", "other"}


def test_a_function_outlives_the_expression_that_made_it() -> None:
    made = parse("{n: k * 2, f: function(x) x + n}.f").evaluate({"k": 10}, now=NOW)

    assert parse("f(1)", frozenset({"f"})).evaluate({"f": made}, now=NOW) == Decimal(21)
