"""Letters and reasons: text with places to fill."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from pathways.feel import DaysTimeDuration, NotFeel, Range, YearsMonthsDuration, parse_template
from tests.pathways.feel.asking import NOW, SCOPE


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("", ""),
        ("Dear family,", "Dear family,"),
        ("{child.name}", "Sam"),
        ("Dear {child.name}, hello", "Dear Sam, hello"),
        ("{child.name}{child.name}", "SamSam"),
        ("£{answer.amount}", "£12.50"),
        ("£{answer.amount * 2} in all", "£25.00 in all"),
        ("born on {child.born_on}.", "born on 28 February 2015."),
        ("{missing}|{answer.nothing}", "|"),
        ("{lines.what}", "tablet, stand, cover"),
        ("{[1, null, 2]}", "1, 2"),
        ("{{not a place}}", "{not a place}"),
        ("{{{child.name}}}", "{Sam}"),
        ('{ {a: "x"}.a }', "x"),
        ('{"}"}{"{"}', "}{"),
        ('{"say \\"}\\""}', 'say "}"'),
        ('{if answer.ok then "yes" else "no"}', "yes"),
        ("{answer.ok}", "yes"),
        ("a\n\nb {seven}\n", "a\n\nb 7\n"),
        ('{today() + duration("P15D")}', "16 July 2027"),
        ("{now()}", "1 July 2027 at 12:30am"),
    ],
)
def test_places_are_filled_and_written_for_people(text: str, filled: str) -> None:
    assert parse_template(text).fill(SCOPE, now=NOW) == filled


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2027, 3, 3), "3 March 2027"),
        (datetime(2027, 1, 3, 14, 5, tzinfo=UTC), "3 January 2027 at 2:05pm"),
        (datetime(2027, 7, 3, 14, 5, tzinfo=UTC), "3 July 2027 at 3:05pm"),
        (time(9, 30), "9:30am"),
        (time(0, 0), "12:00am"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (True, "yes"),
        (False, "no"),
        (YearsMonthsDuration(14), "1 year 2 months"),
        (YearsMonthsDuration(-2), "minus 2 months"),
        (YearsMonthsDuration(0), "0 months"),
        (DaysTimeDuration(Decimal(15 * 86_400)), "15 days"),
        (DaysTimeDuration(Decimal("90061.5")), "1 day 1 hour 1 minute 1.5 seconds"),
        (DaysTimeDuration(Decimal(0)), "0 seconds"),
        (Range(Decimal(1), Decimal(5), low_included=True, high_included=True), "1 to 5"),
        ({"a": 1, "b": ["x", "y"]}, "a: 1, b: x, y"),
        ("<b>{x}</b>", "<b>{x}</b>"),
    ],
)
def test_each_type_is_written_for_people(value: object, written: str) -> None:
    assert parse_template("{x}").fill({"x": value}, now=NOW) == written


def test_what_fills_a_place_is_never_read_as_a_place() -> None:
    scope = {"a": "{b}", "b": "secret"}

    assert parse_template("{a}").fill(scope, now=NOW) == "{b}"


def test_names_of_a_template_are_those_of_its_places() -> None:
    assert parse_template("{a.b} and {c} {{d}}").names == {("a", "b"), ("c",)}


@pytest.mark.parametrize(
    ("text", "line", "column", "advice"),
    [
        ("Dear {name", 1, 6, "This place is not closed"),
        ("Dear name}", 1, 10, "This brace closes nothing"),
        ("Dear {}", 1, 7, "Something is missing"),
        ("Dear\n\n  {a == 1}", 3, 7, "To compare, write one ="),
        ("Dear {a}\n{b +\n  * 2}", 3, 3, "found `*`"),
        ('{"open}', 1, 1, "This place is not closed"),
        ("{__class__}", 1, 2, "names do not begin with __"),
        ("{open(1)}", 1, 2, "There is no function `open`"),
    ],
)
def test_a_complaint_has_line_and_column_in_the_whole_text(
    text: str, line: int, column: int, advice: str
) -> None:
    with pytest.raises(NotFeel) as refused:
        parse_template(text)

    assert advice in refused.value.problem
    assert (refused.value.line, refused.value.column) == (line, column)
    assert refused.value.text == text


def test_a_template_has_a_limit_of_length_and_of_places() -> None:
    with pytest.raises(NotFeel, match="50,000 are allowed"):
        parse_template("x" * 50_001)
    with pytest.raises(NotFeel, match="501 places"):
        parse_template("{a}" * 501)
