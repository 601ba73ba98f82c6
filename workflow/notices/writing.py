"""Writes letters: from their templates and the case record, and the few of the house itself."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from pathways.feel import Value
from pathways.model.letter import Letter
from workflow.model.actor import Party
from workflow.model.case import Sent
from workflow.model.news import SentNews

_NOT_RECEIVED = """At “{step}”, on {day}, this case sent the message “{message}” to another case.

No case waited for it within {days} days, so nobody has received it. Please look whether somebody
has to be told in another way.
"""


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
        to_name=_names(to),
        subject=template.subject,
        body=template.body.fill(scope, now=now),
        written_at=now,
        sent_at=None,
    )


def not_received(news: SentNews, *, step_name: str, to: tuple[Party, ...], now: datetime) -> Sent:
    """Return the letter that says that nobody received what a case sent.

    Args:
        news: What was sent.
        step_name: What the drawing calls the step that sent it.
        to: The case officers of the case.
        now: When it is written; aware, UTC.
    """
    return Sent(
        id=str(uuid4()),
        step=news.step,
        to_role=to[0].role,
        to_name=_names(to),
        subject="A message from a case was not received",
        body=_NOT_RECEIVED.format(
            step=step_name,
            message=news.name,
            day=f"{news.sent_at:%d %B %Y}".lstrip("0"),
            days=(news.keep_until - news.sent_at).days,
        ),
        written_at=now,
        sent_at=None,
    )


def _names(parties: tuple[Party, ...]) -> str:
    return " and ".join(party.name for party in parties)
