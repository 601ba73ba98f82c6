"""Whether a case can move: one that is suspended waits for an officer."""

from workflow.model.case import Case, CaseStatus
from workflow.model.errors import CaseSuspended


def refuse_suspended(case: Case) -> None:
    """Refuse to move a case that is suspended.

    Raises:
        CaseSuspended: If it is.
    """
    if case.status is CaseStatus.SUSPENDED:
        raise CaseSuspended
