"""A wait on the way that does not say how long."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_person_step
from pathways.executable.made_up_forms import done_form
from pathways.executable.waits import is_timer, time_of
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition
from pathways.model.rule import about
from pathways.model.spoken import shortened

_NAME = "Say when it is time to go on"


def _assume(revision: Revision) -> None:
    for event in revision.drawing.events():
        waits = is_timer(event) and event.position is EventPosition.CATCH
        if waits and time_of(event, revision.before) is None:
            name = f"{_NAME}: {event.name}" if event.name else _NAME
            revision.put(as_person_step(event, name))
            revision.forms[event.id] = done_form(event.id, title=name, asks="Is it time to go on?")
            revision.tell(about(event, _message(event)))


def _message(event: Event) -> str:
    text = event.timer.text if event.timer is not None else ""
    what = (
        f"for “{shortened(text)}”, which says no time that can be read" if text else "for no time"
    )
    return (
        f"{{it}} waits {what}: a person is asked when it is time to go on. Write the code of a "
        "period of the pathway (for example SCHOOL_REPLY) or a time such as P14D into its duration."
    )


ASSUMPTION = Assumption(
    name="timer_without_time",
    severity=Severity.WARNING,
    title="Where a wait does not say how long, a person says when it is over.",
    assume=_assume,
)
