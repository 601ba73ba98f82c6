"""Who is asking: an actor with the organisations that they belong to."""

from dataclasses import dataclass

#: The lanes of a pathway name roles; these are the ones that the house itself knows.
FAMILY = "family"
SETTING = "setting"
CASE_OFFICER = "case_officer"
MANAGER = "manager"
FINANCE = "finance"

#: Roles that may read a whole case when they are party to it. The others see their own tasks only.
CASE_READERS = frozenset({FAMILY, CASE_OFFICER, MANAGER})

#: Roles that watch over the dates of the law, and may rely on its exceptions.
OFFICERS = frozenset({CASE_OFFICER, MANAGER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An actor's place in an organisation: a school, or a team of the council."""

    organisation_id: str
    organisation: str
    #: What they do there, e.g. `"setting"` (head teacher) or `"manager"`.
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person asking. A role alone opens nothing: each case has its parties."""

    #: The account's id; text.
    id: str
    name: str
    memberships: tuple[Membership, ...] = ()


#: Acts when a deadline does: timers and jobs.
SYSTEM = Actor(id="system", name="Fingerpost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes a lane in one case: a person, or everybody with that role in an organisation."""

    role: str
    #: Name of the person or organisation.
    name: str
    account_id: str | None = None
    organisation_id: str | None = None
