"""The history of a case in sentences."""

from datetime import UTC, datetime

from tests.webapp.shipped import shipped
from webapp.presenters.happenings import happenings
from workflow.model.case import Event


def _event(kind: str, step: str | None = None, *, sequence: int = 1) -> Event:
    return Event(
        sequence=sequence,
        at=datetime(2027, 1, 11, 9, tzinfo=UTC),
        kind=kind,
        by="Manager Oak",
        step=step,
        details={},
    )


def _said(kind: str, step: str | None = None) -> str:
    (only,) = happenings(shipped(), [_event(kind, step)])
    return only.what


def test_what_happened_is_said_with_the_names_of_the_drawing() -> None:
    assert _said("TaskCompleted", "ask_for_it") == "“Ask for a one-off” was done."
    assert _said("CaseOpened") == "The case began."
    assert _said("CaseCompleted", "finished") == "The case ended: “Finished”."


def test_an_event_of_a_later_release_is_still_said() -> None:
    assert _said("TaskClaimed", "ask_for_it") == "Task claimed: “Ask for a one-off”."
    assert _said("CaseMoved") == "Case moved."


def test_a_step_that_is_not_in_the_drawing_has_no_code_for_a_name() -> None:
    assert _said("TaskOffered", "gone_from_here") == "“A step without a name” began to wait."


def test_the_newest_comes_first_with_who_and_when() -> None:
    first, second = happenings(
        shipped(), [_event("CaseOpened"), _event("CaseCompleted", "finished", sequence=2)]
    )

    assert first.what.startswith("The case ended")
    assert (second.at, second.by) == ("Monday 11 January 2027 at 9:00am", "Manager Oak")
