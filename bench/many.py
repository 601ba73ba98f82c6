"""What daily work costs with very many cases, beside what it costs with few."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import psycopg

from bench.backends import Backends
from tests.workflow.many import COPIED, Council, build_council, fill
from workflow.model.actor import Actor

_BETWEEN_CASES = timedelta(minutes=1)
_OFFICER_CASES = 200

#: How many statements a round of each kind of work is; one kind is a key of the results.
KINDS = ("worklist", "case_page", "due_timers")


class Many:
    """A council with so many cases, on a PostgreSQL database of its own."""

    def __init__(self, url: str, folder: Path, cases: int, told: Callable[[str], None]) -> None:
        """Build it.

        Args:
            url: Of an empty database.
            folder: An empty one.
            cases: How many cases it has.
            told: Called as often as `STEPS` says, with what is done.
        """
        self._council: Council = build_council(url, folder)
        self._cases = cases
        self._chance = Random(20_270_111)  # noqa: S311  no secret
        self._backends = Backends(url)
        fill(self._council, cases, told)
        told("putting in order")
        self._council.workflow.store.close()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("vacuum analyze")
        #: Nothing is due yet: the first timer is the one of the case that all are copies of.
        self._council.time.advance(timedelta(days=10))
        self._council.workflow.jobs.tick(self._council.time.now())

    def spent(self, kind: str) -> float:
        """Do one piece of work of a kind; return what it cost, in ms of CPU with the server's."""
        work: Callable[[], object] = getattr(self, f"_{kind}")
        return self._backends.cpu_ms(work)

    def close(self) -> None:
        """Close the database."""
        self._council.workflow.stop()

    def _worklist(self) -> None:
        """Look at two pages of the team that has all cases, and at an officer's and a family's."""
        engine, finance = self._council.workflow.engine, self._council.finance
        first = engine.worklist(finance)
        engine.worklist(finance, first.following)
        engine.worklist(self._officer())
        engine.worklist(self._family())

    def _case_page(self) -> None:
        """Open a case anywhere, as the team that reads all of them."""
        number = self._chance.randint(1, self._cases)
        self._council.workflow.engine.case_file(
            self._council.manager, self._council.case_of(number)
        )

    def _due_timers(self) -> None:
        """Let the next minute's deadlines happen: find the job, take it, fire the timer."""
        self._council.time.advance(_BETWEEN_CASES)
        self._council.workflow.jobs.tick(self._council.time.now())

    def _officer(self) -> Actor:
        officers = self._cases // _OFFICER_CASES
        who = self._council.officer
        return replace(who, id=f"{who.id}-{self._chance.randrange(officers)}")

    def _family(self) -> Actor:
        who = self._council.family
        return replace(who, id=f"{who.id}-{self._chance.randint(1, self._cases)}")


#: How often somebody is told of the building of one council.
STEPS = len(COPIED) + 1


def ratios(few: Many, many: Many, kind: str, *, rounds: int, pieces: int) -> Iterator[float]:
    """Yield, round by round, how many times what it costs with few cases it costs with many.

    The two take turns piece by piece, so that whatever else keeps the machine busy slows both.
    """
    for _ in range(rounds):
        spent = [(few.spent(kind), many.spent(kind)) for _ in range(pieces)]
        yield sum(late for _, late in spent) / sum(early for early, _ in spent)
