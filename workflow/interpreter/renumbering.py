"""Rounds on another version: what was counted goes on, and old answers keep their round."""

from collections.abc import Iterable, Mapping

from workflow.interpreter.memory import Memory
from workflow.interpreter.remapped import Address
from workflow.interpreter.specification import Specification, Turn
from workflow.interpreter.turns import Key, Turns
from workflow.model.place import Place, Round

#: Begins a round that is never the present one: of a loop that is drawn no more.
_PAST = "0"


class Renumbering:
    """Translates the rounds of one version to those of another."""

    def __init__(
        self,
        old: Specification,
        new: Specification,
        ids: Mapping[str, str],
        counts: Mapping[Key, int],
    ) -> None:
        """Find out which loop is which.

        Args:
            old: The version that the rounds are of.
            new: The version that they are translated to.
            ids: Element of the old version -> the same one in the new; what is gone is missing.
            counts: The counters of the case.
        """
        self._old, self._new, self._ids = old, new, ids
        self._present = Turns(old, counts)
        self._same = _same_turns(old, new, ids)
        #: Runs of parts whose runs are counted on the other version only.
        self._begun: dict[Key, int] = {}

    def own(self, kept: Memory) -> dict[str, int]:
        """Return the turns that a token has to itself, by their new names."""
        turns = kept.get("turns", {})
        return {self._same[name]: number for name, number in turns.items() if name in self._same}

    def place(self, place: Place) -> Place | None:
        """Return a place by its new names; None where it is one no more."""
        if any(loop not in self._ids for loop, _ in place):
            return None
        return tuple((self._ids[loop], key) for loop, key in place)

    def counts(self) -> dict[Key, int]:
        """Return the counters as they go on; to be asked for after all `addresses`."""
        found: dict[Key, int] = dict(self._begun)
        for (place, around, name), number in self._present.counts.items():
            key = self._key(place, around, name)
            if key is not None:
                found[key] = number
        return found

    def addresses(self, addresses: Iterable[Address]) -> dict[Address, Address]:
        """Return where answers are read from now on; those that cannot be are missing."""
        found: dict[Address, Address] = {}
        for step, place, around in addresses:
            here, there = self._ids.get(step), self.place(place)
            if here is not None and there is not None and here in self._new.turns:
                round_ = self._round(step, here, place, around)
                self._count_run(here, there, round_)
                found[step, place, around] = here, there, round_
        return found

    def _count_run(self, step: str, place: Place, round_: Round) -> None:
        """Note that parts around a step have been run, so that the next run is not the first."""
        numbers = _numbers(round_)
        for rank, turn in enumerate(self._new.turns[step]):
            if turn.name in self._new.counted and turn.name not in self._same.values():
                at = place[: len(place) - turn.inside]
                self._begun[at, ".".join(numbers[:rank]), turn.name] = 1

    def _round(self, step: str, here: str, place: Place, around: Round) -> Round:
        chain = self._old.turns.get(step, ())
        parts = dict(zip((turn.name for turn in chain), _numbers(around), strict=False))
        gone = [name for name in parts if name not in self._same]
        past = any(parts[name] != str(self._present.number(step, name, place, {})) for name in gone)
        new = self._joined(parts, self._new.turns[here])
        return f"{_PAST}.{new}".rstrip(".") if past else new

    def _key(self, place: Place, around: Round, name: str) -> Key | None:
        """Return a counter's new key; None where nothing is counted there any more."""
        new, there = self._same.get(name), self.place(place)
        old_chain = _around(self._old, name)
        new_chain = None if new is None else _around(self._new, new)
        if new is None or there is None or old_chain is None or new_chain is None:
            return None
        parts = dict(zip((turn.name for turn in old_chain), _numbers(around), strict=False))
        return there, self._joined(parts, new_chain), new

    def _joined(self, parts: Mapping[str, str], chain: Iterable[Turn]) -> Round:
        """Return the round of a chain: known numbers, and 1 for loops that are new."""
        known = {self._same[name]: number for name, number in parts.items() if name in self._same}
        return ".".join(known.get(turn.name, "1") for turn in chain)


def _numbers(around: Round) -> list[str]:
    return around.split(".") if around else []


def _around(specification: Specification, name: str) -> tuple[Turn, ...] | None:
    """Return the turns around one turn, outermost first."""
    chains = (specification.turns.get(name, ()), *specification.turns.values())
    for chain in chains:
        names = [turn.name for turn in chain]
        if name in names:
            return chain[: names.index(name)]
    return None


def _same_turns(
    old: Specification, new: Specification, ids: Mapping[str, str]
) -> Mapping[str, str]:
    """Return old turn -> the same one: of the same name, or the loop around the same steps."""
    same = {name: ids[name] for name in old.within if ids.get(name) in new.within}
    members = _members(new)
    taken = set(same.values())
    for head, steps in _members(old).items():
        if head not in same:
            mapped = {ids[step] for step in steps if step in ids}
            overlaps = {one: len(mapped & members[one]) for one in members.keys() - taken}
            best = max(sorted(overlaps), key=lambda one: overlaps[one], default="")
            if best and overlaps[best]:
                same[head] = best
                taken.add(best)
    return same


def _members(specification: Specification) -> dict[str, set[str]]:
    """Return head of a drawn loop -> what is in it."""
    members: dict[str, set[str]] = {}
    for loops in specification.loops.values():
        for node, heads in loops.around.items():
            for head in heads:
                members.setdefault(head, set()).add(node)
    return members
