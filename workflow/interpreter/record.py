"""The answers of a case, step by step, as far as rules ask for them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pathways.feel import Value
from workflow.model.place import Place, Round

#: Question (or output of a decision) -> value.
Answers = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Row:
    """One step's answers, as the record holds them."""

    place: Place
    round: Round
    #: Question (or output of a decision) -> typed FEEL value.
    answers: Answers


def _nothing(_step: str) -> Iterable[Row]:
    return ()


class Record:
    """What rules can read: the facts of a case, and its answers, loaded when a rule first asks.

    One record serves one command: the decisions made on the way are added to it.
    """

    def __init__(
        self, facts: Mapping[str, Value], load: Callable[[str], Iterable[Row]] = _nothing
    ) -> None:
        """Keep the facts and how to load the rest.

        Args:
            facts: Name -> value, e.g. `{"child": {...}}`.
            load: Step id -> its rows, oldest first. Asked at most once for each step that a rule
                names. The newest row of each place and round is enough; in a drawing without event
                sub-processes and called processes, the newest of each place is.
        """
        self.facts = facts
        self._load = load
        self._added: dict[str, list[Row]] = {}
        self._rows: dict[str, dict[Place, dict[Round, Answers]]] = {}

    def put(self, step: str, place: Place, round: Round, answers: Answers) -> None:  # noqa: A002 - the field's name everywhere
        """Add a step's answers; they hide older ones of the same place and round."""
        row = Row(place, round, answers)
        self._added.setdefault(step, []).append(row)
        if step in self._rows:
            _add(self._rows[step], row)

    def rows(self, step: str) -> Mapping[Place, Mapping[Round, Answers]]:
        """Return a step's answers: place -> round -> the newest answers."""
        if step not in self._rows:
            rows: dict[Place, dict[Round, Answers]] = {}
            for row in (*self._load(step), *self._added.get(step, ())):
                _add(rows, row)
            self._rows[step] = rows
        return self._rows[step]


def _add(rows: dict[Place, dict[Round, Answers]], row: Row) -> None:
    rows.setdefault(row.place, {})[row.round] = row.answers
