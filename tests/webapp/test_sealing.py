"""Answers on their way through the page that shows them once more."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.exceptions import BadRequest

from webapp import sealing

_ANSWERS = st.dictionaries(
    st.text(),
    st.text()
    | st.booleans()
    | st.integers(min_value=-(10**15), max_value=10**15)
    | st.decimals(min_value=0, max_value=10**9, places=2)
    | st.lists(st.text()),
)


@given(_ANSWERS)
def test_what_was_sealed_is_unsealed_the_same(answers: dict[str, Any]) -> None:
    unsealed = sealing.unseal(sealing.seal(answers))

    assert unsealed == answers


def test_pence_stay_exact() -> None:
    assert sealing.unseal(sealing.seal({"price": Decimal("0.10")})) == {"price": Decimal("0.10")}


@given(st.text())
def test_whatever_comes_back_is_answers_or_a_bad_request(text: str) -> None:
    try:
        assert isinstance(sealing.unseal(text), dict)
    except BadRequest:
        return


@pytest.mark.parametrize("text", ["", "[]", "1", '{"a": ', "[" * 100_000, "\ud800"])
def test_what_is_no_set_of_answers_is_a_bad_request(text: str) -> None:
    with pytest.raises(BadRequest):
        sealing.unseal(text)
