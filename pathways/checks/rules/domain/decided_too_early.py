"""What must leave a family time is not reached before that time is over."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from pathways.checks.elements import Elements, reach
from pathways.checks.lengths import days_in, days_of
from pathways.checks.rules.domain.clocks import after, lawful, placed
from pathways.model.clock import Clock
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.graph import Graph
from pathways.model.node import Choice, ChoiceKind
from pathways.model.pathway import Period, PeriodBound
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    if subject.pathway is None or not subject.pathway.clocks:
        return
    elements = Elements(subject.drawing)
    for clock, period, law in lawful(subject):
        if period.bound is not PeriodBound.AT_LEAST or not placed(clock, elements):
            continue
        waits = _long_waits(subject.drawing, clock, period, subject.pathway.periods)
        starts = after(clock.starts, elements)
        if clock.target.element in _reach_together(elements.graph, starts, waits, subject.drawing):
            yield about(
                subject.drawing.nodes[clock.target.element],
                f"{{it}} must not come before {period.words} are over ({law.source}), and a way "
                f"leads to it without that wait. Draw a timer event that takes {clock.code}, "
                "beside what the family does in that time, and bring both together before it.",
            )


def _long_waits(
    drawing: Drawing, clock: Clock, period: Period, periods: Mapping[str, Period]
) -> frozenset[str]:
    """Return the timer events that last at least as long as the clock."""
    length = days_in(period.duration, period.unit)
    return frozenset(
        event.id
        for event in drawing.events()
        if event.timer is not None
        and (event.timer.text == clock.code or (days_of(event.timer.text, periods) or 0) >= length)
    )


def _reach_together(
    graph: Graph, starts: Iterable[str], without: Collection[str], drawing: Drawing
) -> frozenset[str]:
    """Return what can be reached without going through `without`.

    A parallel join lets nobody through before all have come that can come at all.
    """
    starts = tuple(starts)
    ever = reach(graph, starts)
    shut = {
        node.id: {flow.id for flow in drawing.incoming(node.id)} & ever
        for node in drawing.nodes.values()
        if isinstance(node, Choice) and node.kind is ChoiceKind.PARALLEL
    }
    while True:
        reached = reach(graph, starts, without=(*without, *shut))
        opened = [name for name, flows in shut.items() if flows and flows <= reached]
        if not opened:
            return reached
        for name in opened:
            del shut[name]


RULE = Rule(
    name="decided_too_early",
    severity=Severity.ERROR,
    title="Nothing is decided before the time that the law gives the family is over.",
    look=_look,
)
