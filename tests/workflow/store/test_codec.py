from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workflow.store.codec import CODEC, SealUnknown

decimals = st.decimals(allow_nan=False, allow_infinity=False)
scalars = st.none() | st.booleans() | st.integers() | decimals | st.text()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def _told(value: object) -> object:
    """Return a value so that what is equal but not the same (5, Decimal 5, Decimal 5.0) differs."""
    if isinstance(value, dict):
        return {name: _told(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_told(inner) for inner in value]
    return repr(value)


@given(values)
@example(Decimal(5))
@example(Decimal("-0"))
@example(Decimal("12.50"))
@example(Decimal("1E+3"))
@example(Decimal("1E-400"))
@example(Decimal(123456789012345678901234567890))
@example(2**64)
@example([True, 1, Decimal(1), Decimal("1.0")])
def test_what_is_sealed_opens_as_the_same_to_the_last_digit(value: object) -> None:
    opened = CODEC.open("case-1", CODEC.seal("case-1", value))

    assert _told(opened) == _told(value)


@given(values)
def test_the_same_value_is_sealed_the_same(value: object) -> None:
    assert CODEC.seal("case-1", value) == CODEC.seal("case-1", value)


def test_dates_and_moments_open_as_iso_text() -> None:
    value = {"on": date(2027, 3, 3), "at": datetime(2027, 3, 3, 9, 30, tzinfo=UTC)}

    opened = CODEC.open("case-1", CODEC.seal("case-1", value))

    assert opened == {"on": "2027-03-03", "at": "2027-03-03T09:30:00Z"}


def test_a_tuple_opens_as_a_list() -> None:
    assert CODEC.open("case-1", CODEC.seal("case-1", ("a", ("b",)))) == ["a", ["b"]]


@pytest.mark.parametrize(
    "value",
    [1.5, Decimal("NaN"), Decimal("Infinity"), {"a": [0.1]}, {1: "a"}, {"a"}, object(), b"a"],
    ids=["float", "nan", "infinity", "float inside", "number as key", "set", "object", "bytes"],
)
def test_what_cannot_be_kept_exactly_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="Expected"):
        CODEC.seal("case-1", value)


@pytest.mark.parametrize("sealed", [b"", b"{}", b"\x02{}", b"\x01", b"\x01{", b"\x01\xff"])
def test_what_was_sealed_in_an_unknown_way_is_not_guessed_at(sealed: bytes) -> None:
    with pytest.raises(SealUnknown, match="Start the release"):
        CODEC.open("case-1", sealed)


def test_the_first_byte_tells_the_format() -> None:
    assert CODEC.seal("case-1", {"amount": Decimal("12.50")}) == b'\x01{"amount":12.50}'
