"""How long a job is held, and when one that failed is tried again."""

from datetime import timedelta

#: A worker that has not ended a job by then is believed dead, and another takes it.
LEASE = timedelta(seconds=60)

#: An errand whose worker vanished outside is run once more; after that somebody has to look.
INTERRUPTIONS = 1

_FIRST = timedelta(seconds=10)
_LONGEST = timedelta(hours=6)


def pause(attempt: int) -> timedelta:
    """Return how long to wait after a failed attempt, counted from 1: doubling up to 6 hours.

    Five attempts take 2 minutes and a half, fourteen about 17 hours.
    """
    doubled: int = 1 << min(attempt - 1, 16)
    return min(_FIRST * doubled, _LONGEST)
