"""What was answered in a case, in words: also what no person answered, but a step worked out."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from tests.webapp.shipped import shipped
from webapp.presenters.answers import Fact, answered_steps
from workflow.model.case import Answered


def facts(answers: Mapping[str, object], step: str = "whatever") -> tuple[Fact, ...]:
    row = Answered(
        sequence=1,
        step=step,
        answers=answers,
        outcome=None,
        by="Fingerpost",
        role="family",
        at=datetime(2027, 1, 11, 9, tzinfo=UTC),
        by_itself=True,
    )
    (only,) = answered_steps(shipped(), [row])
    return only.facts


def test_a_value_that_a_step_wrote_down_is_said_under_its_name() -> None:
    assert facts({"total_cost": Decimal("12.50"), "by_panel": True}) == (
        Fact(label="Total cost", value="12.50"),
        Fact(label="By panel", value="Yes"),
    )


def test_days_lists_and_contexts_are_said_line_by_line() -> None:
    said = {
        fact.label: str(fact.value)
        for fact in facts(
            {
                "until": date(2027, 3, 1),
                "for_whom": ("ada", "ben"),
                "parts": {"first_year": Decimal(2), "rest": None},
                "nothing": None,
            }
        )
    }

    assert said == {
        "Until": "1 March 2027",
        "For whom": "Ada<br>Ben",
        "Parts": "First year: 2<br>Rest: Not answered",
        "Nothing": "Not answered",
    }


def test_what_was_worked_out_from_what_a_person_wrote_is_never_markup() -> None:
    (only,) = facts({"note": "<b>no</b>"})

    assert "<b>" not in only.value
