"""The functions that tell how ranges and points lie to one another (DMN 1.5, 10.3.4.9)."""

import pytest

from tests.pathways.feel.asking import asked, shown, table

RANGES = table(r"""
    before(1, 10) => true
    before(10, 1) => false
    before(1, [1..10]) => false
    before(1, (1..10]) => true
    before([1..10], 10) => false
    before([1..10), 10) => true
    before([1..10], [15..20]) => true
    before([1..10), [10..20]) => true
    before([1..10], [10..20]) => false
    before(@"2027-01-01", @"2027-01-02") => true
    before("a", 1) => null
    before(null, 1) => null
    before(point1: 1, point2: 2) => true
    after(10, 5) => true
    after(12, [1..10]) => true
    after(10, [1..10)) => true
    after([11..20], 12) => false
    after([11..20], [1..11)) => true
    meets([1..5], [5..10]) => true
    meets([1..5), [5..10]) => false
    meets([1..5], [6..10]) => false
    met by([5..10], [1..5]) => true
    met by([5..10], [1..5)) => false
    overlaps([1..5], [3..8]) => true
    overlaps([5..8], [1..5]) => true
    overlaps([5..8], [1..5)) => false
    overlaps((< 5), (> 3)) => true
    overlaps before([1..5], [3..8]) => true
    overlaps before([1..5], [5..8]) => true
    overlaps before([3..8], [1..5]) => false
    overlaps before([1..9], [3..8]) => false
    overlaps after([3..8], [1..5]) => true
    overlaps after([1..5], [3..8]) => false
    finishes(10, [1..10]) => true
    finishes(10, [1..10)) => false
    finishes([5..10], [1..10]) => true
    finishes([5..10), [1..10]) => false
    finished by([1..10], 10) => true
    finished by([1..10], [5..10]) => true
    includes([1..10], 5) => true
    includes((1..10], 1) => false
    includes([1..10], [4..6]) => true
    includes([1..10), [1..10]) => false
    includes((< 5), 4) => true
    during(5, [1..10]) => true
    during(10, [1..10)) => false
    during([4..6], [1..10]) => true
    starts(1, [1..10]) => true
    starts(1, (1..10]) => false
    starts([1..5], [1..10]) => true
    starts((1..5], [1..10]) => false
    started by([1..10], 1) => true
    started by([1..10], [1..5]) => true
    coincides(5, 5) => true
    coincides(3, 4) => false
    coincides([1..5], [1..5]) => true
    coincides([1..5), [1..5]) => false
    range("[1..5]") => [1..5]
    range("(1..5)") => (1..5)
    range("]1..5[") => (1..5)
    range("[1..)") => (>= 1)
    range("(..5]") => (<= 5)
    range("[\"a\"..\"c\"]") => ["a".."c"]
    range("[@\"2027-01-01\"..@\"2027-12-31\"]") => [2027-01-01..2027-12-31]
    range("[date(\"2027-01-01\")..date(\"2027-12-31\")]") => [2027-01-01..2027-12-31]
    range("[duration(\"P1D\")..@\"P2D\")") => [P1D..P2D)
    range("[5..1]") => null
    range("[1..\"a\"]") => null
    range("[..]") => null
    range("[1..]") => null
    range("[..5]") => null
    range("[a..b]") => null
    range("1..5") => null
    range(5) => null
""")


@pytest.mark.parametrize(("text", "value"), RANGES)
def test_functions_over_ranges_return_what_dmn_says(text: str, value: str) -> None:
    assert shown(asked(text)) == value
