"""What came out: figures with their goals, as lines for people."""

from collections.abc import Iterator
from statistics import median

from bench.figure import Figure
from bench.plan import Measured, Plan, typical


def figures(measured: Measured, plan: Plan) -> tuple[Figure, ...]:
    """Return the figures of a run; those of a short run have no goals."""
    return tuple(_figures(measured, plan))


def _figures(measured: Measured, plan: Plan) -> Iterator[Figure]:
    ours, naive = typical(measured.ours), typical(measured.naive)
    first, last, middle = plan.points[0], plan.points[-1], plan.middle
    for point in (first, last):
        words = f"One completed task at {point:,}"
        yield Figure(key=f"complete_ms_at_{point}", words=words, value=ours[point], unit="ms")
    yield Figure(
        key=f"growth_{last}_over_{first}",
        words=f"{last:,} over {first:,}, side by side",
        value=median(measured.growth),
        unit="times",
        goal=("at most", 1.1) if plan.judged else None,
    )
    yield Figure(
        key=f"naive_over_ours_at_{middle}",
        words=f"The naive way over Fingerpost at {middle:,}",
        value=naive[middle] / ours[middle],
        unit="times",
        goal=("at least", 25) if plan.judged else None,
    )
    yield Figure(
        key="over_bare_transaction",
        words="Fingerpost over the bare transaction",
        value=measured.over_bare,
        unit="times",
        goal=("at most", 2.5) if plan.judged else None,
    )
    yield Figure(
        key=f"state_bytes_at_{last}",
        words=f"State of a case after {last:,}, at most",
        value=measured.state_bytes,
        unit="bytes",
        goal=("at most", 2048) if plan.judged else None,
    )
