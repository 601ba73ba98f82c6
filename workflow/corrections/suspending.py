"""Suspending a case, and letting it go on.

Nobody can send anything meanwhile, and no timer moves the case. The dates that the law sets go on:
an exception excuses a date that was missed, and nothing stops a clock (ADR 0020).
"""

from dataclasses import replace

from pathways.model.london import LONDON
from workflow.corrections.asking import expect_day, expect_reason, refuse
from workflow.corrections.keeping import Told, keep
from workflow.engine.move import Move
from workflow.engine.noting import note
from workflow.engine.waiting import promise_overdue
from workflow.model.case import CaseStatus
from workflow.model.correction import Asked, CorrectionKind
from workflow.model.errors import CaseNotSuspended, CaseSuspended


def suspend(move: Move, asked: Asked) -> None:
    """Suspend a case until somebody lets it go on.

    Raises:
        InvalidAnswers: If the reason, the words for the family or the day are missing.
        CaseSuspended: If it is suspended already.
    """
    said, today = asked.said, move.now.astimezone(LONDON).date()
    refuse(
        {
            **expect_reason(said, told=True),
            **expect_day(
                "look_again_on",
                said.look_again_on,
                today,
                what="the day by which you look at it again",
            ),
        }
    )
    if move.before.case.status is CaseStatus.SUSPENDED:
        raise CaseSuspended
    keep(move, asked, Told(kind=CorrectionKind.SUSPENDED), noted=True)
    note(move, replace(move.before.case, status=CaseStatus.SUSPENDED))


def resume(move: Move, asked: Asked) -> None:
    """Let a suspended case go on; timers that fell due meanwhile happen now, in their order.

    Raises:
        InvalidAnswers: If the reason or the words for the family are missing.
        CaseNotSuspended: If it is not suspended.
    """
    refuse(expect_reason(asked.said, told=True))
    if move.before.case.status is not CaseStatus.SUSPENDED:
        raise CaseNotSuspended
    keep(move, asked, Told(kind=CorrectionKind.RESUMED), noted=True)
    promise_overdue(move)
    note(move, replace(move.before.case, status=CaseStatus.ACTIVE))
