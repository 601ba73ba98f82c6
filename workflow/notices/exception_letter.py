"""The letter that a family gets when the council relies on an exception that the law knows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from pathways.model.law import LawfulException, Statute
from pathways.model.london import LONDON, day_in_words
from workflow.model.actor import FAMILY, Party
from workflow.model.case import Sent
from workflow.model.clock import Reliance

_SUBJECT = "About a date that the law set"
_BODY = """\
Dear {names},

This is about {child}. The law set a date: {duty}

{kept} The law lets a council be late for a few reasons, and we rely on one of them: {reason} \
({source})

What shows it: {evidence}

Why we could not do it in time: {why}

{told}

The date that the law set does not change, and you can always see it in your case. If you think \
that we are wrong, tell us. You can complain, to us and then to the Local Government and Social \
Care Ombudsman. Your local SENDIASS can help you for free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """Why one date of the law was not kept."""

    said: Reliance
    exception: LawfulException
    #: The period that was or will be missed, and its last day in this case.
    law: Statute
    last_day: date


def write_exception(
    excuse: Excuse, *, child: str, to: tuple[Party, ...], step: str, now: datetime
) -> Sent:
    """Return the letter, ready to be sent.

    Args:
        excuse: What it is about.
        child: What the child or young person is called.
        to: The family.
        step: Id of the element that meets the clock: the letter belongs to it.
        now: When it is written; aware, UTC.
    """
    said, law = excuse.said, excuse.law
    names = " and ".join(party.name for party in to)
    late = now.astimezone(LONDON).date() > excuse.last_day
    body = _BODY.format(
        names=names,
        child=child,
        duty=law.family.replace("{date}", day_in_words(excuse.last_day)),
        kept="We did not do it in time." if late else "We cannot do it in time.",
        reason=excuse.exception.family.rstrip("."),
        source=law.exceptions[excuse.exception.id],
        evidence=said.evidence,
        why=said.why,
        told=said.told,
    )
    return Sent(
        id=str(uuid4()),
        step=step,
        to_role=FAMILY,
        to_name=names,
        subject=_SUBJECT,
        body=body,
        written_at=now,
        sent_at=None,
    )
