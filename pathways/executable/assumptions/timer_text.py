"""A time in quotation marks, in a vendor's brackets, or in words."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.waits import is_timer, time_of
from pathways.model.finding import Severity
from pathways.model.node import Event, Timer
from pathways.model.rule import about
from pathways.model.spoken import shortened


def _assume(revision: Revision) -> None:
    for event in revision.drawing.events():
        timer = time_of(event, revision.before) if is_timer(event) else None
        if timer is not None and timer != event.timer:
            revision.put(replace(event, timer=timer))
            revision.tell(about(event, _message(event, timer)))


def _message(event: Event, timer: Timer) -> str:
    said = event.timer.text if event.timer is not None and event.timer.text else event.name
    return (
        f"{{it}} waits for “{shortened(said)}”, which is read as {timer.text}. Write the code of a "
        "period, or that, into its duration."
    )


ASSUMPTION = Assumption(
    name="timer_text",
    severity=Severity.WARNING,
    title="A time in quotation marks or in plain words is read as what it says.",
    assume=_assume,
)
