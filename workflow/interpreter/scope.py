"""What a rule can name, seen from where a token stands."""

from collections.abc import Callable, Iterator, Mapping

from typing_extensions import override

from pathways.feel import Value
from workflow.interpreter.record import Answers, Record
from workflow.model.place import Place, Round

#: (step, place) -> the present round of the step there.
Present = Callable[[str, Place], Round]


class Scope(Mapping[str, Value]):
    """Loop items, answers and outcomes by step, facts. A step without answers is None.

    Inside a repeated step, a step of the same repetition is this item's own answers; from outside
    it is item key -> answers. Answers of an earlier round are not there.
    """

    def __init__(
        self,
        record: Record,
        here: Place,
        present: Present,
        *,
        steps: Mapping[str, object],
        items: Mapping[str, Callable[[], Value]],
    ) -> None:
        """Look from a place.

        Args:
            record: The facts and answers.
            here: Where the reader stands.
            present: Which round of a step counts.
            steps: Every node of the version, by id; the values are not looked at.
            items: Name -> how to look up a loop item or count.
        """
        self._record = record
        self._here = here
        self._present = present
        self._steps = steps
        self._items = items

    @override
    def __getitem__(self, name: str) -> Value:
        if name in self._items:
            return self._items[name]()
        if name in self._steps:
            answers = self._answers(name)
            return self._record.facts.get(name) if answers is None else answers
        return self._record.facts[name]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter({**self._record.facts, **self._steps, **self._items})

    @override
    def __len__(self) -> int:
        return len({**self._record.facts, **self._steps, **self._items})

    def _answers(self, step: str) -> Answers | None:
        """Return a step's answers of the present round, or None."""
        present = {
            place: rounds[number]
            for place, rounds in self._record.rows(step).items()
            if (number := self._present(step, place)) in rounds
        }
        return _seen(self._here, present)


def _seen(here: Place, rows: Mapping[Place, Answers]) -> Answers | None:
    outside: dict[str, Value] = {}
    for there, answers in rows.items():
        shared = _shared(here, there)
        if here[:shared] != there[:shared]:
            continue  # another item of a repetition that we stand in
        if len(there) == shared:
            return answers
        _put(outside, [key for _, key in there[shared:]], answers)
    return outside or None


def _shared(here: Place, there: Place) -> int:
    """Return how many repeated steps, from the outermost inwards, both places have in common."""
    pairs = zip(here, there, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a[0] != b[0]), min(len(here), len(there)))


def _put(outside: dict[str, Value], keys: list[str], answers: Answers) -> None:
    for key in keys[:-1]:
        inner = outside.setdefault(key, {})
        if isinstance(inner, dict):
            outside = inner
    outside[keys[-1]] = answers
