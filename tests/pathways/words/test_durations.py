import pytest

from pathways.words.catalogue import ENGLISH
from pathways.words.durations import duration


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("P14D", "14 days"),
        ("P1D", "1 day"),
        ("P2W", "2 weeks"),
        ("P1Y6M", "1 year and 6 months"),
        ("P1DT2H30M", "1 day, 2 hours and 30 minutes"),
        ("PT36H", "36 hours"),
        ("R3/PT1H", "R3/PT1H"),
        ("SCHOOL_REPLY", "SCHOOL_REPLY"),
        ("P", "P"),
        ("", ""),
    ],
)
def test_a_duration_is_spelled_out_and_anything_else_is_said_as_drawn(text: str, said: str) -> None:
    assert duration(text, ENGLISH) == said
