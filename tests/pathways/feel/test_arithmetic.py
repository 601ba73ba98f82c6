"""Arithmetic over numbers, texts, moments and durations; null for what means nothing."""

import pytest

from tests.pathways.feel.asking import asked, shown, table

ARITHMETIC = table("""
    1 + 2 => 3
    1 - 2 => -1
    2 * 3 => 6
    10 / 4 => 2.5
    10 / 5 => 2
    1 + 2 * 3 => 7
    (1 + 2) * 3 => 9
    10 - 3 - 2 => 5
    100 / 10 / 2 => 5
    2 ** 3 => 8
    2 ** 3 ** 2 => 64
    -2 ** 2 => 4
    2 ** -1 => 0.5
    2 * 3 ** 2 => 18
    4 ** 0.5 => 2
    0 ** 0 => 1
    0 ** -1 => null
    (-8) ** 0.5 => null
    5 - -3 => 8
    -(3 + 4) => -7
    - seven => -7
    1 / 0 => null
    0 / 0 => null
    12.50 * 2 => 25.00
    answer.amount + 1 => 13.50
    1 + null => null
    null + null => null
    1 + "a" => null
    "a" + 1 => null
    "a" + "b" => "ab"
    "a" + "b" + "c" => "abc"
    "a" - "b" => null
    "a" * 2 => null
    true + 1 => null
    -"a" => null
    -null => null
    [1] + [2] => null
    seven + seven => 14
    @"2027-03-01" - @"2027-02-01" => P28D
    @"2027-03-01" + @"P10D" => 2027-03-11
    @"P10D" + @"2027-03-01" => 2027-03-11
    @"2027-03-01" - @"P1D" => 2027-02-28
    @"2028-03-01" - @"P1D" => 2028-02-29
    @"2027-01-31" + @"P1M" => 2027-02-28
    @"2028-02-29" + @"P1Y" => 2029-02-28
    @"2027-03-31" - @"P1M" => 2027-02-28
    @"2027-01-01" + @"PT1H" => 2027-01-01
    @"2027-01-01" - @"PT1H" => 2026-12-31
    @"2027-01-01" + 1 => null
    @"2027-01-01" + @"2027-01-01" => null
    @"P1D" - @"2027-01-01" => null
    @"9999-12-31" + @"P1D" => null
    @"2027-01-01T10:00:00" + @"PT36H" => 2027-01-02T22:00:00
    @"2027-01-31T10:00:00Z" + @"P1M" => 2027-02-28T10:00:00Z
    @"2027-01-01T10:00:00Z" - @"2027-01-01T09:30:00Z" => PT30M
    @"2027-01-01T10:00:00+01:00" - @"2027-01-01T09:00:00Z" => PT0S
    @"2027-01-01T10:00:00" - @"2027-01-01T09:00:00Z" => null
    @"2027-01-02" - @"2027-01-01T12:00:00Z" => PT12H
    @"2027-03-28T00:30:00@Europe/London" + @"PT1H" => 2027-03-28T02:30:00@Europe/London
    @"2027-10-31T00:30:00@Europe/London" - @"2027-10-30T00:30:00@Europe/London" => P1D
    @"2027-10-31T12:00:00@Europe/London" - @"2027-10-31T00:00:00@Europe/London" => PT13H
    @"10:00:00" - @"09:00:00" => PT1H
    @"23:30:00" + @"PT1H" => 00:30:00
    @"00:30:00Z" - @"PT1H" => 23:30:00Z
    @"10:00:00" + @"P1M" => null
    @"P1D" + @"PT12H" => P1DT12H
    @"P1Y" + @"P1M" => P1Y1M
    @"P1Y" + @"P1D" => null
    @"P1Y" - @"P18M" => -P6M
    @"P1D" - @"PT36H" => -PT12H
    @"P1D" * 3 => P3D
    3 * @"P1D" => P3D
    @"P1Y" * 0.5 => P6M
    @"P1D" / 2 => PT12H
    @"P1Y" / 4 => P3M
    @"P1D" / @"PT6H" => 4
    @"P1Y" / @"P4M" => 3
    @"P1D" / 0 => null
    @"P1D" / @"PT0S" => null
    @"P1D" / @"P1Y" => null
    2 / @"P1D" => null
    @"P1D" * @"P1D" => null
    -@"P1D" => -P1D
    -@"P1Y" => -P1Y
    -@"2027-01-01" => null
    @"PT0.5S" * 3 => PT1.5S
    today() - @"2027-06-30" => P1D
    child.born_on + duration("P16Y") => 2031-02-28
""")


@pytest.mark.parametrize(("text", "value"), ARITHMETIC)
def test_each_pair_of_types_gives_what_dmn_says(text: str, value: str) -> None:
    assert shown(asked(text)) == value
