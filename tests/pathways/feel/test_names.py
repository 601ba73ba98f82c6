"""The names of an expression: what it reads from the scope, and nothing else."""

import pytest
from hypothesis import given

from pathways.feel import parse
from tests.pathways.feel.asking import NOW, SCOPE, asked, shown, table
from tests.pathways.feel.expressions import NAMES, expressions, outcome

EXPECTED: list[tuple[str, set[str]]] = [
    ("1 + 2", set()),
    ("a", {"a"}),
    ("a.b.c", {"a.b.c"}),
    ('a.b = "x" and c.d > 3', {"a.b", "c.d"}),
    ("for x in xs return x + y", {"xs", "y"}),
    ("for x in x return x", {"x"}),
    ("for x in xs, y in x.ys return y.z", {"xs"}),
    ("for i in 1..n return partial", {"n"}),
    ("partial", {"partial"}),
    ("some x in a.b satisfies x.c = d.e", {"a.b", "d.e"}),
    ("every x in xs satisfies some y in ys satisfies x = y", {"xs", "ys"}),
    ("(for x in xs return x) + x", {"xs", "x"}),
    ("{a: b, c: a.d, e: f}", {"b", "f"}),
    ("{a: a}", {"a"}),
    ("{a: 1}.a + a", {"a"}),
    ("xs[item > 3]", {"xs"}),
    ("xs[item.a > b.c]", {"xs", "b.c"}),
    ("xs[amount > 3]", {"xs", "amount"}),
    ("xs[n].a", {"xs", "n"}),
    ("item", {"item"}),
    ("for x in xs return ys[x > z]", {"xs", "ys", "z"}),
    ("xs[some item in ys satisfies item = z]", {"xs", "ys", "z"}),
    ("a in (b, > c, [d..e])", {"a", "b", "c", "d", "e"}),
    ("a between b and c", {"a", "b", "c"}),
    ("if a then b else c", {"a", "b", "c"}),
    ("-a", {"a"}),
    ("count(a.b)", {"a.b"}),
    ("substring(string: a, start position: b)", {"a", "b"}),
    ("string length(a)", {"a"}),
    ("a.b instance of number", {"a.b"}),
    ("[a, {b: c}]", {"a", "c"}),
    ("a.time offset", {"a.time offset"}),
    ("f.count", {"f.count"}),
]


@pytest.mark.parametrize(("text", "names"), EXPECTED)
def test_names_are_the_paths_read_from_the_scope(text: str, names: set[str]) -> None:
    assert {".".join(path) for path in parse(text).names} == names


SPACED: dict[str, object] = {
    "Monthly Salary": 1_000,
    "Monthly": 3,
    "pre-tax": 20,
    "pre": 9,
    "tax": 4,
    "child's age": 7,
    "Terms and conditions": True,
    "loan": {"interest rate": 5, "pay back in": 12},
    "lines": [{"unit price": 3}, {"unit price": 5}],
    "line 2 (b)": 1,
    "wiek_dziecka": 8,
    "żółć": 1,
}
KNOWN = frozenset(SPACED) | {"interest rate", "pay back in", "unit price"}


@pytest.mark.parametrize(
    ("text", "value"),
    table("""
        Monthly Salary * 12 => 12000
        Monthly  Salary + Monthly => 1003
        pre-tax => 20
        pre - tax => 5
        pre-tax-pre => 11
        child's age > 6 => true
        if Terms and conditions then 1 else 2 => 1
        loan.interest rate * loan.pay back in => 60
        lines[unit price > 4].unit price => [5]
        lines.unit price => [3, 5]
        żółć + wiek_dziecka => 9
        {first name: "a", whole: first name + "b"}.whole => "ab"
        {a-b: 1, c: a-b + 1}.c => 2
        for each line in lines return each line.unit price => [3, 5]
        some each line in lines satisfies each line.unit price = 5 => true
        [{unit price: 1}].unit price => [1]
    """),
)
def test_names_of_several_words_and_signs_are_read_where_the_scope_has_them(
    text: str, value: str
) -> None:
    assert shown(parse(text, KNOWN).evaluate(SPACED, now=NOW)) == value


def test_a_name_of_several_words_is_one_path() -> None:
    assert parse("Monthly Salary > loan.interest rate", KNOWN).names == {
        ("Monthly Salary",),
        ("loan", "interest rate"),
    }


def test_names_that_the_item_of_a_filter_may_have_are_told_apart() -> None:
    expression = parse("lines[amount > limit and item.ok].what")

    assert expression.names == {("lines",), ("amount",), ("limit",)}
    assert expression.item_names == {("amount",), ("limit",)}


def test_the_item_of_a_filter_comes_before_the_scope() -> None:
    assert asked("lines[amount = 15][1].what") == "cover"
    assert asked("[{x: 1}][amount = 99][1].x") == 1


def test_a_loop_variable_comes_before_the_scope_and_ends_with_its_loop() -> None:
    assert asked("(for seven in [1] return seven)[1] + seven") == 8


@given(expressions)
def test_what_is_not_named_changes_nothing(text: str) -> None:
    expression = parse(text)
    named = {path[0] for path in expression.names}
    rest = {name: SCOPE[name] for name in NAMES if name in named}

    whole = outcome(lambda: expression.evaluate(SCOPE, now=NOW))
    assert outcome(lambda: expression.evaluate(rest, now=NOW)) == whole
