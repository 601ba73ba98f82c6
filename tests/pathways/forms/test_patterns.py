import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.forms.patterns import why_not


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$",
        r"^\d{6}$",
        r"^[A-Za-z' -]+$",
        r"^(yes|no)$",
        r"^(?:EHC-)?[0-9]{4,8}$",
        r"[0-9]{10}",
        r"^[^0-9]*$",
        r"^\+44 ?\d{10}$",
        r"^[-a-z\]]+$",
    ],
)
def test_plain_patterns_are_taken(pattern: str) -> None:
    assert why_not(pattern, longest=200) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(a+)+$",
        r"^(a*)*$",
        r"^(a|aa)+$",
        r"^(.*)*x$",
        r"^((a)?){3}$",
        r"^a*a*a*a*b$",
        r"^[a-z]+[a-z]+[a-z]+[a-z]+$",
        r"a+b",
        r"^(a)\1$",
        r"^(?=a)b",
        r"^(?P<n>a)$",
        r"^a{2}{3}$",
        r"^a*?$",
        r"^a++$",
        r"(",
        r"[",
        r"*a",
        r"^[a--b]$",
        r"^[a&&b]$",
        r"\Z",
        "^" + "a?" * 40 + "$",
        "a" * 201,
        r"^a{99999}{2}$",
    ],
)
def test_patterns_that_could_be_slow_or_mean_something_else_are_refused(pattern: str) -> None:
    assert why_not(pattern, longest=10_000) is not None


def test_two_stars_are_taken_where_the_answer_is_short() -> None:
    assert why_not(r"^[a-z]+@[a-z]+$", longest=254) is None
    assert why_not(r"^[a-z]+@[a-z]+$", longest=10_000) is not None


@given(st.text(alphabet="ab()[]{}|*+?^$\\,-.0123d", max_size=12))
def test_whatever_is_taken_compiles(pattern: str) -> None:
    if why_not(pattern, longest=100) is None:
        re.compile(pattern)
