"""Cells of decision tables in words."""

from decimal import Decimal

import pytest

from pathways.feel import Range, parse, parse_unary_tests
from tests.webapp.shipped import shipped
from webapp.presenters.cells import conclusion, condition, said
from webapp.presenters.labels import Labels, plain

LABELS = Labels(shipped())


@pytest.mark.parametrize(
    ("cell", "column", "words"),
    [
        ("-", "check_the_plan.where_used", "Any"),
        ("", "check_the_plan.where_used", "Any"),
        ('"home"', "check_the_plan.where_used", "At home"),
        ('"home","community"', "check_the_plan.where_used", "At home or out and about"),
        (
            '"setting","both"',
            "check_the_plan.where_used",
            "At school or college, or at home and at school or college",
        ),
        (
            '"staff","relative"',
            "check_the_plan.kind",
            "A person who helps; or a relative who lives with them, for pay",
        ),
        (
            '"goods","service","staff"',
            "check_the_plan.kind",
            "A thing, a service or a person who helps",
        ),
        ('not("none")', "check_the_plan.setting_type", "Anything but “Not at a school or college”"),
        ("true", "check_the_plan.has_care", "Yes"),
        ("false", "child.over_compulsory_school_age", "No"),
        ("< 500", "check_the_plan.price", "Less than £500.00"),
        ("? >= 500", "check_the_plan.price", "At least £500.00"),
        ("[500..2000]", "check_the_plan.price", "From £500.00 to £2,000.00"),
        ("(500..2000]", "check_the_plan.price", "More than £500.00 and at most £2,000.00"),
        ("1,2,3", "somewhere.count", "1, 2 or 3"),
        ("-5", "somewhere.count", "-5"),
        ('["a_b","c"]', "somewhere.else", "A b or c"),
        ("null", "check_the_plan.price", "Not answered"),
        ('< date("2027-03-01")', "child.born_on", "Before 1 March 2027"),
        (
            '[date("2027-03-01")..date("2027-04-01")]',
            "child.born_on",
            "From 1 March 2027 to 1 April 2027",
        ),
        (
            "> check_the_plan.price",
            "somewhere.price",
            "More than the answer to “What would it cost?”",
        ),
        ("< case.opened_on", "child.born_on", "Before when the request was begun"),
        ("line_in_scope.answer", "somewhere.else", "“Can it be part”"),
    ],
)
def test_a_condition_is_said_in_the_words_of_the_forms(cell: str, column: str, words: str) -> None:
    assert condition(parse_unary_tests(cell), parse(column), LABELS) == words


@pytest.mark.parametrize(
    "cell",
    [
        'contains(?, "x")',
        "? in [1..2] and ? > 1",
        "not(? > 3 or ? < 1)",
        "[x..3]",
        "count(y) > 2",
        'date("no")',
    ],
)
def test_a_condition_of_no_common_form_is_shown_as_it_is_written(cell: str) -> None:
    assert condition(parse_unary_tests(cell), parse("somewhere.else"), LABELS) == cell


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('"not_yet"', "Not yet"),
        ('"at your next review"', "At your next review"),
        ("true", "Yes"),
        ("250", "250"),
        ("check_the_plan.price", "The answer to “What would it cost?”"),
        ('if true then "a" else "b"', 'if true then "a" else "b"'),
    ],
)
def test_a_conclusion_is_said_in_words(cell: str, words: str) -> None:
    assert conclusion(parse(cell), LABELS) == words


def test_values_that_were_looked_at_are_said_in_words() -> None:
    kind = LABELS.naming(parse("check_the_plan.where_used"))

    assert said("both", kind) == "at home and at school or college"
    assert said(None, kind) == "not answered"
    assert said(("the head teacher", "a promise"), plain) == "the head teacher and a promise"
    assert said((), plain) == "nothing"
    assert said(Range(Decimal(1), None, True, False), plain) == "at least 1"
    assert said(Range(None, Decimal(3), False, False), plain) == "less than 3"
