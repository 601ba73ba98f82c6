"""Direct payments are looked at within three months of the first one."""

from collections.abc import Iterator

from pathways.checks.elements import reach
from pathways.checks.lengths import THREE_MONTHS, days_of
from pathways.checks.meaning import Meaning
from pathways.checks.means import FIRST_PAYMENT, PAYMENT_STARTS, REVIEW
from pathways.checks.ours import periods_of
from pathways.checks.rules.domain.complaint import about_element
from pathways.model.finding import Severity
from pathways.model.graph import leaving
from pathways.model.node import Event
from pathways.model.rule import Complaint, Rule, Subject

#: So many beginnings are looked at; a pathway has one.
_MOST = 50


def _look(subject: Subject) -> Iterator[Complaint]:
    meaning = Meaning(subject)
    reviews = meaning.of(REVIEW)
    for name in sorted(meaning.of(FIRST_PAYMENT) or meaning.of(PAYMENT_STARTS))[:_MOST]:
        between = reach(meaning.elements.graph, [name], without=reviews)
        after = reach(meaning.elements.graph, [name])
        if not after & reviews:
            problem = "no review follows it"
        elif _longest(meaning, name, between, subject) > THREE_MONTHS:
            problem = "the timers between it and the review add up to more than three months"
        else:
            continue
        yield about_element(
            meaning,
            name,
            f"Direct payments begin at {{it}}, and {problem}. The law asks for a review within the "
            "first three months: draw it, with its timer, and mark it fingerpost:means=“review”.",
        )


def _longest(meaning: Meaning, first: str, between: frozenset[str], subject: Subject) -> float:
    """Return the days that timers take on the longest way to a review; loops count once."""
    graph = meaning.elements.graph
    reviews = meaning.of(REVIEW)
    order = list(reversed(leaving(graph, first, set())))
    place = {name: index for index, name in enumerate(order)}
    waited = dict.fromkeys(order, 0.0)
    for name in order:
        on = waited[name] + _timer(meaning, name, subject)
        for each in graph[name] if name in between else ():
            if place[each] > place[name]:
                waited[each] = max(waited[each], on)
    return max((waited[name] for name in order if name in reviews), default=0.0)


def _timer(meaning: Meaning, name: str, subject: Subject) -> float:
    event = meaning.drawing.nodes.get(name)
    if not isinstance(event, Event) or event.timer is None:
        return 0.0
    return days_of(event.timer.text, periods_of(subject)) or 0.0


RULE = Rule(
    name="late_review",
    severity=Severity.ERROR,
    title="Direct payments are reviewed within three months of the first one.",
    look=_look,
)
