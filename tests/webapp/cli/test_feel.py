"""`fingerpost feel`."""

import json

import pytest

from tests.webapp.cli.command import fingerpost


@pytest.mark.parametrize(
    ("expression", "given", "answer"),
    [
        ("age >= 16", '{"age": 16}', "true"),
        ("a + b", '{"a": 0.1, "b": 0.2}', "0.3"),
        ("date(born).year + 16", '{"born": "2010-05-03"}', "2026"),
        (
            "lines[amount > 10].what",
            '{"lines": [{"amount": 10.5, "what": "tablet"}]}',
            '["tablet"]',
        ),
        ("missing", "{}", "null"),
        ("Monthly Salary * 12", '{"Monthly Salary": 1000}', "12000"),
        ("loan.pre-tax rate", '{"loan": {"pre-tax rate": 0.5}}', "0.5"),
        ('"a" + "b"', "{}", "ab"),
        ("a", '{"a": 123456789.123456789}', "123456789.123456789"),
    ],
)
def test_an_expression_is_answered_in_exact_numbers(
    expression: str, given: str, answer: str
) -> None:
    done = fingerpost("feel", expression, "--input", given)

    assert done.stdout == f"{answer}\n"
    assert done.exit_code == 0


def test_the_input_may_come_from_standard_input() -> None:
    assert fingerpost("feel", "a * 2", "--input", "-", typed='{"a": 21}').stdout == "42\n"


def test_an_answer_in_json_keeps_its_numbers_exact() -> None:
    done = fingerpost(
        "feel", '{n: 0.10 + a, d: date("2026-11-22")}', "--input", '{"a": 0.2}', "--format", "json"
    )

    assert done.stdout == '{"answer":{"n":0.30,"d":"2026-11-22"}}\n'


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("null", "null"),
        ("1/3", "0.3333333333333333333333333333333333"),
        ("12345678901234567890.5", "12345678901234567890.5"),
        ("true", "true"),
        (r'"a\"b"', r'"a\"b"'),
        ('@"2027-03-01"', '"2027-03-01"'),
        ('@"09:30:00@Europe/London"', '"09:30:00@Europe/London"'),
        ('@"2027-03-01T09:30:00Z"', '"2027-03-01T09:30:00Z"'),
        ('@"P14M"', '"P1Y2M"'),
        ('@"PT26H"', '"P1DT2H"'),
        ("[1, [2], null]", "[1,[2],null]"),
        ('{a: 1, b c: "x"}', '{"a":1,"b c":"x"}'),
        ("[1..5)", '"[1..5)"'),
        ("(< 5)", '"(< 5)"'),
        ("function(a, b) a", '"function(a, b)"'),
    ],
)
def test_every_type_of_value_has_a_form_in_json(expression: str, printed: str) -> None:
    done = fingerpost("feel", expression, "--format", "json")

    assert done.stdout == f'{{"answer":{printed}}}\n'
    assert done.exit_code == 0


def test_values_may_be_given_with_their_types_in_feel() -> None:
    done = fingerpost(
        *("feel", 'born day + years > @"2025-01-01" and text = "2015-02-28"'),
        *("--input", '{"text": "2015-02-28"}'),
        *("--context", '{born day: @"2015-02-28", years: @"P10Y"}'),
    )

    assert done.stdout == "true\n"


@pytest.mark.parametrize(("context", "code"), [("[1]", 2), ("{a: ", 1)])
def test_what_is_no_context_is_refused(context: str, code: int) -> None:
    assert fingerpost("feel", "a", "--context", context).exit_code == code


def test_half_a_character_does_not_break_the_output() -> None:
    done = fingerpost("feel", "a", "--input", '{"a": "\\ud800"}', "--format", "json")

    assert json.loads(done.stdout) == {"answer": "?"}


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("1 +", "This is not an expression. Line 1, column "),
        ('__import__("os")', "This is not an expression."),
        ("sum(for i in 1..1000000 return i)", "steps"),
    ],
)
def test_what_cannot_be_evaluated_is_said(expression: str, said: str) -> None:
    text = fingerpost("feel", expression)
    program = fingerpost("feel", expression, "--format", "json")

    assert text.exit_code == program.exit_code == 1
    assert said in text.stderr
    assert said in json.loads(program.stdout)["error"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("{", "not JSON"),
        ("[1]", "Give the input as a JSON object"),
        ('{"a": NaN}', "NaN is no number of JSON"),
        ("[" * 100_000, "nested too deep"),
        ("", "not JSON"),
    ],
)
def test_an_input_that_is_no_json_object_is_refused(given: str, said: str) -> None:
    done = fingerpost("feel", "a", "--input", given)

    assert done.exit_code == 2
    assert said in done.stderr


def test_a_number_without_end_is_refused_in_a_sentence() -> None:
    done = fingerpost("feel", "a", "--input", f'{{"a": {"9" * 10_000}}}')

    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
