"""A pathway in words."""

from collections.abc import Mapping

from pathways.model.drawing import Drawing, Node
from pathways.model.pathway import Pathway, Period
from pathways.words.anchors import anchors_of
from pathways.words.catalogue import ENGLISH, Catalogue
from pathways.words.endings import case_endings
from pathways.words.listed import Listing
from pathways.words.order import reading_order
from pathways.words.sentences import Telling
from pathways.words.values import Part, Told, Words

_NO_PERIODS: Mapping[str, Period] = {}


def words(pathway: Pathway, *, say: Catalogue = ENGLISH) -> Words:
    """Return a pathway as an ordered list of numbered steps.

    Every arrow of the drawing is said exactly once, at the step that it leaves; an arrow out of a
    mere merge is said with every way that passes it.
    """
    told = drawing_words(pathway.drawing, periods=pathway.periods, say=say)
    return Words(name=pathway.about.name or told.name, summary=told.summary, steps=told.steps)


def drawing_words(
    drawing: Drawing, *, periods: Mapping[str, Period] = _NO_PERIODS, say: Catalogue = ENGLISH
) -> Words:
    """Return a drawing alone in words; times that are no periods are spelled out.

    Args:
        drawing: Any drawing, also one that could not run.
        periods: Code -> period, for the times of steps and timers.
        say: The language.
    """
    listing = Listing(drawing)
    ordered = reading_order(drawing, listing)
    anchors = anchors_of(node.id for node in ordered)
    references = {
        node.id: Part(say.step.replace("{number}", str(number)), number, anchors[node.id])
        for number, node in enumerate(ordered, start=1)
    }
    telling = Telling(drawing, listing, references, periods=periods, say=say)
    steps = tuple(_told(node, drawing, telling) for node in ordered)
    return Words(name=drawing.name, summary=_summary(drawing, steps, say), steps=steps)


def _told(node: Node, drawing: Drawing, telling: Telling) -> Told:
    here = telling.reference(node)
    lane = drawing.lanes.get(node.lane or "")
    how_long, source = telling.how_long(node)
    return Told(
        anchor=here.anchor or "",
        number=here.number or 0,
        element=node.id,
        name=telling.say.named(node),
        kind=telling.kind(node),
        who="" if lane is None else lane.name or lane.id,
        how_long=how_long,
        how_long_source=source,
        family=node.extensions.get("family", ""),
        notes=telling.notes(node),
        next=telling.ways(node),
    )


def _summary(drawing: Drawing, steps: tuple[Told, ...], say: Catalogue) -> str:
    groups = {step.who for step in steps if step.who}
    ends = len(case_endings(drawing))
    said = [say.counted(say.steps_count, len(steps))]
    said += [say.counted(say.groups_count, len(groups))] if groups else []
    said.append(say.counted(say.ends_count, ends) if ends else say.no_end)
    return " ".join(said)
