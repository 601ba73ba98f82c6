"""Writes a letter from its template and the case record."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from pathways.feel import Value
from pathways.model.letter import Letter
from workflow.model.actor import Party
from workflow.model.case import Sent


def write(
    template: Letter, scope: Mapping[str, Value], *, to: tuple[Party, ...], now: datetime
) -> Sent:
    """Return a letter that is ready to be sent.

    Args:
        template: The letter as the pathway has it.
        scope: The case record as the sending step sees it.
        to: Everybody who takes the lane that it is written to.
        now: When it is written; aware, UTC.
    """
    return Sent(
        id=str(uuid4()),
        step=template.step,
        to_role=template.to,
        to_name=" and ".join(party.name for party in to),
        subject=template.subject,
        body=template.body.fill(scope, now=now),
        written_at=now,
        sent_at=None,
    )
