"""What an officer has to say when something is put right, and what is refused."""

from collections.abc import Iterator
from datetime import date

from pathways.model.london import day_in_words
from workflow.model.correction import Said
from workflow.model.errors import InvalidAnswers

#: Characters: what is shorter says nothing, what is longer nobody reads.
SHORTEST, LONGEST = 10, 5_000
#: Characters of a name, of a person or a team.
LONGEST_NAME = 200


def expect_reason(said: Said, *, told: bool) -> dict[str, str]:
    """Return what is wrong with a reason, by question.

    Args:
        said: What was said.
        told: Whether the family is told.
    """
    problems = dict(_text("reason", said.reason, "why"))
    if told:
        problems |= dict(_text("told", said.told, "what the family reads"))
    return problems


def expect_day(name: str, day: date | None, today: date, *, what: str) -> dict[str, str]:
    """Return what is wrong with a day by which something happens."""
    if day is None:
        return {name: f"Enter {what}."}
    if day < today:
        return {name: f"Enter a day that is not over: today or later than {day_in_words(today)}."}
    return {}


def expect_words(name: str, text: str, *, what: str) -> dict[str, str]:
    """Return what is wrong with a few words, such as a name."""
    if not text.strip():
        return {name: f"Write {what}."}
    if len(text) > LONGEST_NAME:
        return {name: f"Write {what} in at most {LONGEST_NAME} characters."}
    return {}


def refuse(problems: dict[str, str]) -> None:
    """Refuse a form that has problems.

    Raises:
        InvalidAnswers: With a sentence for each question.
    """
    if problems:
        raise InvalidAnswers(problems)


def _text(name: str, text: str, what: str) -> Iterator[tuple[str, str]]:
    length = len(text.strip())
    if length < SHORTEST:
        yield name, f"Write {what}, in at least {SHORTEST} characters."
    elif length > LONGEST:
        yield name, f"Write {what} in at most {LONGEST:,} characters."
