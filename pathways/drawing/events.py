"""Events: circles, thin where something starts, double on the way, bold where it ends."""

from pathways.drawing.event_icons import event_icon
from pathways.drawing.svg import circle, whole
from pathways.model.node import Event, EventPosition

_SENDING = frozenset({EventPosition.THROW, EventPosition.END})
_DOUBLE = frozenset({EventPosition.CATCH, EventPosition.THROW, EventPosition.BOUNDARY})
#: From the outer circle to the inner one.
_BETWEEN = 3.0


def event_body(event: Event, width: float, height: float) -> str:
    """Return an event, drawn from the upper left corner of its room on."""
    dashed = "" if event.interrupting else " dashed"
    x, y, radius = width / 2, height / 2, (width + height) / 4
    body = circle(f"shape{dashed}", x, y, whole(radius))
    if event.position in _DOUBLE:
        body += circle(f"ring{dashed}", x, y, whole(radius - _BETWEEN))
    return body + event_icon(event.trigger, width, height, filled=event.position in _SENDING)
