"""The steps of a pathway as pages list them, and the picture of the same steps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from pathways.drawing import Mark, picture
from pathways.model.decision import Decision
from pathways.model.drawing import Event, EventPosition
from pathways.model.pathway import Pathway, PeriodBound
from pathways.words import Sentence, Told, Words, words
from webapp.presenters.labels import Labels
from webapp.presenters.page import Link
from webapp.presenters.tables import table_anchor
from workflow.model.actor import FAMILY
from workflow.model.version import Version

#: Begins the ids of the picture's parts; the dot keeps them apart from the steps' anchors.
_PICTURE = "the.picture"
HERE = "the.place"
_NO_MARKS: Mapping[str, Mark] = {}
_KNOWN_VERSIONS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step in the list of steps."""

    anchor: str
    #: As the words count it, from 1.
    number: int
    name: str
    who: str
    #: What it is and how long it may take, with the law that sets it.
    what: str
    family: str
    notes: tuple[Sentence, ...]
    ways: tuple[Sentence, ...]
    #: The table that answers it; None where none does, or where the page has no tables.
    table: Link | None
    #: Whether it is the family that does it.
    yours: bool
    #: `"You are here"`, `"Done"` or nothing.
    mark: str
    #: Whether the case is here.
    here: bool


@dataclass(frozen=True, slots=True)
class _Edition:
    """What is told of a version; two are equal when their files are."""

    sha256: str
    pathway: Pathway = field(compare=False)


def words_of(version: Version) -> Words:
    """Return the words of a version; they never change, so they are told once."""
    return _words(_Edition(version.sha256, version.pathway))


def picture_of(version: Version, marks: Mapping[str, Mark] = _NO_MARKS) -> Markup:
    """Return the picture of a version, its shapes linked to their steps on the same page.

    The first shape that is marked as here has the id `HERE`, so that a link can lead to it.
    """
    edition = _Edition(version.sha256, version.pathway)
    return _picture(edition) if not marks else _drawn(edition, marks)


def step_lines(
    labels: Labels,
    told: Iterable[Told],
    *,
    marks: Mapping[str, Mark] = _NO_MARKS,
    with_tables: bool = False,
) -> tuple[StepLine, ...]:
    """Return the list of steps.

    Args:
        labels: The words of the pathway for its answers.
        told: The steps, in reading order.
        marks: Step id -> what is said about it in one case.
        with_tables: Whether the page shows the decision tables too.
    """
    return tuple(_line(one, labels, marks, with_tables=with_tables) for one in told)


def _line(told: Told, labels: Labels, marks: Mapping[str, Mark], *, with_tables: bool) -> StepLine:
    decision = labels.decision_of(told.element) if with_tables else None
    mark = marks.get(told.element)
    return StepLine(
        anchor=told.anchor,
        number=told.number,
        name=told.name,
        who=told.who,
        what=_what(told, labels.pathway),
        family=told.family,
        notes=told.notes,
        ways=tuple(way.sentence for way in told.next),
        table=_table(decision) if decision is not None else None,
        yours=labels.pathway.drawing.nodes[told.element].lane == FAMILY,
        mark=mark.value if mark else "",
        here=mark is Mark.HERE,
    )


def _table(decision: Decision) -> Link:
    return Link(text=decision.name, href=f"#{table_anchor(decision.id)}")


def _what(told: Told, pathway: Pathway) -> str:
    """Say what a step is and how long it may take, with the law that says so.

    A council's own decisions are told once, with the periods: only what binds it stands here.
    """
    own = {one.source for one in pathway.periods.values() if one.bound is PeriodBound.LOCAL}
    source = "" if told.how_long_source in own else told.how_long_source
    node = pathway.drawing.nodes[told.element]
    pause = isinstance(node, Event) and node.position is EventPosition.CATCH
    joint = ", and goes on " if pause else ", "
    time = f"{joint}{told.how_long}" if told.how_long else ""
    return f"{told.kind}{time}{f' ({source})' if source else ''}."


@lru_cache(maxsize=_KNOWN_VERSIONS)
def _words(edition: _Edition) -> Words:
    return words(edition.pathway)


@lru_cache(maxsize=_KNOWN_VERSIONS)
def _picture(edition: _Edition) -> Markup:
    return _drawn(edition, _NO_MARKS)


def _drawn(edition: _Edition, marks: Mapping[str, Mark]) -> Markup:
    svg = picture(
        edition.pathway.drawing, anchors=_words(edition).anchors, marks=marks, name=_PICTURE
    )
    here = next((name for name, mark in marks.items() if mark is Mark.HERE), None)
    anchor = _words(edition).anchors.get(here or "")
    if anchor is not None:
        svg = svg.replace(f'href="#{anchor}"', f'id="{HERE}" href="#{anchor}"', 1)
    return Markup(svg)  # noqa: S704 - drawn by us; what people wrote is escaped by the serializer
