"""What is refused when it is parsed, where, and with which advice."""

import pytest

from pathways.feel import NotFeel, parse, parse_unary_tests
from pathways.feel.grammar import GRAMMAR

REFUSED = [
    # text, column, what the complaint says
    ('__import__("os")', 1, "names do not begin with __"),
    ('__import__("os").system("id") == 0', 1, "names do not begin with __"),
    ("a.__class__", 3, "names do not begin with __"),
    ("().__class__", 4, "names do not begin with __"),
    ("__", 1, "names do not begin with __"),
    ('open("x")', 1, "There is no function `open`"),
    ('eval("1")', 1, "There is no function `eval`"),
    ("exec(a)", 1, "There is no function"),
    ('getattr(a, "b")', 1, "There is no function"),
    ("lambda x: x", 8, "stand side by side"),
    ("a := 1", 3, "Nothing can be set here"),
    ("a == 1", 4, "To compare, write one ="),
    ("a => 1", 4, "To compare, write one ="),
    ("a <> 1", 4, "To compare, write one ="),
    ("a && b", 3, "write `and`"),
    ("a || b", 3, "write `or`"),
    ("!a", 1, "write not(...)"),
    ("= a", 1, "Remove the = at the beginning"),
    ("${a > 3}", 1, "without ${ and }"),
    ("#{a > 3}", 1, "without #{ and }"),
    ("not a", 1, "Write `not` with brackets"),
    ("a % 2", 3, "modulo"),
    ("a; b", 2, "remove the semicolon"),
    ("`a`", 1, "letters, digits and _"),
    ("'a'", 1, "double quotes"),
    ("“a”", 1, "straight ones"),
    ("a ≥ 1", 3, "Write >="),
    ("1 – 2", 3, "minus sign"),
    ("\x00", 1, "U+0000"),
    ("a.b(1)", 4, "`a.b` cannot be called"),
    ('"a"(1)', 4, "cannot be called"),
    ("total amount > 3", 7, "total_amount"),
    ("(total amount)", 8, "total_amount"),
    ("f(", 1, "There is no function `f`"),
    ("count(", 7, "Something is missing at the end"),
    ("count(a", 8, "Expected `,` or `)` after an argument of `count`"),
    ("count(a,)", 9, "another argument must follow"),
    ("strng length(a)", 1, "did you mean `string length`?"),
    ("lenght(a)", 1, "only the built-in functions"),
    ("round(1.5)", 1, "round half up"),
    ("length(a)", 1, "`string length` for a text"),
    ("substring(string: a, 2)", 1, "Give all arguments"),
    ("abs(n: 1, n: 2)", 1, "Give all arguments"),
    ("", 1, "Something is missing"),
    ("   ", 4, "Something is missing"),
    ("1 +", 4, "Something is missing at the end"),
    ("* 2", 1, "found `*`"),
    ("1 2", 3, "Expected an operator or the end"),
    ('"a" "b"', 5, 'found "b"'),
    ("(1", 3, "Expected `)` to close the bracket"),
    (")", 1, "found `)`"),
    ("[1, 2", 6, "Expected `,` or `]`"),
    ("[1,]", 4, "remove the comma"),
    ("{a: 1", 6, "Expected `,` or `}`"),
    ("{a: 1,}", 7, "remove the comma"),
    ("{a: 1, a: 2}", 8, "stands twice"),
    ("{a 1}", 5, "Expected `:` after `a 1`"),
    ("function x", 10, "Expected `(` after `function`"),
    ("function(1) x", 10, "Expected the name of a parameter"),
    ("function(x y", 13, "Expected `,` or `)` after a parameter"),
    ('function(x) external {java: {class: "a"}}', 13, "are never run"),
    ("a instance of context<a number>", 31, "Expected `:` after `a number`"),
    ("a instance of function<number>", 31, "in `->`"),
    ("{1: 1}", 2, "Expected a name of an entry"),
    ("a[", 3, "Something is missing"),
    ("a[1", 4, "Expected `]` to close the filter"),
    ("a.", 3, "Expected a name after the dot"),
    ("a.1", 2, "Expected an operator or the end"),
    ("1..5", 2, "A range stands in brackets"),
    ("[1..5", 6, "to close the range"),
    ("[1..", 5, "Something is missing"),
    ("(!= 5)", 1, "There is no range for `!=`"),
    ("if a then 1", 12, "Expected `else`"),
    ("if a", 5, "Expected `then`"),
    ("1 if a else 2", 3, "Expected an operator or the end, but found `if`"),
    ("for x in y", 11, "Expected `return`"),
    ("for x y", 8, "Expected `in` after `x y`"),
    ("for 1 in y return 1", 5, "Expected a name to call each item by"),
    ("for if in y return 1", 5, "has a meaning of its own"),
    ("some x in y", 12, "Expected `satisfies`"),
    ("[x for x in y]", 4, "found `for`"),
    ("and", 1, "has a meaning of its own"),
    ("a and", 6, "Something is missing"),
    ("a between 1", 12, "Expected `and` between the two ends"),
    ("a in", 5, "Something is missing"),
    ("a in ()", 7, "found `)`"),
    ("a instance", 11, "Expected `of`"),
    ("a instance of foo", 15, "the types are Any, Null, boolean"),
    ("a instance of list<", 20, "Expected a type"),
    ('@"yesterday"', 2, "is no date, time or duration"),
    ('@"2027-02-30"', 2, "is no date"),
    ('@"P1Y2D"', 2, "is no date"),
    ("@x", 2, "in quotes"),
    ('"open', 1, "does not end on this line"),
    ('"two\nlines"', 1, "does not end on this line"),
    (r'"\UFFFFFF"', 2, "A text cannot hold"),
    (r'"\uD800"', 1, "half a character"),
    ("/* open", 1, "This comment does not end"),
    ("1e400", 1, "too large"),
    ("9" * 40, 1, "too large"),
    ("? > 3", 1, "in the cells of a decision table only"),
]


