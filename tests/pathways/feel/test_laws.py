"""Laws of arithmetic, comparison and moments that hold for every value."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from pathways.feel import DaysTimeDuration, Refused, Value, YearsMonthsDuration, parse
from tests.pathways.feel.asking import NOW, asked, shown

# Few enough digits that 34 hold every result.
numbers = st.decimals(
    min_value=-(10**6), max_value=10**6, places=3, allow_nan=False, allow_infinity=False
)
truths = st.sampled_from([True, False, None])
dates = st.dates(date(1900, 1, 1), date(2200, 12, 31))
values = st.one_of(numbers, st.text(max_size=5), truths, dates, st.lists(numbers, max_size=3))


def said(text: str, **scope: object) -> Value:
    return asked(text, scope)


@given(numbers, numbers, numbers)
def test_addition_and_multiplication_are_exact_and_lawful(
    a: Decimal, b: Decimal, c: Decimal
) -> None:
    assert said("a + b", a=a, b=b) == said("b + a", a=a, b=b) == a + b
    assert said("(a + b) + c = a + (b + c)", a=a, b=b, c=c) is True
    assert said("a * (b + c) = a * b + a * c", a=a, b=b, c=c) is True
    assert said("a - b = -(b - a)", a=a, b=b) is True
    assert said("a + b - b = a", a=a, b=b) is True


@given(numbers, numbers)
def test_division_undoes_multiplication_except_by_zero(a: Decimal, b: Decimal) -> None:
    expected = None if b == 0 else True
    assert said("if b = 0 then a / b else a * b / b = a", a=a, b=b) is expected


@given(numbers, numbers)
def test_modulo_has_the_sign_of_the_divisor_and_is_smaller(a: Decimal, b: Decimal) -> None:
    assume(b)

    rest = said("modulo(a, b)", a=a, b=b)
    assert isinstance(rest, Decimal)
    assert rest == a - b * (a / b).to_integral_value("ROUND_FLOOR")
    assert abs(rest) < abs(b)


@given(numbers, st.integers(-3, 5))
def test_rounding_up_and_down_enclose_the_number(n: Decimal, scale: int) -> None:
    assert said("floor(n, s) <= n and n <= ceiling(n, s)", n=n, s=scale) is True
    assert said("abs(round down(n, s)) <= abs(n)", n=n, s=scale) is True
    assert said("abs(round up(n, s)) >= abs(n)", n=n, s=scale) is True
    assert said("abs(decimal(n, s) - n) <= 0.5 * 10 ** -s", n=n, s=scale) is True


@given(values, values)
def test_equality_is_symmetric_and_not_equal_its_opposite(a: object, b: object) -> None:
    assert said("a = b", a=a, b=b) is said("b = a", a=a, b=b)
    assert said("a != b", a=a, b=b) is said("not(a = b)", a=a, b=b)
    assert said("a = a", a=a) is True


@given(values, values)
def test_order_is_one_way_only(a: object, b: object) -> None:
    less, greater = said("a < b", a=a, b=b), said("b > a", a=a, b=b)

    assert less is greater
    assert said("a <= b", a=a, b=b) is said("not(a > b)", a=a, b=b)
    if less is True:
        assert said("b < a", a=a, b=b) is False
        assert said("a = b", a=a, b=b) is False


@given(truths, truths)
def test_not_changes_and_into_or(a: bool | None, b: bool | None) -> None:  # noqa: FBT001 - drawn by hypothesis
    assert said("not(a and b)", a=a, b=b) is said("not(a) or not(b)", a=a, b=b)
    assert said("not(a or b)", a=a, b=b) is said("not(a) and not(b)", a=a, b=b)
    assert said("all([a, b])", a=a, b=b) is said("a and b", a=a, b=b)
    assert said("any([a, b])", a=a, b=b) is said("a or b", a=a, b=b)


@given(st.lists(truths, max_size=4))
def test_some_and_every_are_or_and_and_over_a_list(items: list[bool | None]) -> None:
    assert said("some x in xs satisfies x", xs=items) is said("any(xs)", xs=items)
    assert said("every x in xs satisfies x", xs=items) is said("all(xs)", xs=items)


@given(st.lists(numbers, max_size=8), numbers)
def test_a_filter_keeps_what_a_loop_would_keep(items: list[Decimal], limit: Decimal) -> None:
    kept = said("xs[item > limit]", xs=items, limit=limit)

    assert kept == tuple(item for item in items if item > limit)
    assert said("count(xs[item > limit]) + count(xs[item <= limit])", xs=items, limit=limit) == len(
        items
    )
    assert said("reverse(reverse(xs)) = xs", xs=items) is True
    assert said("distinct values(xs)", xs=items) == tuple(dict.fromkeys(items))


@given(dates, dates)
def test_the_difference_of_dates_leads_from_one_to_the_other(a: date, b: date) -> None:
    assert said("a + (b - a) = b", a=a, b=b) is True
    assert said("b - a", a=a, b=b) == DaysTimeDuration(Decimal((b - a).days * 86_400))


@given(dates, dates)
def test_whole_months_between_dates_do_not_go_beyond(a: date, b: date) -> None:
    assume(a <= b)

    months = said("years and months duration(a, b)", a=a, b=b)
    assert isinstance(months, YearsMonthsDuration)
    assert said("a + m <= b", a=a, b=b, m=months) is True
    assert said("a + m + duration('P1M') > b".replace("'", '"'), a=a, b=b, m=months) in {
        True,
        False,
    }


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)),  # noqa: DTZ001 - its zone comes next
    st.integers(-(10**6), 10**6),
)
def test_time_that_passes_is_the_same_on_every_clock(moment: datetime, seconds: int) -> None:
    utc = moment.replace(tzinfo=UTC)
    london = utc.astimezone(ZoneInfo("Europe/London"))
    length = timedelta(seconds=seconds)

    assert said("a + d = b + d", a=utc, b=london, d=length) is True
    assert said("b + d - a = d", a=utc, b=london, d=length) is True
    assert said("(b + d) - d = b", b=london, d=length) is True


@given(values)
def test_what_is_written_as_text_is_read_back(value: object) -> None:
    meaning = said("x", x=value)
    written = shown(meaning)
    if "\n" in written or "\r" in written:
        return
    if isinstance(meaning, date):
        written = f'@"{written}"'

    assert parse(written).evaluate({}, now=NOW) == meaning


@given(st.lists(numbers, max_size=8))
def test_sorting_by_less_is_what_python_sorts(items: list[Decimal]) -> None:
    assert said("sort(xs, function(a, b) a < b)", xs=items) == tuple(sorted(items))
    assert said("sort(xs, function(a, b) false) = xs", xs=items) is True
    assert said(
        "reverse(sort(xs, function(a, b) a < b)) = sort(xs, function(a, b) a > b)", xs=items
    )


bounds = st.tuples(
    st.integers(0, 4), st.integers(0, 4), st.sampled_from("[("), st.sampled_from("])")
).map(lambda b: f"{b[2]}{min(b[0], b[1])}..{max(b[0], b[1])}{b[3]}")
TURNED = [
    *(("before", "after"), ("meets", "met by"), ("overlaps", "overlaps"), ("coincides",) * 2),
    *(("overlaps before", "overlaps after"), ("includes", "during"), ("starts", "started by")),
    ("finishes", "finished by"),
]


@given(bounds, bounds, st.sampled_from(TURNED))
def test_each_function_over_ranges_is_another_one_turned_round(
    one: str, other: str, names: tuple[str, str]
) -> None:
    assert said(f"{names[0]}({one}, {other})") is said(f"{names[1]}({other}, {one})")


@given(bounds, bounds, st.integers(0, 4))
def test_functions_over_ranges_say_what_their_points_say(one: str, other: str, point: int) -> None:
    assert said(f"includes({one}, {point})") is said(f"{point} in {one}")
    if said(f"{point} in {one} and {point} in {other}"):
        assert said(f"overlaps({one}, {other})") is True
    if said(f"includes({one}, {other}) and {point} in {other}"):
        assert said(f"{point} in {one}") is True
    if said(f"before({one}, {other}) and {point} in {one}"):
        assert said(f"before({point}, {other})") is True


@given(values, values)
def test_a_function_returns_what_its_body_says(a: object, b: object) -> None:
    assert said("(function(x, y) [y, x])(a, b) = [b, a]", a=a, b=b) is said(
        "[b, a] = [b, a]", a=a, b=b
    )
    assert said("is((function(x) x)(a), a)", a=a) is said("is(a, a)", a=a)


moments = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1))  # noqa: DTZ001 - without a zone
months = st.integers(-2_000, 2_000).map(YearsMonthsDuration)
lengths = st.integers(-(10**9), 10**9).map(lambda n: DaysTimeDuration(Decimal(n)))


@given(st.one_of(moments, dates, months, lengths, st.times()))
def test_what_a_moment_or_a_duration_is_written_as_reads_back_the_same(value: object) -> None:
    assert said(f'@"{shown(said("x", x=value))}" = x', x=value) is True


@given(months, months, lengths, lengths)
def test_durations_add_up_and_two_kinds_never_do(
    a: YearsMonthsDuration, b: YearsMonthsDuration, c: DaysTimeDuration, d: DaysTimeDuration
) -> None:
    assert said("a + b - b = a and a * 2 = a + a and -(-a) = a", a=a, b=b) is True
    assert said("c + d - d = c and c * 2 = c + c and -(-c) = c", c=c, d=d) is True
    assert said("[a + c, c - a, a / c, a * c]", a=a, c=c) == (None,) * 4
    assert said("a < c", a=a, c=c) is None


@given(st.text(max_size=20), st.text(alphabet="ab.*+?()[]{}|^$\\\\", max_size=6))
def test_a_pattern_taken_literally_finds_what_contains_finds(text: str, part: str) -> None:
    assert said('matches(t, p, "q")', t=text, p=part) is said("contains(t, p)", t=text, p=part)


@given(st.text(max_size=20), st.text(max_size=8))
def test_any_text_as_a_pattern_gives_a_value_or_is_refused(text: str, pattern: str) -> None:
    with suppress(Refused):
        assert said("matches(t, p)", t=text, p=pattern) in {True, False, None}
        assert isinstance(said("replace(t, p, t)", t=text, p=pattern), str | None)
