"""Who may put something right: officers who take part in the case. A family never."""

from workflow.model.actor import OFFICERS, Actor
from workflow.model.case import Case, CaseStatus
from workflow.model.errors import CaseEnded, CaseNotFound, OnlyForOfficers
from workflow.store import Transaction, cases, parties

#: A case that has ended stays as it ended.
_ON_ITS_WAY = frozenset({CaseStatus.ACTIVE, CaseStatus.SUSPENDED})


def officers_role(tx: Transaction, actor: Actor, case_id: str) -> str:
    """Return the role in which an actor puts things right in a case.

    Raises:
        CaseNotFound: If there is no case that this actor may read whole.
        OnlyForOfficers: If they are no case officer or manager of the case.
    """
    if cases.reading_role(tx, actor, case_id) is None:
        raise CaseNotFound(case_id)
    roles = parties.taken_by(tx, actor, case_id) & OFFICERS
    if not roles:
        raise OnlyForOfficers
    return max(roles)  # a manager before a case officer


def expect_on_its_way(case: Case) -> None:
    """Refuse a case that has ended.

    Raises:
        CaseEnded: If it has.
    """
    if case.status not in _ON_ITS_WAY:
        raise CaseEnded
