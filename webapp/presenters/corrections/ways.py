"""What somebody may put right in a case as it stands."""

from webapp import addresses
from webapp.presenters.page import Link
from workflow.model.actor import OFFICERS
from workflow.model.case import CaseFile, CaseStatus

_ON_ITS_WAY = frozenset({CaseStatus.ACTIVE, CaseStatus.SUSPENDED})


def put_right(file: CaseFile) -> tuple[Link, ...]:
    """Return the forms on which this person may put something right; none for a case at its end."""
    if file.role not in OFFICERS or file.case.status not in _ON_ITS_WAY:
        return ()
    if file.case.status is CaseStatus.SUSPENDED:
        ways = {"resume": "Let this case go on"}
    else:
        ways = {"suspend": "Pause this case"}
    return tuple(
        Link(text=text, href=addresses.correction(file.case.id, verb))
        for verb, text in ways.items()
    )
