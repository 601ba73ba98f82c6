"""Whatever is written, nothing runs away, nothing is executed, and nothing outside is changed."""

import copy
import sys
import threading
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pathways.feel import (
    Expression,
    Meter,
    NotFeel,
    Refused,
    Template,
    UnaryTests,
    Value,
    parse,
    parse_template,
    parse_unary_tests,
)
from pathways.feel.budget import DEPTH, NUMBER, SOURCE, TEXT
from pathways.feel.functions import FUNCTIONS
from tests.pathways.feel.asking import NOW, SCOPE, asked
from tests.pathways.feel.expressions import expressions, plain

GROWING = "a: [1,1,1,1,1,1,1,1,1,1], " + ", ".join(
    f"{new}: [{','.join([old] * 10)}]" for old, new in zip("abcde", "bcdef", strict=True)
)
LONG_TEXT = f'a: "{"x" * 1_000}", b: {"+".join("a" * 10)}, c: {"+".join("b" * 9)}'

RUNAWAY = [
    "9**9**9",
    "10**34*10",
    "-(10**34) - 10**34",
    "1.0000001**1e33",
    "exp(1e9)",
    "product(for i in 1..40 return 9)",
    "sum([1e34, 1e34])",
    "for i in 1..100000 return i",
    "for i in 1..1e29 return 1",
    "count(for a in 1..1000, b in 1..1000 return a)",
    "for a in 1..100 return for b in 1..100 return for c in 1..100 return 1",
    "some i in 1..1e29 satisfies false",
    "every i in 1..1e29 satisfies true",
    "for i in 1..100 return partial",
    "for i in 1..60 return [partial, partial]",
    'for d in @"0001-01-01"..@"9999-12-31" return d',
    "{x: for i in 1..900 return i, y: x[count(x[item > 0]) > 0]}",
    f"{{{GROWING}}}",
    f"{{{GROWING}, g: f = f}}.g",
    f"{{{GROWING}, g: string(f)}}.g",
    f"{{{GROWING}, g: flatten(f)}}.g",
    f"{{{GROWING}, g: distinct values(f)}}.g",
    f"{{{GROWING}, g: f.x}}.g",
    f"{{{GROWING}, g: index of(f, e)}}.g",
    f"{{{GROWING}, g: concatenate(f, f)}}",
    f"{{{LONG_TEXT}, d: c + c}}",
    f"{{{LONG_TEXT}, d: for i in 1..10000 return lower case(c)}}",
    f"{{{LONG_TEXT}, d: for i in 1..10000 return c + string(i)}}",
    f"{{{LONG_TEXT}, d: string join([c, c])}}",
    f'{{{LONG_TEXT}, d: replace(c, "x", "yyy")}}',
    "{f: function(f) f(f), g: f(f)}",
    "{f: function(f, g) f(f, function(x) g(g(x))), g: f(f, function(x) x)}",
    "{f: function(n) for i in 1..n return i, g: for j in 1..1000 return f(1000)}",
    "sort(for i in 1..2000 return -i, function(x, y) (for k in 1..20 return k)[1] * x < y)",
    f'{{{LONG_TEXT}, d: replace(c, "(x.*y)|x", "y")}}',
    f'{{{LONG_TEXT}, d: split(c, "x")}}',
    f'{{{LONG_TEXT}, d: replace(b, "x", b)}}',
    f'{{{LONG_TEXT}, d: matches("a", b)}}',
    'matches("aa", "(a)\\1")',
    'matches("a", "(a{1,1000}){1,1000}")',
    'matches("a", "a{1001}")',
    r'matches("a", "\w{1,400}")',
    '@"P1D" * 1e29 * 1e29',
    '@"P999999999Y" * 1e29',
]


@pytest.mark.parametrize("text", RUNAWAY)
def test_what_would_run_away_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        asked(text)

    assert str(refused.value).endswith(".")


def test_a_pattern_that_would_hang_elsewhere_takes_linear_time() -> None:
    assert asked(f'{{{LONG_TEXT}, d: matches(c, "(x+x+)+y")}}.d') is False
    assert asked(f'{{{LONG_TEXT}, d: matches(b, "^(([x])+.)+[1-9]([0-9])+$")}}.d') is False


def test_large_things_from_outside_are_refused() -> None:
    deep: list[object] = []
    for _ in range(DEPTH + 2):
        deep = [deep]
    endless: list[object] = []
    endless.append(endless)

    for value in ([1] * 100_000, {str(n): n for n in range(100_000)}, 10**35, deep, endless):
        with pytest.raises(Refused):
            asked("x", {"x": value})


def test_a_long_text_from_outside_costs_steps_where_it_is_worked_on() -> None:
    scope: dict[str, object] = {"x": "a" * (TEXT + 1)}

    assert asked("string length(x)", scope) == TEXT + 1
    with pytest.raises(Refused, match="100,000 characters"):
        asked("upper case(x)", scope)


@pytest.mark.parametrize("value", [1.5, float("nan"), object(), b"x", {1}])
def test_a_value_that_is_none_of_feel_is_a_programming_mistake(value: object) -> None:
    with pytest.raises(ValueError, match="is no value of FEEL"):
        asked("x", {"x": value})


DEEP = [
    *("(" * 200, "[" * 200, "{a:" * 200, "-" * 200, "if true then 1 else " * 80),
    *("count(" * 200, "not(" * 200, "1 in (" * 200, "a[" * 200, "for x in " * 100),
    *("x" + "[1]" * 200, "x" + "[1].a" * 200, "x" + " instance of number" * 70, "x" + "=1" * 200),
]


