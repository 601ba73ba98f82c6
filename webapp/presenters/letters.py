"""Letters of a case."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from webapp.components import lines
from webapp.presenters import times
from workflow.model.case import Sent


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One letter, to be opened."""

    subject: str
    day: str
    #: To whom it was written.
    to: str
    paragraphs: tuple[Markup, ...]


def letter_lines(letters: Iterable[Sent]) -> tuple[LetterLine, ...]:
    """Return letters, newest first."""
    oldest = sorted(letters, key=lambda one: one.written_at)
    return tuple(_line(one) for one in reversed(oldest))


def _line(letter: Sent) -> LetterLine:
    paragraphs = (one.strip() for one in letter.body.split("\n\n"))
    return LetterLine(
        subject=letter.subject,
        day=times.short_day(times.day_of(letter.written_at)),
        to=f"To {letter.to_name}",
        paragraphs=tuple(lines(one) for one in paragraphs if one),
    )
