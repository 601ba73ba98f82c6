"""Who takes part in a case."""

from collections.abc import Iterable
from dataclasses import dataclass

from pathways.model.drawing import Drawing
from pathways.words import ENGLISH
from webapp.presenters.labels import in_words, one_of
from workflow.model.actor import CASE_OFFICER, Party


@dataclass(frozen=True, slots=True)
class People:
    """The people of one case, by the lanes of its drawing."""

    drawing: Drawing
    parties: tuple[Party, ...]

    def lane(self, role: str) -> str:
        """Return what the drawing calls a role."""
        lane = self.drawing.lanes.get(role)
        return lane.name if lane is not None and lane.name else in_words(role)

    def names(self, role: str) -> str:
        """Return who takes a lane; empty where nobody does."""
        found = [party.name for party in self.parties if party.role == role]
        return one_of(found, "and") if found else ""

    def whole(self, role: str) -> str:
        """Return who takes a lane, with its name: `"N. Example, case officer"`."""
        names = self.names(role)
        return f"{names}, {ENGLISH.mid_sentence(self.lane(role))}" if names else self.lane(role)

    @property
    def contact(self) -> str:
        """Whom a family asks about its case."""
        return self.names(CASE_OFFICER) or "your council’s special educational needs team"


def in_lane_order(people: People, but: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the roles that somebody takes, in the order of the lanes."""
    taken = {party.role for party in people.parties} - set(but)
    lanes = [role for role in people.drawing.lanes if role in taken]
    return (*lanes, *sorted(taken - set(lanes)))
