from hypothesis import given
from hypothesis import strategies as st

from pathways.checks.picture import Grid, around, crosses, overlap, passes_through, shrunk
from pathways.model.geometry import Bounds

COORDINATES = st.integers(min_value=-500, max_value=500).map(float)
POINTS = st.tuples(COORDINATES, COORDINATES)
LINES = st.tuples(POINTS, POINTS)
SIZES = st.integers(min_value=1, max_value=300).map(float)
RECTANGLES = st.builds(Bounds, x=COORDINATES, y=COORDINATES, width=SIZES, height=SIZES)
BOX = Bounds(x=0, y=0, width=100, height=80)


@given(st.lists(RECTANGLES, max_size=30), RECTANGLES)
def test_whatever_touches_a_rectangle_is_found_near_it(
    others: list[Bounds], wanted: Bounds
) -> None:
    grid: Grid[int] = Grid()
    for index, other in enumerate(others):
        grid.put(index, other)

    touching = {i for i, other in enumerate(others) if min(overlap(wanted, other)) >= 0}
    assert touching <= set(grid.near(wanted))


@given(LINES, LINES)
def test_two_lines_cross_each_other_or_not_at_all(one: object, other: object) -> None:
    assert crosses(one, other) == crosses(other, one)  # type: ignore[arg-type]  # lines are pairs


def test_lines_that_only_touch_or_lie_on_one_another_do_not_cross() -> None:
    level = ((0.0, 0.0), (100.0, 0.0))

    assert crosses(level, ((50.0, -10.0), (50.0, 10.0)))
    assert not crosses(level, ((50.0, 0.0), (50.0, 10.0)))
    assert not crosses(level, ((20.0, 0.0), (80.0, 0.0)))
    assert not crosses(level, ((0.0, 10.0), (100.0, 10.0)))


def test_a_line_runs_through_a_shape_or_past_it() -> None:
    assert passes_through((-10.0, 40.0), (110.0, 40.0), BOX)
    assert passes_through((-10.0, -10.0), (110.0, 90.0), BOX)
    assert not passes_through((-10.0, 0.0), (110.0, 0.0), BOX)
    assert not passes_through((-10.0, 100.0), (110.0, 100.0), BOX)
    assert not passes_through((-10.0, -50.0), (-10.0, 150.0), BOX)


@given(LINES, RECTANGLES)
def test_a_line_runs_through_nothing_that_it_does_not_come_near(
    line: tuple[tuple[float, float], tuple[float, float]], bounds: Bounds
) -> None:
    if passes_through(*line, bounds):
        assert min(overlap(around(line), bounds)) >= 0


def test_nothing_is_left_of_a_shape_that_is_shrunk_too_far() -> None:
    assert shrunk(BOX, 60).width == 0
    assert not passes_through((0.0, 60.0), (200.0, 60.0), shrunk(BOX, 60))


def test_a_shape_as_large_as_a_country_costs_nothing() -> None:
    grid: Grid[str] = Grid()
    grid.put("far", Bounds(x=0, y=0, width=1e9, height=1e9))

    assert list(grid.near(BOX)) == []
