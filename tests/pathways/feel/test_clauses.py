"""If, for, some and every."""

import pytest

from tests.pathways.feel.asking import asked, shown, table

CLAUSES = table("""
    if true then 1 else 2 => 1
    if false then 1 else 2 => 2
    if null then 1 else 2 => 2
    if "a" then 1 else 2 => 2
    if seven > 5 then "big" else "small" => "big"
    if false then 1 else if true then 2 else 3 => 2
    (if true then 1 else 2) + 10 => 11
    if true then 1 else 2 + 10 => 1
    for x in [1, 2, 3] return x * 2 => [2, 4, 6]
    for x in ages return x + 1 => [8, 12, 16]
    for x in [] return x => []
    for x in null return x => null
    for x in missing return x => null
    for x in 5 return x => [5]
    for i in 1..4 return i => [1, 2, 3, 4]
    for i in 4..1 return i => [4, 3, 2, 1]
    for i in 2..2 return i => [2]
    for i in -1..1 return i => [-1, 0, 1]
    for i in 1..seven - 5 return i => [1, 2]
    for i in 1..2.5 return i => null
    for i in 1.."a" return i => null
    for i in [1..3] return i => [1, 2, 3]
    for i in (1..3] return i => null
    for d in @"2027-02-27"..@"2027-03-01" return d.day => [27, 28, 1]
    for x in [1, 2], y in [10, 20] return x + y => [11, 21, 12, 22]
    for x in [[1, 2], [3]], y in x return y => [1, 2, 3]
    for x in [1, 2] return for y in [x, x * 10] return y => [[1, 10], [2, 20]]
    for x in [1, 2, 3] return if x = 1 then 1 else partial[-1] * x => [1, 2, 6]
    for x in [1, 2] return count(partial) => [0, 1]
    for line in lines return line.what => ["tablet", "stand", "cover"]
    for line in lines[amount > 30] return line.amount => [400, 35]
    for seven in [1] return seven => [1]
    count(for x in 1..100 return x) => 100
    some x in ages satisfies x > 10 => true
    some x in ages satisfies x > 20 => false
    some x in [] satisfies true => false
    some x in [1, null] satisfies x > 5 => null
    some x in [1, null, 9] satisfies x > 5 => true
    some x in null satisfies true => null
    every x in ages satisfies x > 5 => true
    every x in ages satisfies x > 10 => false
    every x in [] satisfies false => true
    every x in [9, null] satisfies x > 5 => null
    every x in [1, null] satisfies x > 5 => false
    every x in missing satisfies true => null
    some x in [1, 2], y in [2, 3] satisfies x = y => true
    every x in [1, 2], y in [2, 3] satisfies x < y => false
    some i in 1..10 satisfies i * i = 49 => true
    some line in lines satisfies line.home => true
    some x in ages satisfies x > 10 and x < 12 => true
""")


@pytest.mark.parametrize(("text", "value"), CLAUSES)
def test_clauses_mean_what_dmn_says(text: str, value: str) -> None:
    assert shown(asked(text)) == value
