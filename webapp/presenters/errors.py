"""What people read when something did not work: what happened, and what to do."""

from dataclasses import dataclass

from webapp.presenters import times
from webapp.presenters.page import Link, Page
from workflow.model.actor import Actor
from workflow.model.errors import (
    InvalidAnswers,
    PathwayFault,
    TaskAlreadyCompleted,
    TaskExited,
    WorkflowError,
)

_BACK_TO_TASKS = Link(text="Go to your tasks", href="/worklist")
_BACK_TO_START = Link(text="Go to the start page", href="/")
_NOTHING_LOST = "Nothing that was sent before is lost."


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage(Page):
    """A page about something that did not work."""

    paragraphs: tuple[str, ...]
    onward: Link


def nothing_here(_error: WorkflowError, actor: Actor | None) -> ErrorPage:
    """Return the page for what does not exist, or not for this person."""
    page = http(404)
    if actor is None:
        return page
    return ErrorPage(title=page.title, paragraphs=page.paragraphs, onward=_BACK_TO_TASKS)


def not_allowed(error: WorkflowError, _actor: Actor | None) -> ErrorPage:
    """Return the page for what this person may not do."""
    return _said("You cannot do this", error)


def conflict(error: WorkflowError, _actor: Actor | None) -> ErrorPage:
    """Return the page for having come too late."""
    return _said("Somebody was quicker", error)


def sent_before(error: WorkflowError, _actor: Actor | None) -> ErrorPage:
    """Return the page for a form whose key was used for another."""
    return _said("This form has been sent before", error)


def too_early(error: WorkflowError, _actor: Actor | None) -> ErrorPage:
    """Return the page for a step that the law does not allow yet."""
    return _said("It is too early for this", error)


def date_was_kept(error: WorkflowError, _actor: Actor | None) -> ErrorPage:
    """Return the page for an exception where none is needed any more."""
    return _said("This date needs no exception any more", error)


def _said(title: str, error: WorkflowError) -> ErrorPage:
    return ErrorPage(title=title, paragraphs=(str(error),), onward=_BACK_TO_TASKS)


def already_done(error: TaskAlreadyCompleted, actor: Actor | None) -> ErrorPage:
    """Return the page for a task that has been completed: by whom, and when."""
    who = "You" if actor is not None and actor.name == error.by else error.by
    done = f"{who} did it on {times.moment(error.at)}."
    rest = "It counts once. There is nothing more to do here."
    return ErrorPage(
        title="This has been done already", paragraphs=(done, rest), onward=_BACK_TO_TASKS
    )


def gone_on(error: TaskExited, _actor: Actor | None) -> ErrorPage:
    """Return the page for a task that the case has gone on without."""
    when = (
        f"The case went on without this task on {times.moment(error.at)}, because its time was up."
    )
    rest = "If you still want to say something, please tell the case officer."
    return ErrorPage(title="This task is closed", paragraphs=(when, rest), onward=_BACK_TO_TASKS)


def try_again(_error: WorkflowError, _actor: Actor | None) -> ErrorPage:
    """Return the page for two people who changed one case at the same moment."""
    what = "Somebody else changed this case at the same moment, so your answers were not sent yet."
    todo = "Nothing was lost. Go back to the page before, and send it again."
    return ErrorPage(title="Please try again", paragraphs=(what, todo), onward=_BACK_TO_TASKS)


def invalid_answers(error: InvalidAnswers, _actor: Actor | None) -> ErrorPage:
    """Return the page for answers that do not fit, where there is no form to show them at."""
    problems = tuple(f"{name}: {text}" if name else text for name, text in error.problems.items())
    what = "Nothing was sent. Open the task again and look at these answers:"
    return ErrorPage(
        title="Some answers need another look",
        paragraphs=(what, *problems),
        onward=_BACK_TO_TASKS,
    )


def pathway_fault(error: PathwayFault, _actor: Actor | None) -> ErrorPage:
    """Return the page for a pathway that cannot go on as drawn."""
    what = f"The pathway has a mistake at “{error.step_name}”. It is not your mistake."
    rest = "The case stays where it was. Please tell the people who look after this service."
    return ErrorPage(
        title="The pathway cannot go on", paragraphs=(what, rest), onward=_BACK_TO_TASKS
    )


def unexpected(_error: WorkflowError | None = None, _actor: Actor | None = None) -> ErrorPage:
    """Return the page for what nobody expected; it says nothing about the inside."""
    what = f"Something went wrong on our side. It is not your mistake. {_NOTHING_LOST}"
    rest = (
        "Please try again in a few minutes. "
        "If it happens again, tell the people who look after this service."
    )
    return ErrorPage(
        title="Sorry, there is a problem with this service",
        paragraphs=(what, rest),
        onward=_BACK_TO_START,
    )


def form_too_old() -> ErrorPage:
    """Return the page for a form whose session has ended."""
    what = (
        "For your safety we end a session after a while without a click, "
        "and your answers were not sent."
    )
    todo = "Go back to the page before, copy what you wrote, then sign in again and send it."
    return ErrorPage(
        title="This page was open for too long",
        paragraphs=(what, todo),
        onward=Link(text="Sign in", href="/sign-in"),
    )


def no_cookie() -> ErrorPage:
    """Return the page for a browser that does not send our cookie back."""
    what = "We use one cookie, to know that it is still you. Your browser did not send it back."
    todo = (
        "Allow cookies for this site and try again. If you opened this site by an address that "
        "begins with http:, use the one that begins with https:, or another browser."
    )
    return ErrorPage(
        title="Your browser did not keep our cookie",
        paragraphs=(what, todo),
        onward=Link(text="Try to sign in again", href="/sign-in"),
    )


def store_unavailable(error: WorkflowError, _actor: Actor | None) -> ErrorPage:
    """Return the page for a database that is busy or gone."""
    return ErrorPage(
        title="Please try again in a minute", paragraphs=(str(error),), onward=_BACK_TO_START
    )


_UNREADABLE = (
    "We could not read that",
    (
        "Your browser sent something that we could not read. Nothing was changed. "
        "Go back and try again."
    ),
)
_HTTP = {
    403: (
        "You cannot do this",
        (
            "This did not come from a page of this site, so nothing was changed. "
            "Open the page here and try again."
        ),
    ),
    404: (
        "We cannot find this page",
        (
            "There is nothing at this address, or nothing that you may see. "
            "Check the address, or start from your tasks."
        ),
    ),
    405: (
        "We cannot find this page",
        "This address answers to a button, not to a link. Go back and use the button.",
    ),
    413: (
        "That is too much at once",
        (
            "What you sent is larger than 1 megabyte, and nothing of it was kept. "
            "Make it shorter and send it again."
        ),
    ),
}


def http(status: int) -> ErrorPage:
    """Return the page for an error of the web itself."""
    title, text = _HTTP.get(status, _UNREADABLE)
    return ErrorPage(title=title, paragraphs=(text,), onward=_BACK_TO_START)
