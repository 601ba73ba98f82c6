"""What is written out: numbers, texts, truths, moments, lists, contexts, ranges, comments."""

import pytest

from tests.pathways.feel.asking import asked, shown, table

LITERALS = table(
    r"""
    1 => 1
    0.5 => 0.5
    .5 => 0.5
    12.50 => 12.50
    -3 => -3
    --3 => 3
    1e3 => 1000
    1.5E-2 => 0.015
    -0 => 0
    007 => 7
    0.1 + 0.2 => 0.3
    1234567890123456789012345678 => 1234567890123456789012345678
    true => true
    false => false
    null => null
    "" => ""
    "a" => "a"
    "caf\u00e9 £5" => "café £5"
    "say \"hello\"" => "say \"hello\""
    "back\\slash" => "back\\slash"
    string length("\n\t\r\'") => 4
    string length("\U01F40E") => 1
    string length("\uD83D\uDCA9") => 1
    "it's" => "it's"
    @"2027-03-01" => 2027-03-01
    @"09:30:00" => 09:30:00
    @"09:30:00Z" => 09:30:00Z
    @"09:30:00.25+01:00" => 09:30:00.25+01:00
    @"2027-03-01T09:30:00" => 2027-03-01T09:30:00
    @"2027-03-01T09:30:00@Europe/London" => 2027-03-01T09:30:00@Europe/London
    @"P10D" => P10D
    @"-PT36H" => -P1DT12H
    @"P14M" => P1Y2M
    @"PT0S" => PT0S
    @"P0M" => P0M
    [] => []
    [1, "a", [true]] => [1, "a", [true]]
    {} => {}
    {a: 1, "b c": 2} => {a: 1, "b c": 2}
    {a: 1, b: a + 1, c: a + b} => {a: 1, b: 2, c: 3}
    {a: {b: 1}, c: a.b} => {a: {b: 1}, c: 1}
    [1..5] => [1..5]
    (1..5) => (1..5)
    ]1..5[ => (1..5)
    [1..5[ => [1..5)
    (1..5] => (1..5]
    (< 5) => (< 5)
    (>= 5) => (>= 5)
    (<= 5) => (<= 5)
    (> 5) => (> 5)
    ["a".."c"] => ["a".."c"]
    [@"2027-01-01"..@"2027-12-31"] => [2027-01-01..2027-12-31]
    [1.."a"] => null
    [null..5] => null
    [true..false] => null
    [1..seven] => [1..7]
    // said before
    1 /* one */ + 2 // and two => 3
    (((1))) => 1
""".replace("    // said before\n", "")
)


@pytest.mark.parametrize(("text", "value"), LITERALS)
def test_what_is_written_out_means_itself(text: str, value: str) -> None:
    assert shown(asked(text)) == value


def test_numbers_keep_34_digits() -> None:
    assert shown(asked("1/3")) == "0." + "3" * 34
    assert shown(asked("2/3")) == "0." + "6" * 33 + "7"


def test_an_expression_may_have_several_lines() -> None:
    assert shown(asked("if true\n  then 1\n  else // never\n  2")) == "1"
