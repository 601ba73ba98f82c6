"""The steps of a pathway as pages list them, and the picture of the same steps."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from pathways.drawing import Mark, picture
from pathways.model.decision import Decision
from pathways.model.drawing import Drawing, Event, EventPosition
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
_SHAPE = "p."
_LINK = re.compile('href="#([^"]+)"')
#: The left and the top of what a picture shows.
_CORNER = re.compile(r'viewBox="(\S+) (\S+) ')
_NO_MARKS: Mapping[str, Mark] = {}
_KNOWN_VERSIONS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step in the list of steps."""

    anchor: str
    #: Id of its shape in the picture; empty where it is not drawn.
    shape: str
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

    Every shape has an id, so that its step can lead to it; the first one that is marked as here has
    the id `HERE`, and the frame around the picture begins there (in browsers that know how).
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
    drawn = told.element in labels.pathway.drawing.shapes
    return StepLine(
        anchor=told.anchor,
        shape=_shape_id(told, _first_here(marks)) if drawn else "",
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
    drawing, words = edition.pathway.drawing, _words(edition)
    here = _first_here(marks)
    svg = picture(drawing, anchors=words.anchors, marks=marks, name=_PICTURE)
    ids = {one.anchor: _shape_id(one, here) for one in words.steps}
    named = _LINK.sub(lambda link: f'id="{ids[link[1]]}" {link[0]}', svg)
    return Markup(named + _way_to(here, drawing, svg))  # noqa: S704 - drawn by us; what people wrote is escaped by the serializer


def _first_here(marks: Mapping[str, Mark]) -> str:
    return next((name for name, mark in marks.items() if mark is Mark.HERE), "")


def _shape_id(told: Told, here: str) -> str:
    return HERE if told.element == here else f"{_SHAPE}{told.number}"


def _way_to(here: str, drawing: Drawing, svg: str) -> str:
    """Return an unseen element that ends at a shape, for the stylesheet to begin at.

    Its size is the way from the picture's corner: our policy allows no style at an element.
    """
    shape, corner = drawing.shapes.get(here), _CORNER.search(svg)
    if shape is None or corner is None:
        return ""
    across, down = (shape.bounds.x - float(corner[1]), shape.bounds.y - float(corner[2]))
    spacer = f'<svg width="{across:.0f}" height="{down:.0f}"></svg>'
    return f'<div class="fingerpost-way-here" aria-hidden="true">{spacer}<i></i></div>'
