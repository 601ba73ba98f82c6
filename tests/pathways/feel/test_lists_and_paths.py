"""Lists, filters, contexts, paths, and properties of values."""

import pytest

from tests.pathways.feel.asking import asked, shown, table

PATHS = table("""
    answer.who => "family"
    answer.amount => 12.50
    answer.nothing => null
    answer.missing => null
    missing => null
    missing.deeper.still => null
    answer.who.deeper => null
    seven => 7
    ages => [7, 11, 15]
    ages[1] => 7
    ages[3] => 15
    ages[4] => null
    ages[0] => null
    ages[-1] => 15
    ages[-3] => 7
    ages[-4] => null
    ages[1.5] => null
    ages[seven - 5] => 11
    ages[item > 10] => [11, 15]
    ages[item > 20] => []
    ages[true] => [7, 11, 15]
    ages[false] => []
    ages[null] => []
    ages["a"] => []
    seven[1] => 7
    seven[2] => null
    seven[item = 7] => [7]
    missing[1] => null
    missing[item > 1] => null
    [][1] => null
    lines.what => ["tablet", "stand", "cover"]
    lines.home => [true, false, null]
    lines[1].what => "tablet"
    lines[amount > 30].what => ["tablet", "stand"]
    lines[what = "cover"].amount => [15]
    lines[what = "cover"][1].amount => 15
    lines[item.amount > 100].what => ["tablet"]
    lines[home].what => ["tablet"]
    lines[not(home)].what => ["stand"]
    lines[home = null].what => ["cover"]
    lines[amount > seven * 5].what => ["tablet"]
    lines[missing > 3] => []
    ages[item > amount] => []
    [{x: 1, y: 2}, {x: 2, y: 3}][x = 1] => [{x: 1, y: 2}]
    [{item: 1}, {item: 2}][item >= 2] => [{item: 2}]
    [{a: [1, 2]}, {a: [3]}][count(a) = 2] => [{a: [1, 2]}]
    [[1, 2], [3]][item[1] = 3] => [[3]]
    [1, 2, 3, 4][item > 1][item < 4] => [2, 3]
    {a: {b: {c: 5}}}.a.b.c => 5
    {a: 1}.b => null
    {a: 1}["a"] => []
    [{a: {b: 1}}, {a: {b: 2}}].a.b => [1, 2]
    [[{a: 1}], [{a: 2}]].a => [[1], [2]]
    (answer).who => "family"
    child.born_on.year => 2015
    child.born_on.month => 2
    child.born_on.day => 28
    @"2027-01-11".weekday => 1
    @"2027-01-11".hour => null
    @"2027-01-11T09:30:15Z".hour => 9
    @"2027-01-11T09:30:15Z".minute => 30
    @"2027-01-11T09:30:15Z".second => 15
    @"2027-01-11T09:30:15+01:00".time offset => PT1H
    @"2027-07-11T09:30:15@Europe/London".time offset => PT1H
    @"2027-01-11T09:30:15@Europe/London".timezone => "Europe/London"
    @"2027-01-11T09:30:15".time offset => null
    @"09:30:15".minute => 30
    @"P1Y6M".years => 1
    @"P1Y6M".months => 6
    @"-P1Y6M".months => -6
    @"P1DT2H3M4S".days => 1
    @"P1DT2H3M4S".hours => 2
    @"P1DT2H3M4S".minutes => 3
    @"P1DT2H3M4.5S".seconds => 4.5
    @"P1Y6M".days => null
    [1..5].start => 1
    (1..5].end => 5
    [@"2027-01-01", @"2028-01-01"].year => [2027, 2028]
    "text".length => null
""")


@pytest.mark.parametrize(("text", "value"), PATHS)
def test_paths_and_filters_read_what_is_there_and_null_else(text: str, value: str) -> None:
    assert shown(asked(text)) == value


def test_entries_with_spaces_in_their_names_are_reached_by_get_value() -> None:
    assert shown(asked('get value({"what matters": "music"}, "what matters")')) == '"music"'


def test_entries_of_any_name_are_data_and_never_attributes() -> None:
    scope: dict[str, object] = {"a": {"keys": "data"}, "b": {}}

    assert asked("a.keys", scope) == "data"
    assert asked("b.keys", scope) is None
    assert asked("b.items", scope) is None
