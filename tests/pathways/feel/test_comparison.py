"""Equality, order, `between`, `in` and `instance of`; null for types that do not go together."""

import pytest

from tests.pathways.feel.asking import asked, shown, table

COMPARISONS = table("""
    1 = 1 => true
    1 = 1.0 => true
    1 = 2 => false
    1 != 2 => true
    1 != 1 => false
    "a" = "a" => true
    "a" = "A" => false
    true = true => true
    true != false => true
    null = null => true
    null != null => false
    1 = null => false
    null = "a" => false
    1 != null => true
    1 = "1" => null
    1 != "1" => null
    true = "true" => null
    true = 1 => null
    [1, 2] = [1, 2] => true
    [1, 2] = [2, 1] => false
    [1, 2] = [1] => false
    [] = [] => true
    [] = null => false
    [1] = ["a"] => null
    {a: 1} = {a: 1.0} => true
    {a: 1, b: 2} = {b: 2, a: 1} => true
    {a: 1} = {a: 2} => false
    {a: 1} = {b: 1} => false
    {} = [] => null
    [1..5] = [1..5] => true
    [1..5] = (1..5) => false
    @"2027-01-01" = @"2027-01-01" => true
    @"2027-01-01" = @"2027-01-01T00:00:00" => null
    @"2027-07-01T09:00:00@Europe/London" = @"2027-07-01T08:00:00Z" => true
    @"10:00:00+01:00" = @"09:00:00Z" => true
    @"10:00:00" = @"10:00:00Z" => false
    @"PT24H" = @"P1D" => true
    @"P12M" = @"P1Y" => true
    @"P1Y" = @"P365D" => null
    1 < 2 => true
    2 < 1 => false
    2 <= 2 => true
    2 > 2 => false
    2 >= 2 => true
    "a" < "b" => true
    "b" <= "a" => false
    true < false => null
    null < 1 => null
    1 < null => null
    null <= null => null
    1 < "2" => null
    1 >= "2" => null
    [1] < [2] => null
    @"2027-01-01" < @"2027-01-02" => true
    @"2027-01-01" >= @"2027-01-02" => false
    @"2027-01-01" < @"2027-01-01T10:00:00" => null
    @"2027-01-01T10:00:00" < @"2027-01-01T10:00:00Z" => null
    @"2027-01-01T10:00:00+02:00" < @"2027-01-01T09:00:00Z" => true
    @"10:00:00" < @"11:00:00" => true
    @"P1D" < @"PT25H" => true
    @"P1Y" > @"P11M" => true
    @"P1Y" > @"P11D" => null
    2 between 1 and 3 => true
    1 between 1 and 3 => true
    4 between 1 and 3 => false
    0 between 1 and null => false
    2 between 1 and null => null
    "b" between "a" and "c" => true
    2 between 1 and 3 and true => true
    2 between 1 and 3 or false => true
    1 + 1 between 1 and 1 + 1 => true
    @"2027-03-01" between @"2027-01-01" and @"2027-12-31" => true
    5 in 5 => true
    5 in (1, 5) => true
    5 in (1, 2) => false
    5 in [1, 5] => true
    5 in [1, 2] => false
    5 in [1..5] => true
    5 in [1..5) => false
    5 in (1..5] => true
    5 in ]1..5[ => false
    1 in ]1..5[ => false
    1 in [1..5[ => true
    5 in (> 3) => true
    5 in (> 3, < 1) => true
    5 in (< 3, > 7) => false
    5 in > 3 => true
    5 in (<= 5) => true
    5 in ([1..2], [4..6]) => true
    5 in [[1..2], [4..6]] => true
    "a" in ("a", "b") => true
    "c" in ["a", "b"] => false
    null in [1..5] => null
    "a" in [1..5] => null
    null in (1, null) => true
    null in [null] => true
    [1, 2] in [[1, 2], [3]] => true
    1 in (2 > 1) => null
    true in (2 > 1) => true
    5 in seven => false
    seven in ages => true
    answer.who in ("family", "setting") => true
    not(5 in (1, 2)) => true
    5 in (1, 5) and true => true
    @"2027-03-01" in [@"2027-01-01"..@"2027-12-31"] => true
    1 instance of number => true
    "a" instance of string => true
    true instance of boolean => true
    1 instance of string => false
    null instance of number => false
    null instance of Any => false
    null instance of Null => true
    1 instance of Any => true
    1 instance of Null => false
    @"2027-01-01" instance of date => true
    @"2027-01-01T00:00:00" instance of date => false
    @"2027-01-01T00:00:00" instance of date and time => true
    @"00:00:00" instance of time => true
    @"P1D" instance of days and time duration => true
    @"P1M" instance of years and months duration => true
    @"P1M" instance of days and time duration => false
    [1] instance of list => true
    [1] instance of list<number> => true
    [1, "a"] instance of list<number> => false
    {a: 1} instance of context => true
    [1..2] instance of range<number> => true
    [1..2] instance of list => false
    1 + 1 instance of number => null
    (1 + 1) instance of number => true
    1 < 2 = true => true
""")


@pytest.mark.parametrize(("text", "value"), COMPARISONS)
def test_values_are_compared_as_dmn_says(text: str, value: str) -> None:
    assert shown(asked(text)) == value
