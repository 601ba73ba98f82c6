"""What people read when something did not work."""

from datetime import UTC, datetime

from webapp.errors import TABLE, line_for
from webapp.presenters import errors as wording
from workflow.model.actor import Actor
from workflow.model.errors import CaseChanged, TaskAlreadyCompleted, WorkflowError

AT = datetime(2027, 3, 3, 14, 5, tzinfo=UTC)
_EXPECTED = {
    "WorkflowError": 500,
    "NotFound": 404,
    "CaseNotFound": 404,
    "TaskNotFound": 404,
    "PathwayNotFound": 404,
    "ChildNotFound": 404,
    "NotAllowed": 403,
    "SameActorTwice": 403,
    "SignInRefused": 403,
    "TooManyTries": 429,
    "Conflict": 409,
    "TaskAlreadyCompleted": 409,
    "TaskExited": 409,
    "CaseChanged": 409,
    "InvalidAnswers": 422,
    "PathwayFault": 500,
    "StoreUnavailable": 503,
}


def _every(kind: type[WorkflowError]) -> set[type[WorkflowError]]:
    return {kind}.union(*(_every(below) for below in kind.__subclasses__()))


def test_every_error_of_the_workflow_has_its_status() -> None:
    ours = {kind for kind in _every(WorkflowError) if kind.__module__.startswith("workflow.")}

    statuses = {kind.__name__: line_for(kind).status for kind in ours}

    assert {name: _EXPECTED.get(name, status) for name, status in statuses.items()} == statuses
    assert set(TABLE) <= ours


def test_a_task_done_before_says_who_did_it_and_when() -> None:
    page = wording.already_done(TaskAlreadyCompleted("t", "Manager Oak", AT), None)

    assert "Manager Oak did it on Wednesday 3 March 2027 at 2:05pm." in page.paragraphs


def test_who_did_it_themselves_reads_you() -> None:
    me = Actor(id="1", name="Manager Oak")

    page = wording.already_done(TaskAlreadyCompleted("t", "Manager Oak", AT), me)

    assert page.paragraphs[0].startswith("You did it on")


def test_a_lost_race_asks_to_try_again() -> None:
    assert wording.try_again(CaseChanged("c"), None).title == "Please try again"


def test_no_page_shows_a_status_or_a_word_of_the_inside() -> None:
    pages = [wording.http(status) for status in (400, 403, 404, 405, 413, 418)]
    pages += [wording.unexpected(), wording.no_cookie(), wording.form_too_old()]

    for page in pages:
        text = " ".join((page.title, *page.paragraphs))
        assert not any(word in text for word in ("Error", "exception", "404", "500", "CSRF"))
