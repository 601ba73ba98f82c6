"""Two halves of a link: the way jumps from one to the other, as along an arrow."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_mark
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Trigger
from pathways.model.rule import about

_JUMPS = frozenset({EventPosition.THROW, EventPosition.END})
_MESSAGE = (
    "{it} jumps to the other half of its link, and runs as an arrow would. Draw an arrow, if there "
    "is room for it: people lose their way at a jump."
)
_ALONE = (
    "{it} jumps to a link of the same name, and there is none: the way stops there. Draw an arrow "
    "to where it goes on."
)


def _assume(revision: Revision) -> None:
    links = [event for event in revision.drawing.events() if event.trigger is Trigger.LINK]
    landings: dict[tuple[str, str], Event] = {}
    for event in links:
        if event.position is EventPosition.CATCH:
            landings.setdefault(_name(event), event)
            revision.put(as_mark(event))
    for event in links:
        if event.position in _JUMPS:
            _jump(revision, event, landings.get(_name(event)))


def _jump(revision: Revision, event: Event, landing: Event | None) -> None:
    revision.put(as_mark(event))
    drawn = {flow.target for flow in revision.drawing.outgoing(event.id)}
    if landing is not None and landing.id not in drawn:
        revision.connect(event.id, landing.id)
    revision.tell(about(event, _ALONE if landing is None else _MESSAGE))


def _name(event: Event) -> tuple[str, str]:
    """Links meet where they are drawn in one process or sub-process and have one name."""
    return event.scope, event.name if event.about is None else event.about.name


ASSUMPTION = Assumption(
    name="link_jump",
    severity=Severity.ADVICE,
    title="The two halves of a link run as one arrow.",
    assume=_assume,
)
