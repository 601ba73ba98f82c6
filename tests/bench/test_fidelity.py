from pathlib import Path

from bench.fidelity.ink import Compared, Ink, ink_of, summary


def test_ink_is_counted_both_ways() -> None:
    assert ink_of([200, 150, 100, 90]) == Ink(recall=0.75, precision=0.9)
    assert ink_of([0, 0, 0, 0]) == Ink(recall=1.0, precision=1.0)


def test_nine_of_ten_files_reach_the_tenth_percentile() -> None:
    files = [compared(place / 10) for place in range(11)]

    found = summary(files, 0)

    assert found.median == Ink(0.5, 1.0)
    assert found.tenth == Ink(0.1, 1.0)
    assert not found.holds


def compared(recall: float) -> Compared:
    return Compared(file=Path("a.bpmn"), inks=(Ink(recall, 1.0),))


def test_a_file_is_as_good_as_its_lower_figure() -> None:
    assert compared(0.4).worst == 0.4
