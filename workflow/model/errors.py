"""What can go wrong, named for the fact; each says what happened and what to do.

WorkflowError
├── NotFound        CaseNotFound · TaskNotFound · PathwayNotFound · ChildNotFound;
│                   also where the actor may not know that it exists; ClockNotFound
├── NotAllowed      SameActorTwice · NobodyTakesLane · SignInRefused · TooManyTries
│                   OnlyForOfficers
├── Conflict        TaskAlreadyCompleted · TaskExited · FormSentBefore · CaseChanged · TooEarly
│                   ClockWasMet · CaseSuspended · CaseNotSuspended · CaseEnded
├── InvalidAnswers  problems: question -> sentence for the person
└── PathwayFault    the author's mistake, never the person's

The web has one table from these to a status and a page.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from pathways.model.london import day_in_words

_WHERE_NOW = "Check the address, or start from your list."


class WorkflowError(Exception):
    """Something that a person can be told about."""


class NotFound(WorkflowError):
    """There is nothing here that this person may see."""


class CaseNotFound(NotFound):
    """No case with this id is open to this person."""

    def __init__(self, case_id: str) -> None:
        self.case_id = case_id
        super().__init__(
            "There is no case here that you can see. Check the address, or start from your list."
        )


class TaskNotFound(NotFound):
    """No task with this id is open to this person."""

    def __init__(self, task_id: str) -> None:
        self.task_id = task_id
        super().__init__(
            "There is no task here that you can see. Check the address, or start from your list."
        )


class ClockNotFound(NotFound):
    """No clock with this id is open to this person."""

    def __init__(self, clock_id: str) -> None:
        self.clock_id = clock_id
        super().__init__(
            "There is no date set by law here that you can see. Check the address, or start from "
            "your list."
        )


class PathwayNotFound(NotFound):
    """No pathway with this key is published."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(
            "There is no pathway of that name here. The start page lists those that there are."
        )


class NewsNotFound(NotFound):
    """There is no such news, or this person may not say that it has come."""

    def __init__(self, awaited_id: str) -> None:
        self.awaited_id = awaited_id
        super().__init__(
            "There is nothing here that you could say has come. Open it from your tasks or your "
            "cases again: the address may have been cut off."
        )


class ChildNotFound(NotFound):
    """This person does not ask for a child with this id."""

    def __init__(self, child_id: str) -> None:
        self.child_id = child_id
        super().__init__("There is no child or young person here that you can ask for.")


class NotAllowed(WorkflowError):
    """This person may see it, but may not do it."""


class SameActorTwice(NotAllowed):
    """Two steps must be done by two different people (separation of duties)."""

    def __init__(self, step_name: str, earlier_step_name: str) -> None:
        self.step_name = step_name
        self.earlier_step_name = earlier_step_name
        super().__init__(
            f"You did “{earlier_step_name}” in this case, so somebody else must do “{step_name}”. "
            "It stays on the list of your colleagues."
        )


class OnlyForOfficers(NotAllowed):
    """Only a case officer or a manager of this case may do it."""

    def __init__(self) -> None:
        super().__init__(
            "Only the case officer or a manager who takes part in this case can do this. "
            "Nothing was changed."
        )


class SignInRefused(NotAllowed):
    """The e-mail address and password do not belong together, or the account is closed."""

    def __init__(self) -> None:
        super().__init__(
            "The e-mail address or the password is not right. Check both and try again."
        )


class TooManyTries(NotAllowed):
    """Signing in has been tried too often from here or for this account."""

    def __init__(self, again_at: datetime) -> None:
        self.again_at = again_at
        super().__init__("There were too many tries. Please wait a little and try again.")


class NobodyTakesLane(NotAllowed):
    """The case needs a lane that nobody takes for this child."""

    def __init__(self, lane_name: str, step_name: str) -> None:
        self.lane_name = lane_name
        self.step_name = step_name
        super().__init__(
            f"“{step_name}” is for “{lane_name}”, but nobody takes that part in this case. "
            "Nothing was changed. Ask the council to name somebody, then try again."
        )


class Conflict(WorkflowError):
    """Somebody, or time, was quicker."""


class TaskAlreadyCompleted(Conflict):
    """The task has been completed before."""

    def __init__(self, task_id: str, by: str, at: datetime) -> None:
        self.task_id = task_id
        self.by = by
        self.at = at
        super().__init__(f"{by} has already done this.")


class TaskExited(Conflict):
    """The case has gone on without this task."""

    def __init__(self, task_id: str, at: datetime) -> None:
        self.task_id = task_id
        self.at = at
        super().__init__("The case has gone on without this task, because its time was up.")


class NewsNotAwaited(Conflict):
    """The case does not wait for this news any more."""

    def __init__(self, awaited_id: str, *, come: bool) -> None:
        self.awaited_id = awaited_id
        self.come = come
        super().__init__(
            "Somebody has already said that this has come. There is nothing more to do."
            if come
            else "The case has gone on, and does not wait for this any more. "
            "There is nothing more to do."
        )


class FormSentBefore(Conflict):
    """The key of this form has been used for another one."""

    def __init__(self) -> None:
        super().__init__("This form has been sent before. Start again from your list.")


class TooEarly(Conflict):
    """The law gives the family time, and it is not over."""

    def __init__(self, step_name: str, last_day: date, source: str) -> None:
        self.step_name = step_name
        self.last_day = last_day
        following = last_day + timedelta(days=1)
        super().__init__(
            f"The law gives the family time until the end of {day_in_words(last_day)} "
            f"({source}). “{step_name}” can be done from {day_in_words(following)} on. Nothing "
            "was changed; saved answers are kept."
        )


class ClockWasMet(Conflict):
    """A date was kept, so that no exception is needed for it."""

    def __init__(self) -> None:
        super().__init__(
            "This date has been kept, or its time is over with the case, so no exception can be "
            "relied on for it. Nothing was changed."
        )


class CaseSuspended(Conflict):
    """An officer has suspended the case."""

    def __init__(self) -> None:
        super().__init__(
            "This case is paused, so nothing can be sent for it now. Nothing was changed; saved "
            "answers are kept. The case officer can tell you why, and lets it go on."
        )


class CaseNotSuspended(Conflict):
    """A case that goes on cannot be resumed."""

    def __init__(self) -> None:
        super().__init__("This case is not paused, so it goes on already. Nothing was changed.")


class CaseEnded(Conflict):
    """A case that has ended stays as it ended."""

    def __init__(self) -> None:
        super().__init__(
            "This case has ended, and stays as it ended. Nothing was changed. If the family needs "
            "something, they can ask again at any time."
        )


class CaseChanged(Conflict):
    """Somebody else changed the case at the same moment; nothing was written."""

    def __init__(self, case_id: str) -> None:
        self.case_id = case_id
        super().__init__(
            "Somebody else changed this case at the same moment. Nothing was lost. Try again."
        )


class InvalidAnswers(WorkflowError):
    """The answers do not fit the form; nothing was written."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        #: Question name -> sentence for the person. The name "" is for the form as a whole.
        self.problems = problems
        super().__init__("Some answers need another look.")


class PathwayFault(WorkflowError):
    """The pathway cannot go on as drawn; the case stays where it was, and nothing was written."""

    def __init__(self, step_name: str, message: str) -> None:
        self.step_name = step_name
        super().__init__(f"At “{step_name}”: {message}")
