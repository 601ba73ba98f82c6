"""What happens in a case without moving a token: it is told, and the case saved once more."""

from dataclasses import replace

from workflow.engine.move import Move
from workflow.model.case import Case
from workflow.store import cases


def note(this: Move, case: Case | None = None) -> Case:
    """Write what was told of a case that does not move, and return the case.

    Args:
        this: What has been told.
        case: The facts of the case from now on, where they change.

    Raises:
        CaseChanged: If somebody else was quicker; the caller's transaction must end.
    """
    this.history.write(this.tx)
    after = replace(
        this.before,
        case=case or this.before.case,
        history_length=this.history.length,
        history_head=this.history.head,
    )
    return cases.save(this.tx, this.before, after).case
