"""What every pathway may know of a case without asking: the facts that rules and letters read."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from pathways.feel import Value
from workflow import clocks
from workflow.model.case import Case

_LONDON = ZoneInfo("Europe/London")


def facts(case: Case, now: datetime) -> Mapping[str, Value]:
    """Return the facts of a case, by name; see the guide for authors.

    Args:
        case: The case with its child.
        now: The moment that ages are counted at; aware, UTC.
    """
    today = now.astimezone(_LONDON).date()
    child = case.child
    return {
        "child": {
            "preferred_name": child.preferred_name,
            "born_on": child.born_on,
            "over_compulsory_school_age": clocks.over_compulsory_school_age(child.born_on, today),
        },
        "case": {
            "reference": case.reference,
            "opened_on": case.opened_at.astimezone(_LONDON).date(),
        },
        "setting": {"name": child.setting},
    }
