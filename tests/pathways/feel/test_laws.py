"""Laws of arithmetic, comparison and moments that hold for every value."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from pathways.feel import DaysTimeDuration, Value, YearsMonthsDuration, parse
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
