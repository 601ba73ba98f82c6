"""The letter that a family gets when something is put right in their case."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from pathways.model.london import day_in_words
from workflow.model.actor import FAMILY, Party
from workflow.model.case import Sent
from workflow.model.correction import CorrectionKind, Said

#: (subject, first sentence); “{about}” is the name of a step, or of who takes part.
_WORDS: Mapping[CorrectionKind, tuple[str, str]] = {
    CorrectionKind.SUSPENDED: ("We have paused your case", "We have paused this case."),
    CorrectionKind.RESUMED: ("Your case goes on", "This case goes on. The pause is over."),
    CorrectionKind.WENT_BACK: (
        "We have gone back a step in your case",
        "We have gone back to an earlier step: “{about}”.",
    ),
    CorrectionKind.SKIPPED: (
        "We have left out a step in your case",
        "We have left out a step: “{about}”.",
    ),
    CorrectionKind.CHANGED: (
        "We have changed an answer in your case",
        (
            "We have changed an answer in this step: “{about}”. The old answer is kept, and you "
            "can read both."
        ),
    ),
    CorrectionKind.HANDED_OVER: (
        "Somebody else now looks after your case",
        "Somebody else now takes part in this case: {about}.",
    ),
    CorrectionKind.TERMINATED: (
        "We have stopped your case",
        "We have stopped this case. What you need is done in another way.",
    ),
}
_CLOSING = """\
The dates that the law sets have not changed. If you think that we are wrong, tell us, and we look \
again. You can complain, to us and then to the Local Government and Social Care Ombudsman. Your \
local SENDIASS can help you for free."""


def write_correction(  # noqa: PLR0913 - whatever stands in the letter is an argument
    kind: CorrectionKind,
    said: Said,
    *,
    about: str,
    child: str,
    step: str,
    to: tuple[Party, ...],
    now: datetime,
) -> Sent:
    """Return the letter, ready to be sent.

    Args:
        kind: What was put right.
        said: What the officer said of it.
        about: The name of the step, or of who takes part; may be empty.
        child: What the child or young person is called.
        step: Id of the step that it is about; empty for the whole case.
        to: The family.
        now: When it is written; aware, UTC.
    """
    subject, first = _WORDS[kind]
    names = " and ".join(party.name for party in to)
    paragraphs = [
        f"Dear {names},",
        f"This is about {child}. {first.replace('{about}', about)}",
        said.told,
        _when(said),
        _CLOSING,
    ]
    return Sent(
        id=str(uuid4()),
        step=step,
        to_role=FAMILY,
        to_name=names,
        subject=subject,
        body="\n\n".join(one for one in paragraphs if one),
        written_at=now,
        sent_at=None,
    )


def _when(said: Said) -> str:
    """Return what happens next, and by when."""
    instead = said.instead
    if instead is not None and instead.by is not None:
        return (
            f"What happens now: {instead.what} {instead.who} does this by "
            f"{day_in_words(instead.by)}."
        )
    if said.look_again_on is not None:
        return f"We look at it again by {day_in_words(said.look_again_on)} at the latest."
    return ""
