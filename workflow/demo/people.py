"""Who is in the demonstration. All of them are made up, and say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from workflow.model.actor import CASE_OFFICER, FAMILY, FINANCE, MANAGER, SETTING
from workflow.store import Transaction, accounts

_SCHOOL = "Fernside School (fictional)"
_COLLEGE = "Millbrook College (fictional)"
_MANAGERS = "SEND managers (fictional)"
_MONEY = "Finance team (fictional)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fictional:
    """Somebody who is made up."""

    name: str
    who: str
    #: The organisation that they belong to, and their role there.
    organisation: str | None = None
    role: str | None = None


CAST = (
    Fictional(name="Ama’s mother (fictional)", who="Parent of Ama, who is 9"),
    Fictional(name="Jo (fictional)", who="Young person of 17 who decides for themself"),
    Fictional(
        name="Head of Fernside (fictional)",
        who=f"Head teacher at {_SCHOOL}",
        organisation=_SCHOOL,
        role=SETTING,
    ),
    Fictional(
        name="Principal of Millbrook (fictional)",
        who=f"Principal of {_COLLEGE}",
        organisation=_COLLEGE,
        role=SETTING,
    ),
    Fictional(name="Case officer North (fictional)", who="Case officer for Ama"),
    Fictional(name="Case officer South (fictional)", who="Case officer for Jo"),
    Fictional(
        name="Manager Oak (fictional)",
        who="Manager who decides",
        organisation=_MANAGERS,
        role=MANAGER,
    ),
    Fictional(
        name="Manager Elm (fictional)",
        who="Manager who can look again",
        organisation=_MANAGERS,
        role=MANAGER,
    ),
    Fictional(
        name="Finance officer (fictional)",
        who="Buys what was agreed",
        organisation=_MONEY,
        role=FINANCE,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FictionalChild:
    """A child or young person who is made up."""

    name: str
    born_on: date
    setting: str
    family: str
    officer: str


CHILDREN = (
    FictionalChild(
        name="Ama (fictional)",
        born_on=date(2017, 5, 4),
        setting=_SCHOOL,
        family="Ama’s mother (fictional)",
        officer="Case officer North (fictional)",
    ),
    FictionalChild(
        name="Jo (fictional)",
        born_on=date(2009, 6, 12),
        setting=_COLLEGE,
        family="Jo (fictional)",
        officer="Case officer South (fictional)",
    ),
)


def insert_people(tx: Transaction, *, at: datetime) -> None:
    """Write the fictional people, their organisations and their children."""
    organisations = {
        name: accounts.insert_organisation(tx, name, kind=kind)
        for name, kind in (
            (_SCHOOL, "setting"),
            (_COLLEGE, "setting"),
            (_MANAGERS, "council"),
            (_MONEY, "council"),
        )
    }
    accounts.take_desk(tx, MANAGER, organisations[_MANAGERS])
    accounts.take_desk(tx, FINANCE, organisations[_MONEY])
    people = {person.name: _insert(tx, person, organisations, at=at) for person in CAST}
    for child in CHILDREN:
        child_id = accounts.insert_child(
            tx, child.name, born_on=child.born_on, setting_id=organisations[child.setting]
        )
        accounts.name_party(tx, child_id, FAMILY, account_id=people[child.family])
        accounts.name_party(tx, child_id, CASE_OFFICER, account_id=people[child.officer])


def _insert(
    tx: Transaction, person: Fictional, organisations: Mapping[str, str], *, at: datetime
) -> str:
    account_id = accounts.insert(tx, person.name, email=None, password_hash=None, at=at)
    if person.organisation and person.role:
        accounts.join(tx, account_id, organisations[person.organisation], person.role)
    return account_id
