"""When timers fall due, and how long steps may take, in words."""

import re
from collections.abc import Mapping

from pathways.model.node import Event, EventPosition, Node, Timer, TimerKind
from pathways.model.pathway import Period, PeriodUnit
from pathways.model.spoken import shortened
from pathways.words.catalogue import Catalogue
from pathways.words.messages import Message, headings, times
from pathways.words.moments import duration, every, moment, whole_days

#: A text in quotation marks, or as FEEL writes such values: `duration("P2D")`.
_WRITTEN = re.compile(r"""(?:duration|date|date and time)\s*\(\s*(["'])(.*)\1\s*\)|(["'])(.*)\3""")
_CYCLE = re.compile(r"R([0-9]{0,6})/(?:([^/]+)/)?(P[^/]+)")
_IN_DAYS = {PeriodUnit.WORKING: times.WORKING_DAYS, PeriodUnit.SCHOOL: times.SCHOOL_DAYS}
#: Message for a moment that is understood, and for one as drawn.
_Pair = tuple[Message, Message]


class Times:
    """Times of one drawing, in one language. What is no time we know is said as drawn."""

    def __init__(self, periods: Mapping[str, Period], say: Catalogue, *, drawn_in: str) -> None:
        """Read no time yet.

        Args:
            periods: Code -> period.
            say: The language.
            drawn_in: The language of the periods' own words; empty where it is that of `say`.
        """
        self._say = say
        #: Code -> how long, in words.
        self._lengths = {
            code: _translated(period, say) if drawn_in else period.words
            for code, period in periods.items()
        }
        self._periods = periods

    def how_long(self, node: Node) -> str:
        """Return how long a step may take, or when an event falls due; empty where nothing says."""
        if isinstance(node, Event):
            until = node.position is EventPosition.CATCH
            dated = (times.UNTIL, times.UNTIL_AS_DRAWN) if until else (times.ON, times.ON_AS_DRAWN)
            return "" if node.timer is None else self._due(node.timer, dated)
        code = node.extensions.get("period", "")
        return self._say.phrase(times.WITHIN, time=self._length(code)) if code else ""

    def deadline(self, timer: Timer) -> str:
        """Return until when something must be done; empty where the timer does not say."""
        return self._due(timer, (times.BY, times.BY_AS_DRAWN))

    def source(self, node: Node) -> str:
        """Return the law or decision that sets the time of a step or an event; may be empty."""
        period = self._periods.get(_code(node))
        return "" if period is None else period.source

    def _due(self, timer: Timer, dated: _Pair) -> str:
        text = _unwrapped(timer.text)
        if not text:
            return ""
        if timer.kind is TimerKind.CYCLE:
            return self._cycle(text)
        if timer.kind is TimerKind.DATE:
            return self._dated(text, dated)
        return self._after(text)

    def _after(self, text: str) -> str:
        said = self._lengths.get(text) or duration(text, self._say)
        if said:
            return self._say.phrase(times.AFTER, time=said)
        return self._say.phrase(times.AFTER_AS_DRAWN, text=shortened(text))

    def _dated(self, text: str, dated: _Pair) -> str:
        if text in self._periods or duration(text, self._say):
            return self._after(text)
        said = moment(text, self._say)
        if said:
            return self._say.phrase(dated[0], moment=said)
        return self._say.phrase(dated[1], text=shortened(text))

    def _cycle(self, text: str) -> str:
        found = _CYCLE.fullmatch(text)
        repeated = every(text if found is None else found[3], self._say)
        if not repeated:
            return self._say.phrase(times.CYCLE_AS_DRAWN, text=shortened(text))
        if found is None:
            return repeated
        return self._from(self._often(repeated, found[1]), found[2] or "")

    def _often(self, repeated: str, often: str) -> str:
        if not often:
            return repeated
        counted = self._say.counted(times.TIMES, int(often))
        return self._say.phrase(times.CYCLE, every=repeated, times=counted)

    def _from(self, repeated: str, start: str) -> str:
        if not start:
            return repeated
        said = moment(start, self._say) or shortened(start)
        return self._say.phrase(times.CYCLE_FROM, every=repeated, moment=said)

    def _length(self, code: str) -> str:
        said = self._lengths.get(code) or duration(code, self._say)
        return said or self._say.phrase(headings.QUOTED, text=shortened(code))


def _translated(period: Period, say: Catalogue) -> str:
    """What a period's own words say, as its duration says it."""
    counted = _IN_DAYS.get(period.unit)
    if counted is not None:
        return say.counted(counted, whole_days(period.duration))
    return duration(period.duration, say) or period.words


def _code(node: Node) -> str:
    if isinstance(node, Event):
        return "" if node.timer is None else _unwrapped(node.timer.text)
    return node.extensions.get("period", "")


def _unwrapped(text: str) -> str:
    """The text without what expression languages put around it, on one line."""
    line = " ".join(text.split())
    found = _WRITTEN.fullmatch(line)
    return line if found is None else (found[2] or found[4] or "").strip()