@pytest.mark.parametrize(("text", "column", "advice"), REFUSED)
def test_what_is_not_feel_is_refused_with_its_place_and_advice(
    text: str, column: int, advice: str
) -> None:
    with pytest.raises(NotFeel) as refused:
        parse(text)

    assert advice in refused.value.problem
    assert (refused.value.line, refused.value.column) == (1, column)
    assert refused.value.text == text
    assert refused.value.problem.endswith((".", "?"))


@pytest.mark.parametrize(
    ("text", "column", "advice"),
    [
        (">= 5 and < 9", 6, "write `? > 3 and ? < 9`"),
        ("> 5 or < 3", 5, "cannot follow such a test"),
        ('"a",', 5, "Something is missing"),
        ('"a" "b"', 5, "Expected an operator or the end"),
        ('not("a"', 8, "Expected `)` to close not(...)"),
        ("not()", 5, "found `)`"),
        ("--", 3, "Something is missing"),
        ("a:", 2, "Expected an operator or the end"),
        ("[1..5", 6, "to close the range"),
        ("'a'", 1, "double quotes"),
        ('__import__("os")', 1, "names do not begin with __"),
    ],
)
def test_a_cell_that_is_not_feel_is_refused_with_its_place_and_advice(
    text: str, column: int, advice: str
) -> None:
    with pytest.raises(NotFeel) as refused:
        parse_unary_tests(text)

    assert advice in refused.value.problem
    assert (refused.value.line, refused.value.column) == (1, column)


def test_line_and_column_are_counted_from_one() -> None:
    with pytest.raises(NotFeel) as refused:
        parse('a = 1 and\n  b = "x" and\n    c == 3')

    assert (refused.value.line, refused.value.column) == (3, 8)
    assert str(refused.value).startswith("Line 3, column 8: ")


def test_parsing_the_same_text_twice_gives_equal_expressions() -> None:
    assert parse("a + 1") == parse("a + 1")
    assert hash(parse("a + 1")) == hash(parse("a + 1"))
    assert parse("a + 1") != parse("a+1")


def test_every_prefix_and_operator_is_a_word_or_a_sign() -> None:
    assert all(word.strip() == word and word for word in (*GRAMMAR.prefixes, *GRAMMAR.infixes))
