"""How often each drawn loop was gone round: an old round is never read as the new one."""

from collections.abc import Mapping

from workflow.interpreter.specification import Specification
from workflow.model.place import Place, Round

#: Place of the loop, round so far (of the loops around it), name of the turn.
Key = tuple[Place, Round, str]


class Turns:
    """The counters of one case. What was never counted stands at 1."""

    def __init__(self, specification: Specification, counts: Mapping[Key, int]) -> None:
        """Go on from the counts of the snapshot."""
        self.counts = dict(counts)
        self._specification = specification

    def round(self, step: str, place: Place, own: Mapping[str, int]) -> Round:
        """Return the present round of a step at a place.

        Args:
            step: Id of any node.
            place: A place of that step, complete.
            own: Name of a turn -> its number, for turns that the reader has left and that may have
                gone on without it.
        """
        return self._until(step, None, place, own)

    def number(self, step: str, name: str, place: Place, own: Mapping[str, int]) -> int:
        """Return the present number of one turn around a step."""
        return self.counts.get(self._key(step, name, place, own), 1)

    def again(self, step: str, head: str, place: Place, own: Mapping[str, int]) -> None:
        """Go back to a loop's head: everything inside begins anew."""
        key = self._key(step, head, place, own)
        number = self.counts.get(key, 1)
        self._forget(head, key[0], _join(key[1], number))
        self.counts[key] = number + 1
        self._renew(head, key[0])

    def run(self, step: str, part: str, place: Place, own: Mapping[str, int]) -> int:
        """Count a run of a part, begun at one of its nodes, and return the run's number."""
        key = self._key(step, part, place, own)
        self.counts[key] = self.counts.get(key, 0) + 1
        self._renew(part, key[0])
        return self.counts[key]

    def runs(self, step: str, part: str, place: Place, own: Mapping[str, int]) -> int:
        """Return how often a part has been run so far."""
        return self.counts.get(self._key(step, part, place, own), 0)

    def _until(self, step: str, name: str | None, place: Place, own: Mapping[str, int]) -> Round:
        found = ""
        for turn in self._specification.turns.get(step, ()):
            if turn.name == name:
                break
            at = place[: len(place) - turn.inside]
            number = own.get(turn.name) or self.counts.get((at, found, turn.name), 1)
            found = _join(found, number)
        return found

    def _key(self, step: str, name: str, place: Place, own: Mapping[str, int]) -> Key:
        turns = self._specification.turns[step]
        inside = next(turn.inside for turn in turns if turn.name == name)
        return place[: len(place) - inside], self._until(step, name, place, own), name

    def _renew(self, name: str, place: Place) -> None:
        """Begin anew what is called from inside a loop or part, and from elsewhere too."""
        for called in self._specification.called.get(name, ()):
            for key in [k for k in self.counts if k[2] == called and _inside(k[0], place)]:
                self._forget(called, key[0], _join(key[1], self.counts[key]))
                self.counts[key] += 1
                self._renew(called, key[0])

    def _forget(self, name: str, place: Place, past: Round) -> None:
        """Drop the counters inside a round that is over."""
        within = self._specification.within.get(name, frozenset())
        for key in list(self.counts):
            old = key[1] == past or key[1].startswith(past + ".")
            if old and key[2] in within and _inside(key[0], place):
                del self.counts[key]


def _join(found: Round, number: int) -> Round:
    return f"{found}.{number}" if found else str(number)


def _inside(place: Place, outer: Place) -> bool:
    return place[: len(outer)] == outer
