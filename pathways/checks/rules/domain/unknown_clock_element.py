"""What a clock names is drawn: its start, its target, and the timer that moves the case on."""

from collections.abc import Iterator

from pathways.checks.rules.domain.clocks import clocks_of
from pathways.checks.rules.domain.complaint import CLOCKS, about_code
from pathways.model.clock import Clock
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Event
from pathways.model.rule import Complaint, Rule, Subject
from pathways.model.spoken import called, did_you_mean, shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    for clock in clocks_of(subject):
        for problem in _problems(clock, subject.drawing):
            yield about_code(subject, CLOCKS, clock.code, problem)


def _problems(clock: Clock, drawing: Drawing) -> Iterator[str]:
    nodes = drawing.nodes
    marks = {"start": clock.starts.element, "target": clock.target.element}
    for part, element in marks.items():
        if element and element not in nodes:
            yield (
                f"The {part} of the clock {clock.code}, “{shortened(element)}”, is not in the "
                f"drawing.{did_you_mean(element, nodes)} Write the id of a step or an event."
            )
    if clock.back_stop and clock.back_stop not in nodes:
        yield (
            f"The back-stop of the clock {clock.code}, “{shortened(clock.back_stop)}”, is not in "
            f"the drawing.{did_you_mean(clock.back_stop, nodes)} Write the id of a timer event."
        )
    elif clock.back_stop:
        event = nodes[clock.back_stop]
        timer = event.timer if isinstance(event, Event) else None
        if timer is None or timer.text != clock.code:
            yield (
                f"The back-stop of the clock {clock.code}, {called(event)}, must be a timer event "
                f"that takes as long as the clock. Draw a timer there and write {clock.code} as "
                "its duration."
            )


RULE = Rule(
    name="unknown_clock_element",
    severity=Severity.ERROR,
    title="Everything that a clock names is drawn, and its back-stop is a timer.",
    look=_look,
    fixed=True,
)
