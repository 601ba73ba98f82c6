"""How long things take on a pathway, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.law import statute
from pathways.model.node import Event, Node
from pathways.model.pathway import Pathway, Period, PeriodBound
from pathways.words import Words
from webapp.presenters import times
from webapp.presenters.page import Link
from workflow.model.version import Version

_BOUNDS = {
    PeriodBound.AT_MOST: "The council may make it shorter, never longer.",
    PeriodBound.AT_LEAST: "The council may make it longer, never shorter.",
    PeriodBound.LOCAL: "The council may choose another time.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """One length of time and the steps that have it."""

    words: str
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodGroup:
    """The periods that one law or decision sets."""

    source: str
    #: Since when, and which way a council may move them.
    terms: str
    allowances: tuple[Allowance, ...]


def period_groups(pathway: Pathway, words: Words) -> tuple[PeriodGroup, ...]:
    """Return the periods of a pathway by who sets them, the law first."""
    ordered = sorted(pathway.periods.values(), key=lambda one: one.bound is PeriodBound.LOCAL)
    groups: dict[tuple[str, str], dict[str, list[Link]]] = {}
    for period in ordered:
        allowances = groups.setdefault((period.source, _terms(period)), {})
        allowances.setdefault(period.words, []).extend(_steps(pathway, period, words))
    return tuple(
        PeriodGroup(source=source, terms=terms, allowances=_allowances(groups[source, terms]))
        for source, terms in groups
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ByLaw:
    """One period of the law that runs in every case of a pathway."""

    title: str
    #: `"At most 20 weeks from the request."`
    says: str
    source: str
    #: What starts it, what keeps it, and what happens when time is up, in words.
    from_: tuple[Link, ...]
    to: Link
    back_stop: Link | None


def by_law(version: Version, words: Words) -> tuple[ByLaw, ...]:
    """Return the periods of the law that run in the cases of a version."""
    published_on = times.day_of(version.published_at)
    links = {one.element: Link(text=one.name, href=f"#{one.anchor}") for one in words.steps}
    found = []
    for clock in version.pathway.clocks.values():
        law = statute(clock.code, published_on)
        to = links.get(clock.target.element)
        if law is not None and to is not None:
            start = links.get(clock.starts.element)
            found.append(
                ByLaw(
                    title=law.title,
                    says=f"{law.bound.value.capitalize()} {law.words}.",
                    source=law.source,
                    from_=(start,) if start else (),
                    to=to,
                    back_stop=links.get(clock.back_stop),
                )
            )
    return tuple(found)


def _terms(period: Period) -> str:
    return f"In force since {times.short_day(period.in_force_on)}. {_BOUNDS[period.bound]}"


def _allowances(steps: Mapping[str, list[Link]]) -> tuple[Allowance, ...]:
    return tuple(Allowance(words=said, steps=tuple(links)) for said, links in steps.items())


def _steps(pathway: Pathway, period: Period, words: Words) -> list[Link]:
    """The steps that have a period; an event on the edge of such a step goes without saying."""
    nodes = pathway.drawing.nodes
    using = {one.element for one in words.steps if _uses(nodes[one.element], period.code)}
    return [
        Link(text=one.name, href=f"#{one.anchor}")
        for one in words.steps
        if one.element in using and _attached_to(nodes[one.element]) not in using
    ]


def _uses(node: Node, code: str) -> bool:
    timer = node.timer if isinstance(node, Event) else None
    return node.extensions.get("period") == code or (timer is not None and timer.text == code)


def _attached_to(node: Node) -> str | None:
    return node.attached_to if isinstance(node, Event) else None
