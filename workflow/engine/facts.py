"""What every pathway may know of a case without asking: the facts that rules and letters read."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from typing_extensions import override

from pathways.feel import Value
from workflow import clocks
from workflow.model.case import Case

_SIBLINGS = "siblings"
_LONDON = ZoneInfo("Europe/London")


class _Child(Mapping[str, Value]):
    """What is known of a child; the database is asked only for what a rule names."""

    def __init__(self, known: Mapping[str, Value], siblings: Callable[[], tuple[str, ...]]) -> None:
        self._known = known
        self._siblings = siblings

    @override
    def __getitem__(self, name: str) -> Value:
        return self._siblings() if name == _SIBLINGS else self._known[name]

    @override
    def __iter__(self) -> Iterator[str]:
        yield from self._known
        yield _SIBLINGS

    @override
    def __len__(self) -> int:
        return len(self._known) + 1


def facts(
    case: Case, now: datetime, *, siblings: Callable[[], tuple[str, ...]]
) -> Mapping[str, Value]:
    """Return the facts of a case, by name; see the guide for authors.

    Args:
        case: The case with its child.
        now: The moment that ages are counted at; aware, UTC.
        siblings: Gives the ids of the other children of the same family, when a rule names them.
    """
    today = now.astimezone(_LONDON).date()
    child = case.child
    return {
        "child": _Child(
            {
                "id": child.id,
                "preferred_name": child.preferred_name,
                "born_on": child.born_on,
                "over_compulsory_school_age": clocks.over_compulsory_school_age(
                    child.born_on, today
                ),
            },
            siblings,
        ),
        "case": {
            "reference": case.reference,
            "opened_on": case.opened_at.astimezone(_LONDON).date(),
        },
        "setting": {"name": child.setting},
    }
