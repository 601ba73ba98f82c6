"""Where an expression can only be null, told before anybody meets it."""

import pytest
from hypothesis import example, given

from pathways.feel import leanings, parse, parse_unary_tests
from pathways.feel.functions import FUNCTIONS
from pathways.feel.leaning.results import RESULTS
from pathways.feel.nodes import Call
from pathways.feel.types import type_of
from tests.pathways.feel.asking import asked
from tests.pathways.feel.expressions import LEAVES, NAMES, OPERATORS, expressions
from tests.pathways.feel.test_functions import EVERY
from tests.pathways.feel.test_range_functions import RANGES

TYPES = {
    ("a", "amount"): "number",
    ("a", "who"): "string",
    ("a", "ok"): "boolean",
    ("a", "on"): "date",
    ("a", "needs"): "list",
}

LEANING = [
    # text, where, what is said
    ('a.amount = "500"', 0, "A number and a text cannot be compared"),
    ('a.amount > "500"', 0, "without quotes"),
    ('a.ok = "true"', 0, "Write true or false without quotes"),
    ('a.on < "2027-01-01"', 0, 'date("2027-03-01")'),
    ("a.on > 5", 0, "A date and a number cannot be compared"),
    ("a.ok > false", 0, "Two values cannot be compared that are each yes or no"),
    ("a.who + 1", 0, "A text and a number cannot be added"),
    ("a.on + 10", 0, '@"P10D"'),
    ("a.on + a.on", 0, "cannot be added that are each a date"),
    ("x + true", 0, "Something and yes or no cannot be added"),
    ("1 + (a.amount - a.who)", 5, "cannot be subtracted"),
    ("a.amount / 0", 0, "divided by zero"),
    ("-a.who", 0, "no minus of a text"),
    ("a.amount and a.ok", 0, "`and` joins what is true or false, and a number is neither"),
    ("if a.who then 1 else 2", 0, "never true"),
    ("a.amount between 1 and a.who", 0, "cannot be compared"),
    ("string length(a.amount)", 0, "`string length` gives null for a number"),
    ("upper case(today())", 0, "gives null for a date"),
    ("substring(a.who)", 0, "substring(string, start position, [length])"),
    ("date(1, 2)", 0, "date(from) or date(year, month, day)"),
    ("today(1)", 0, "That number of arguments"),
    ("abs(x: 1)", 0, "Those names are not what `abs` takes"),
    ('date("31/12/2027")', 0, "Write dates as 2027-03-01"),
    ("date(2027, 2, 30)", 0, "there is none such"),
    ('a.on.year = "2027"', 0, "A number and a text"),
    ("count(a.needs) > a.who", 0, "A number and a text"),
    ('a.amount in ("500", 3)', 0, "A number and a text"),
    ("a.on in [1..5]", 0, "A date and a number"),
    ("for x in a.needs return a.amount + a.ok", 24, "cannot be added"),
]

FINE = [
    *("a.amount > 500 and a.ok = true", "a.amount = null", "a.who != null", "a.x + 1", "x = y"),
    *('a.on + @"P10D" > today()', "a.on - a.on", '"no " + a.who', "a.amount * 2 / 3", "-a.amount"),
    *("count(a.needs) > 1", "a.needs = a.needs", 'list contains(a.needs, "x")', "sum(a.needs)"),
    *("a.on.year = 2027", "a.amount in (1, 2)", 'a.who in ("x", "y")', "string length(x)"),
    *('if a.ok then "x" else 1', "for a in xs return a.amount + 1", 'date("2027-03-01") = a.on'),
    *("{a: 1}.a + 1", 'xs[a.amount = "x"]', "min(1, 2)", "null and a.ok", "date(a.who) < today()"),
    *('abs(@"P1D")', "string length(a.needs)", "a.amount between 1 and 5", "append(1, 2)"),
]


@pytest.mark.parametrize(("text", "start", "said"), LEANING)
def test_what_can_only_be_null_is_told_with_its_place_and_advice(
    text: str, start: int, said: str
) -> None:
    found = leanings(parse(text), TYPES)

    assert [leaning.start for leaning in found] == [start]
    assert said in found[0].problem
    assert found[0].problem.endswith((".", ")."))


@pytest.mark.parametrize("text", FINE)
def test_what_may_have_a_value_is_not_told(text: str) -> None:
    assert leanings(parse(text), TYPES) == ()


@pytest.mark.parametrize(
    ("cell", "subject", "leans"),
    [
        ('"500"', "number", True),
        ("500", "number", False),
        ("> 5", "string", True),
        ("[1..5]", "date", True),
        ("[1..5]", "number", False),
        ('"a", "b"', "string", False),
        ('"a", 5', "string", True),
        ('date("2027-03-01")', "date", False),
        ('< "2027-03-01"', "date", True),
        ("null", "number", False),
        ("true", "boolean", False),
        ("a.ok", "number", False),
        ("? + 1 > 3", "string", True),
        ("? > 3", "number", False),
        ('a.who in ("x", "y")', "boolean", False),
        ('date and time(@"2027-07-01T09:00:00Z", "Europe/London")', "date and time", False),
        ("-", "number", False),
        ('"a"', None, False),
        ('"a"', "list", False),
    ],
)
def test_a_cell_is_looked_at_beside_what_its_column_holds(
    cell: str,
    subject: str | None,
    leans: bool,  # noqa: FBT001 - a row of the table
) -> None:
    assert bool(leanings(parse_unary_tests(cell), TYPES, subject=subject)) is leans


def test_functions_return_the_types_that_are_known_of_them() -> None:
    examples = [text for text, _ in [*EVERY, *RANGES] if text.endswith(")")]
    calls = [(parse(text).tree, text) for text in examples]
    returned = {
        (node.function, type_of(value))
        for node, text in calls
        if isinstance(node, Call) and (value := asked(text)) is not None
    }

    assert RESULTS.keys() <= FUNCTIONS.keys()
    assert {(name, kind) for name, kind in returned if RESULTS.get(name, kind) != kind} == set()


@given(LEAVES, OPERATORS, LEAVES)
@example("[1..5]", "in", "[1..5]")
def test_an_operator_is_told_of_only_where_it_gives_null(
    left: str, operator: str, right: str
) -> None:
    text = f"{left} {operator} {right}"

    if leanings(parse(text), {}) and operator not in {"and", "or"}:
        assert asked(text) is None


@given(expressions)
def test_any_expression_can_be_looked_at(text: str) -> None:
    expression = parse(text)

    for leaning in leanings(expression, {(name,): "number" for name in NAMES}):
        assert 0 <= leaning.start < len(text)
        assert leaning.problem.endswith(".")
