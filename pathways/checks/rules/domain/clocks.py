"""The clocks of a pathway with what the law says of each, and where they lead in the drawing."""

from collections.abc import Iterable, Iterator

from pathways.checks.elements import Elements
from pathways.checks.rules.domain.period_against_law import law_of
from pathways.law import STATUTES
from pathways.model.clock import Clock, ClockMark, ClockMoment
from pathways.model.law import Statute
from pathways.model.pathway import Period
from pathways.model.rule import Subject


def clocks_of(subject: Subject) -> Iterator[Clock]:
    """Yield the clocks of a pathway; none where the drawing is alone."""
    yield from () if subject.pathway is None else subject.pathway.clocks.values()


def lawful(subject: Subject) -> Iterator[tuple[Clock, Period, Statute]]:
    """Yield the clocks whose period is known, with the period and what the law says of it."""
    for clock in clocks_of(subject):
        period = None if subject.pathway is None else subject.pathway.periods.get(clock.code)
        if period is not None and clock.code in STATUTES:
            yield clock, period, law_of(period)


def placed(clock: Clock, elements: Elements) -> bool:
    """Whether its start and its target are drawn; where not, `unknown_clock_element` says so."""
    named = {mark.element for mark in (clock.starts, clock.target) if mark.element}
    return named <= elements.graph.keys()


def after(mark: ClockMark, elements: Elements) -> Iterable[str]:
    """Return the elements that a case comes to next when a clock has started."""
    if mark.when is ClockMoment.OPENED:
        return elements.roots
    if mark.when is ClockMoment.REACHED:
        return (mark.element,)
    return elements.graph[mark.element]
