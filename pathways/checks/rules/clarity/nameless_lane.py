"""Pools and lanes say who they are."""

from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject
from pathways.model.spoken import shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for kind, bands in (("pool", drawing.pools), ("lane", drawing.lanes)):
        for band in bands.values():
            if not band.name.strip():
                yield Complaint(
                    message=(
                        f"The {kind} “{shortened(band.id)}” has no name, so nobody knows whose it "
                        "is. Name it by who acts in it: “Family”, “School or college”."
                    ),
                    element=band.id,
                    line=band.line,
                )


RULE = Rule(
    name="nameless_lane",
    severity=Severity.WARNING,
    title="Every pool and every lane says who acts in it.",
    look=_look,
)
