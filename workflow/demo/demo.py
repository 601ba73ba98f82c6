"""The demonstration's verbs. Nothing here exists outside demo mode."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workflow.clocks import DemoTime
from workflow.demo.people import CAST, insert_people
from workflow.jobs import HouseJobs
from workflow.model.actor import Actor
from workflow.model.errors import SignInRefused
from workflow.store import Store, Transaction, accounts
from workflow.store.accounts import Account

#: So that nobody moves a demonstration out of the calendar.
MOST_DAYS_AT_ONCE = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody that a visitor can sign in as."""

    account_id: str
    name: str
    #: What they do in the story, e.g. `"Head teacher at Fernside School (fictional)"`.
    who: str


@dataclass(frozen=True, slots=True)
class Demo:
    """Fictional people, and a clock that can be moved on."""

    store: Store
    time: DemoTime
    jobs: HouseJobs

    def set_up(self) -> None:
        """Add the fictional people, unless they are there already."""
        with self.store.write() as tx:
            if not _cast(tx):
                insert_people(tx, at=self.time.now())

    def people(self) -> tuple[DemoPerson, ...]:
        """Return the fictional people, in the order of the story."""
        with self.store.read() as tx:
            found = _cast(tx)
        return tuple(
            DemoPerson(account_id=found[one.name].actor.id, name=one.name, who=one.who)
            for one in CAST
            if one.name in found
        )

    def sign_in(self, account_id: str) -> Actor:
        """Return a fictional person.

        Raises:
            SignInRefused: If there is none with this id.
        """
        with self.store.read() as tx:
            found = {account.actor.id: account for account in _cast(tx).values()}.get(account_id)
        if found is None or found.disabled:
            raise SignInRefused
        return found.actor

    def now(self) -> datetime:
        """Return the present moment of the demonstration; aware, UTC."""
        return self.time.now()

    def move_clock(self, days: int) -> datetime:
        """Let days pass and everything happen that falls due in them; return the new moment.

        A day at a time, so that each deadline sees the world as it is on its day.

        Raises:
            ValueError: If it is not 1 to 366 days; the message is for people.
        """
        if not 1 <= days <= MOST_DAYS_AT_ONCE:
            raise ValueError(f"Enter a number of days from 1 to {MOST_DAYS_AT_ONCE}.")
        for _ in range(days):
            # No job may be in the middle of its work while a day passes: its lease would end.
            with self.jobs.quiet():
                self.time.move_on(timedelta(days=1))
                self.jobs.tick(self.time.now())
        return self.time.now()


def _cast(tx: Transaction) -> dict[str, Account]:
    """Return the fictional people who are there, by name. None of them can sign in otherwise."""
    names = {person.name for person in CAST}
    return {
        one.actor.name: one
        for one in accounts.every(tx)
        if one.email is None and one.actor.name in names
    }
