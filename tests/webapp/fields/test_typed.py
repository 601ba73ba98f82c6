"""What people type for money, numbers and days."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.fields import typed
from webapp.fields.typed import NotReadable


@pytest.mark.parametrize(
    ("entry", "amount"),
    [
        ("£1,349.50", "1349.50"),
        ("349.99", "349.99"),
        (" £ 12 ", "12.00"),
        ("1 349,".replace(",", ""), "1349.00"),
        ("12.5", "12.50"),
        ("7.", "7.00"),
        ("0", "0.00"),
        ("-5", "-5.00"),
        ("£1,000,000", "1000000.00"),
    ],
)
def test_money_is_read_as_people_write_it(entry: str, amount: str) -> None:
    read = typed.money(entry)

    assert read == Decimal(amount)
    assert read.as_tuple().exponent == -2


@pytest.mark.parametrize(
    "entry", ["1,34", "1349,50", "12.345", "abc", "£", "1e5", "NaN", "٣", "9" * 40]
)
def test_what_is_no_amount_is_refused_with_an_example(entry: str) -> None:
    with pytest.raises(NotReadable, match=r"349\.99"):
        typed.money(entry)


def test_a_whole_number_is_an_int_and_another_stays_exact() -> None:
    assert typed.number("1,200") == 1200
    assert isinstance(typed.number("1,200"), int)
    assert typed.number("0.1") == Decimal("0.1")


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (("3", "3", "2027"), "2027-03-03"),
        (("03", "March", "2027"), "2027-03-03"),
        (("3", "mar.", "2027"), "2027-03-03"),
        (("30", "SEPT", "2027"), "2027-09-30"),
    ],
)
def test_a_day_may_name_its_month(parts: tuple[str, str, str], day: str) -> None:
    assert typed.day(parts) == day


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("3", "", "2027"), "must include a month"),
        (("", "", "2027"), "must include a day and a month"),
        (("31", "2", "2027"), "does not exist"),
        (("3", "3", "27"), "four numbers"),
        (("x", "y", "2027"), "does not exist"),
        (("0", "0", "0000"), "does not exist"),
    ],
)
def test_a_day_that_cannot_be_is_told_about(parts: tuple[str, str, str], told: str) -> None:
    with pytest.raises(NotReadable, match=told):
        typed.day(parts)


@given(st.dates())
def test_every_day_of_the_calendar_can_be_typed(day: date) -> None:
    parts = (str(day.day), str(day.month), f"{day.year:04}")

    assert typed.day(parts) == day.isoformat()


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_every_amount_can_be_typed_with_and_without_separators(amount: Decimal) -> None:
    assert typed.money(f"£{amount:,.2f}") == typed.money(str(amount)) == amount


@given(st.text())
def test_text_keeps_what_was_written_between_its_ends(entry: str) -> None:
    kept = typed.text(entry)

    assert kept == kept.strip() == typed.text(kept)
    assert not any(sign in kept for sign in "\0\r\x1b\x7f")
