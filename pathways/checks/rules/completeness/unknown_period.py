"""A period that is named is there."""

from collections.abc import Iterator, Mapping

from pathways.checks.ours import is_ours, periods_of, person_steps
from pathways.model.duration import read_duration
from pathways.model.finding import Severity
from pathways.model.node import Node, TimerKind
from pathways.model.pathway import Period
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import did_you_mean, shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    if subject.pathway is None:  # which periods there are, only the whole pathway tells
        return
    periods = periods_of(subject)
    for node, text in _lengths(subject):
        if text and text not in periods and not is_duration(text):
            yield about(node, _said(text, periods))


def is_duration(text: str) -> bool:
    """Whether a text is an ISO 8601 duration."""
    try:
        read_duration(text)
    except ValueError:
        return False
    return True


def _lengths(subject: Subject) -> Iterator[tuple[Node, str]]:
    for step in person_steps(subject.drawing):
        yield step, step.extensions.get("period", "")
    for event in subject.drawing.events() if is_ours(subject) else ():
        if event.timer is not None and event.timer.kind is TimerKind.DURATION:
            yield event, event.timer.text


def _said(text: str, periods: Mapping[str, Period]) -> str:
    plain = text.strip("\"' ")
    quoted = " Write it without quotation marks." if plain != text else ""
    return (
        f"{{it}} takes “{shortened(text)}”, which is no period of this pathway and no ISO 8601 "
        f"duration.{quoted or did_you_mean(plain, periods)} Write the code of a period from "
        "periods.toml, or a duration such as P14D."
    )


RULE = Rule(
    name="unknown_period",
    severity=Severity.ERROR,
    title="Every period that the drawing names is in periods.toml.",
    look=_look,
    fixed=True,
)
