"""What is looked up in a column is what every cell of it would say by itself."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.dmn.index import column_index
from pathways.feel import DaysTimeDuration, Value, YearsMonthsDuration, parse_unary_tests
from tests.pathways.dmn.tables import NOW

LITERALS = st.sampled_from(
    ["1", "2", "2.0", "-1", '"a"', '"b"', "true", "false", "null", 'date("2027-01-11")',
     '@"2027-01-12"', 'duration("P1D")', '@"P1Y"', 'time("09:00:00")',
     'date and time("2027-01-11T09:00:00Z")', "x", "[1, 2]", '["a"]', "1 + 1"]
)  # fmt: skip
ENDS = st.sampled_from(
    ["0", "1", "2", '"a"', '"b"', 'date("2027-01-11")', '@"2027-01-12"', 'duration("P1D")', "x"]
)
RANGES = st.builds("{}{}..{}{}".format, st.sampled_from("[(]"), ENDS, ENDS, st.sampled_from("])["))
COMPARED = st.builds("{} {}".format, st.sampled_from(["<", "<=", ">", ">=", "=", "!="]), ENDS)
ONE_TEST = LITERALS | RANGES | COMPARED | st.sampled_from(["? > 1", "? = x", "not(?)"])
CELLS = st.one_of(
    st.just("-"),
    ONE_TEST,
    st.lists(ONE_TEST, min_size=2, max_size=3).map(", ".join),
    st.lists(ONE_TEST, min_size=1, max_size=2).map(", ".join).map("not({})".format),
)
VALUES: st.SearchStrategy[Value] = st.sampled_from(
    [None, True, False, Decimal(-1), Decimal(0), Decimal(1), Decimal("1.5"), Decimal("2.00"),
     Decimal(3), "a", "aa", "b", "c", date(2027, 1, 11), date(2027, 1, 12), date(2028, 1, 1),
     DaysTimeDuration(Decimal(86_400)), DaysTimeDuration(Decimal(1)), YearsMonthsDuration(12),
     time(9, tzinfo=UTC), datetime(2027, 1, 11, 9, tzinfo=UTC), (), ("a",), (Decimal(1),),
     (Decimal(1), Decimal(2)), {"a": "b"}]
)  # fmt: skip


@settings(max_examples=1_000, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=8), VALUES, VALUES)
def test_the_rows_that_are_looked_up_are_those_whose_cells_pass(
    cells: list[str], value: Value, x: Value
) -> None:
    read = [parse_unary_tests(cell) for cell in cells]

    certain, unknown = column_index(read).rows(value)

    for row, cell in enumerate(read):
        passes = cell.test(value, {"x": x}, now=NOW)
        if certain >> row & 1:
            assert passes, cell.text
        elif not unknown >> row & 1:
            assert not passes, cell.text


def test_cells_that_are_written_out_are_never_tried() -> None:
    cells = ['"a"', '"a","b"', "< 5", "[1..3)", "-", 'date("2027-01-11")', ">= -2", "null",
             "true", 'not("a")', 'not("a", "b")', "not(< 5)"]  # fmt: skip

    column = column_index([parse_unary_tests(cell) for cell in cells])

    assert column.tried == 0


def test_a_row_is_counted_once_however_many_of_its_ranges_meet() -> None:
    column = column_index([parse_unary_tests("[1..4], [2..3], 2"), parse_unary_tests("[3..9]")])

    found = {number: column.rows(Decimal(number))[0] for number in range(11)}

    assert [number for number, rows in found.items() if rows & 1] == [1, 2, 3, 4]
    assert [number for number, rows in found.items() if rows & 2] == [3, 4, 5, 6, 7, 8, 9]