@pytest.mark.parametrize("text", DEEP)
def test_deep_brackets_and_clauses_are_refused(text: str) -> None:
    with pytest.raises(NotFeel, match="levels"):
        parse(text[:SOURCE])


def test_long_chains_are_not_deep() -> None:
    assert asked("+".join(["1"] * 900)) == 900
    assert asked(" and ".join(["true"] * 200)) is True
    assert asked("a" + ".b" * 900) is None
    assert asked(f"[{','.join(['1'] * 900)}][900]") == 1
    assert asked(f"{{{','.join(f'a{n}: {n}' for n in range(180))}}}.a179") == 179


def test_what_is_60_levels_deep_still_evaluates_far_down_the_stack() -> None:
    text = "1 in (" * 28 + "null" + ")" * 28

    def far_down(levels: int) -> Value:
        return far_down(levels - 1) if levels else asked(text)

    assert far_down(sys.getrecursionlimit() // 3) is None


def test_source_has_2000_characters_at_most() -> None:
    assert parse("1" + " " * (SOURCE - 1)).text
    with pytest.raises(NotFeel, match="2,001 characters"):
        parse("1" + " " * SOURCE)


def test_time_must_know_its_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        parse("now()").evaluate({}, now=NOW.replace(tzinfo=None))


def test_one_meter_pays_for_many_evaluations() -> None:
    costly, cell = (
        parse("count(for i in 1..900 return i)"),
        parse_unary_tests("some i in 1..9 satisfies i > ?"),
    )
    meter = Meter()

    def evaluate_often() -> None:
        for _ in range(100):
            costly.evaluate({}, now=NOW, meter=meter)

    with pytest.raises(Refused):
        evaluate_often()
    with pytest.raises(Refused):
        cell.test(1, {}, now=NOW, meter=meter)
    with pytest.raises(Refused):
        parse_template("{count(for i in 1..900 return i)}" * 100).fill({}, now=NOW)


def test_one_expression_may_be_evaluated_by_many_threads() -> None:
    expression = parse("count(for x in 1..n return x[item > 0])")
    counts: list[Value] = []

    def evaluate(n: int) -> None:
        counts.append(expression.evaluate({"n": n}, now=NOW))

    threads = [threading.Thread(target=evaluate, args=(n,)) for n in range(1, 21)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(map(str, counts)) == sorted(str(n) for n in range(1, 21))


SOUP = st.lists(
    st.sampled_from(
        [
            *("1", "2.5", "1e9", '"a"', "a", "b.c", "true", "null", "?", "item", "@", '@"P1D"'),
            *("+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "..", ".", ",", ":"),
            *("(", ")", "[", "]", "{", "}", "and", "or", "not", "in", "between", "if", "then"),
            *("else", "for", "return", "some", "every", "satisfies", "instance", "of", "list"),
            *("__class__", "lambda", "function", "external", "\\", "'", '"', "//", "/*", "*/"),
            *("\n", "\u2028", "é", "\x00", "\ud800", "date", "time", "count", "number", "string"),
            *(function.replace(" ", "  ") for function in list(FUNCTIONS)[::4]),
        ]
    ),
    max_size=25,
).map(" ".join)


def read_somehow(text: str) -> list[Expression | UnaryTests | Template]:
    read: list[Expression | UnaryTests | Template] = []
    complaints: list[NotFeel] = []
    for parser in (parse, parse_unary_tests, parse_template):
        try:
            read.append(parser(text))
        except NotFeel as refused:
            complaints.append(refused)
    assert all(one.problem and one.line >= 1 and one.column >= 1 for one in complaints)
    return read


@settings(max_examples=300)
@given(SOUP | st.text(max_size=60))
@example("[1..5[")
@example("{}}{")
def test_any_soup_of_words_is_read_or_not_feel(text: str) -> None:
    for thing in read_somehow(text):
        with suppress(Refused):
            if isinstance(thing, Expression):
                thing.evaluate(SCOPE, now=NOW)
            elif isinstance(thing, UnaryTests):
                assert thing.test(1, SCOPE, now=NOW) in {True, False}
            else:
                assert isinstance(thing.fill(SCOPE, now=NOW), str)


@settings(max_examples=500)
@given(expressions)
def test_any_expression_gives_a_value_or_is_refused_and_changes_nothing(text: str) -> None:
    before = copy.deepcopy(SCOPE)

    try:
        value = parse(text).evaluate(SCOPE, now=NOW)
        again = parse(text).evaluate(SCOPE, now=NOW)
    except Refused:
        return
    finally:
        assert before == SCOPE

    assert plain(value) == plain(again)
    assert made_of_plain_values(value)


def made_of_plain_values(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(made_of_plain_values, value))
    if isinstance(value, dict):
        return all(map(made_of_plain_values, value.values()))
    if type(value).__name__ == "Decimal":
        return abs(value) <= NUMBER  # type: ignore[arg-type] # told by its name
    known = {"date", "datetime", "time", "YearsMonthsDuration", "DaysTimeDuration", "Range"}
    known |= {"FunctionValue"}
    return isinstance(value, bool | str | None) or type(value).__name__ in known


@given(expressions, st.sampled_from([None, True, 1, "a", [1, "a"], {"a": 1}]))
def test_any_expression_as_a_cell_passes_a_value_or_does_not(text: str, value: object) -> None:
    with suppress(NotFeel, Refused):
        assert parse_unary_tests(text).test(value, SCOPE, now=NOW) in {True, False}


@given(expressions)
def test_any_expression_fills_a_place_or_is_refused(text: str) -> None:
    with suppress(Refused):
        assert isinstance(parse_template(f"a {{ {text} }} b").fill(SCOPE, now=NOW), str)
