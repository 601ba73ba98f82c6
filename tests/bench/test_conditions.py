"""The bench of conditions."""

import pytest

from bench.conditions import CONDITIONS, NOW, SCOPE, microseconds
from pathways.feel import parse


@pytest.mark.parametrize("text", CONDITIONS)
def test_each_measured_condition_is_decided_by_the_measured_case(text: str) -> None:
    assert isinstance(parse(text).evaluate(SCOPE, now=NOW), bool)


def test_a_condition_is_measured_in_microseconds() -> None:
    assert 0 < microseconds(parse(CONDITIONS[0]), rounds=2, times=200) < 1_000_000
