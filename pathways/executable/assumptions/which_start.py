"""Several places at which a case, or a part, can begin."""

from dataclasses import replace

from pathways.executable.asking import lane_for
from pathways.executable.assumption import Assumption
from pathways.executable.conditions import answered
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_mark, choice, event, question_step
from pathways.executable.made_up_forms import WAY, way_form
from pathways.executable.running import scopes
from pathways.executable.standing import standing
from pathways.model.finding import Severity
from pathways.model.node import ChoiceKind, Event, EventPosition, Step
from pathways.model.rule import about
from pathways.model.spoken import called

_MOST_NAMED = 5
_TITLE = "How does it begin?"
_MESSAGE = (
    "{it} is one of %s starts (%n), and it begins at one place: a person is asked how it begins. "
    "Draw one start, with a choice after it."
)
_LOOSE = (
    "{it} is a start from which no arrow leads, and there are others: it is left out. Draw an "
    "arrow to the first step, or delete it."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for scope, nodes in scopes(drawing).items():
        around = drawing.nodes.get(scope)
        starts = standing(nodes, EventPosition.START)
        if len(starts) > 1 and not (isinstance(around, Step) and around.by_event):
            leading = [start for start in starts if drawing.outgoing(start.id)] or starts[:1]
            loose = [start for start in starts if start not in leading]
            for start in loose:
                revision.tell(about(start, _LOOSE))
            revision.leave_out(start.id for start in loose)
            if len(leading) > 1:
                _ask(leading, revision)


def _ask(starts: list[Event], revision: Revision) -> None:
    first = starts[0]
    begin = event(revision.fresh_id(f"start_of_{first.scope}"), EventPosition.START, near=first)
    asking = question_step(
        revision.fresh_id(f"which_start_of_{first.scope}"),
        _TITLE,
        near=first,
        lane=lane_for(first, revision),
    )
    ways = choice(revision.fresh_id(f"ways_after_{asking.id}"), ChoiceKind.EXCLUSIVE, near=first)
    for made in (begin, asking, ways):
        revision.make_up(made, for_=first.id)
    revision.connect(begin.id, asking.id)
    revision.connect(asking.id, ways.id)
    options = []
    for number, start in enumerate(starts, start=1):
        revision.put(as_mark(start))
        answer, last = f"start_{number}", start is starts[-1]
        condition = None if last else answered(asking.id, WAY, answer)
        flow = revision.connect(ways.id, start.id, condition=condition)
        options.append((answer, start.name or f"Start {number}"))
    revision.put(replace(ways, default=flow.id))
    revision.forms[asking.id] = way_form(asking.id, title=_TITLE, asks=_TITLE, ways=options)
    names = ", ".join(called(start) for start in starts[:_MOST_NAMED])
    more = ", …" if len(starts) > _MOST_NAMED else ""
    said = _MESSAGE.replace("%s", str(len(starts))).replace("%n", f"{names}{more}")
    revision.tell(about(starts[1], said))


ASSUMPTION = Assumption(
    name="which_start",
    severity=Severity.WARNING,
    title="Where a case can begin at several places, a person is asked how it begins.",
    assume=_assume,
)
