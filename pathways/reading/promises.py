"""What the drawing itself must say: how long, who must not, and what a family reads about it."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from pathways.model.drawing import (
    Drawing,
    Event,
    EventPosition,
    Node,
    Step,
    StepKind,
    TimerKind,
)
from pathways.model.duration import read_duration
from pathways.model.finding import Finding
from pathways.model.pathway import Period
from pathways.reading.folder import DRAWING
from pathways.reading.spoken import did_you_mean, said, sentence

_FOR_A_PERSON = frozenset({"differentFrom", "family", "period"})
_FOR_A_TABLE = frozenset({"decision", "family"})
_FOR_ANYTHING = frozenset({"family"})
_CYCLE = re.compile(r"R[0-9]*/(?P<every>P.+)")
#: Their inside is drawn, and each step there says what a family reads.
_AROUND_OTHERS = frozenset({StepKind.CALL, StepKind.SUB_PROCESS})


def check_promises(drawing: Drawing, periods: Mapping[str, Period] | None) -> Iterator[Finding]:
    """Yield a finding for each element that lacks, or misuses, one of our attributes.

    Args:
        drawing: What is drawn.
        periods: The periods of the pathway by code; None where they could not be read, and then
            codes are not looked at.
    """
    for node in drawing.nodes.values():
        yield from _unknown_attributes(node)
        if _speaks_to_families(node) and not node.extensions.get("family"):
            yield _about(
                node,
                "no_family_sentence",
                "does not say what a family reads about it. Write one plain sentence into its "
                "attribute fingerpost:family.",
            )
        if isinstance(node, Step) and node.for_a_person:
            yield from _period(node, periods)
            yield from _different_people(node, drawing)
        elif isinstance(node, Event):
            yield from _timer(node, periods)


def _speaks_to_families(node: Node) -> bool:
    if isinstance(node, Step):
        return node.kind not in _AROUND_OTHERS
    return isinstance(node, Event) and node.position is EventPosition.END


def _unknown_attributes(node: Node) -> Iterator[Finding]:
    known = _FOR_ANYTHING
    if isinstance(node, Step) and node.for_a_person:
        known = _FOR_A_PERSON
    elif isinstance(node, Step) and node.kind is StepKind.DECISION:
        known = _FOR_A_TABLE
    for name in sorted(set(node.extensions) - known):
        yield _about(
            node,
            "unknown_attribute",
            f"has the attribute fingerpost:{name}, which means nothing there."
            f"{did_you_mean(name, known)} Known there are: {', '.join(sorted(known))}.",
        )


def _period(step: Step, periods: Mapping[str, Period] | None) -> Iterator[Finding]:
    period = step.extensions.get("period", "")
    if not period:
        yield _about(
            step,
            "no_period",
            "does not say how long it may take, and no wait is without an end. Write the code of "
            "a period into its attribute fingerpost:period.",
        )
    else:
        yield from _length(step, period, periods)


def _timer(event: Event, periods: Mapping[str, Period] | None) -> Iterator[Finding]:
    if event.timer is None or not event.timer.text:
        return  # `pathways.executable` tells of timers without a time
    text = event.timer.text
    cycle = _CYCLE.fullmatch(text)
    if event.timer.kind is TimerKind.DURATION:
        yield from _length(event, text, periods)
    elif event.timer.kind is TimerKind.DATE and not _is_moment(text):
        yield _about(
            event,
            "bad_time",
            f"waits until “{text}”, which is not a moment. Write it as 2027-03-27T09:00:00Z.",
        )
    elif event.timer.kind is TimerKind.CYCLE and not (cycle and _is_duration(cycle["every"])):
        yield _about(
            event, "bad_time", f"repeats “{text}”, which is not a cycle. Write it as R3/P1D."
        )


def _length(node: Node, text: str, periods: Mapping[str, Period] | None) -> Iterator[Finding]:
    if periods is None or text in periods or _is_duration(text):
        return
    plain = text.strip("\"' ")
    quoted = " Write it without quotation marks." if plain != text else ""
    yield _about(
        node,
        "unknown_period",
        f"takes “{text}”, which is no period of this pathway and no ISO 8601 duration."
        f"{quoted or did_you_mean(plain, periods)} Write the code of a period from periods.toml, "
        "or a duration such as P14D.",
    )


def _different_people(step: Step, drawing: Drawing) -> Iterator[Finding]:
    people = {each.id for each in drawing.steps() if each.for_a_person} - {step.id}
    for name in step.extensions.get("differentFrom", "").split():
        other = drawing.nodes.get(name)
        if name in people:
            continue
        if name == step.id:
            problem = "must be done by somebody else than itself. Name another step."
        elif other is not None:
            problem = (
                f"must be done by somebody else than {said(other)}, which no person does. "
                "Name a step that a person does."
            )
        else:
            problem = (
                f"must be done by somebody else than “{name}”, and there is no such step."
                f"{did_you_mean(name, people)} Name a step by its id in fingerpost:differentFrom."
            )
        yield _about(step, "unknown_different_from", problem)


def _is_duration(text: str) -> bool:
    try:
        read_duration(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _about(node: Node, rule: str, message: str) -> Finding:
    return Finding(
        rule=rule,
        message=f"{sentence(said(node))} {message}",
        file=DRAWING,
        element=node.id,
        line=node.line,
    )
