"""The forms on which a case is paused, and on which it goes on."""

from datetime import datetime

from webapp.presenters import times
from webapp.presenters.answers import step_name, task_name
from webapp.presenters.clocks import title
from webapp.presenters.corrections.asking import REASON, TOLD, day, form
from webapp.presenters.corrections.page import (
    Consequence,
    CorrectionPage,
    Shown,
    correction_page,
)
from workflow.model.case import CaseFile, Wait

SUSPENDED = (
    "The case is paused, and the letter to the family is on its way. The dates that the law sets "
    "go on."
)
RESUMED = "The case goes on, and the letter to the family is on its way."
SUSPEND_FORM = form(
    "Pause this case",
    {
        "look_again_on": day(
            "By when do you look at it again?",
            "The last day. A pause does not end by itself: you let the case go on.",
        ),
        **REASON,
        **TOLD,
    },
)
RESUME_FORM = form("Let this case go on", {**REASON, **TOLD})
_CLOCKS_GO_ON = (
    "A pause does not stop the dates that the law sets. If one of them is missed, an exception of "
    "the law can excuse that, but the date stays as it is."
)


def suspend_page(file: CaseFile, shown: Shown) -> CorrectionPage:
    """Return the form on which a case is paused, with what that does."""
    tasks = (task_name(file.running, task.step, task.place) for task in file.open_tasks)
    return correction_page(
        file.case,
        shown,
        verb="suspend",
        button="Pause the case and write to the family",
        warning=_CLOCKS_GO_ON,
        consequences=(
            Consequence(
                title="Nobody can send these steps until the case goes on. They can save answers.",
                lines=tuple(f"“{task}”" for task in tasks),
            ),
            Consequence(
                title="These times go on, but nothing happens at their end before the case goes on",
                lines=tuple(_wait(file, wait) for wait in file.waits),
            ),
            Consequence(title="These dates set by law stay as they are", lines=_clocks(file)),
        ),
    )


def resume_page(file: CaseFile, shown: Shown, *, now: datetime) -> CorrectionPage:
    """Return the form on which a case goes on, with what that does."""
    over = [wait for wait in file.waits if wait.due_at <= now]
    tasks = (task_name(file.running, task.step, task.place) for task in file.open_tasks)
    return correction_page(
        file.case,
        shown,
        verb="resume",
        button="Let the case go on and write to the family",
        consequences=(
            Consequence(
                title="These steps can be sent again", lines=tuple(f"“{task}”" for task in tasks)
            ),
            Consequence(
                title="These times ended during the pause. This happens now, in this order",
                lines=tuple(_wait(file, wait) for wait in over),
            ),
        ),
    )


def _wait(file: CaseFile, wait: Wait) -> str:
    day_of = times.day(times.day_of(wait.due_at))
    return f"“{step_name(file.running, wait.step)}”: {day_of}"


def _clocks(file: CaseFile) -> tuple[str, ...]:
    return tuple(
        f"{title(one)}: {times.short_day(one.last_day)}" for one in file.clocks if one.open
    )
