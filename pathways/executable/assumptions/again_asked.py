"""A step that is done again and again, and nothing says how long."""

from dataclasses import replace

from pathways.executable.asking import asked_about, lead_on
from pathways.executable.assumption import Assumption
from pathways.executable.conditions import Readable, answered
from pathways.executable.derived import Revision
from pathways.executable.made_up import choice
from pathways.executable.made_up_forms import WAY, way_form
from pathways.model.finding import Severity
from pathways.model.node import Again, Choice, ChoiceKind, Loop, Step
from pathways.model.rule import about
from pathways.model.spoken import shortened

_ASKED = (
    "{it} is done again and again, and %s: a person is asked each time whether it is needed again. "
    "Write the condition into the marker, or draw a choice after it with an arrow that leads back."
)
_COUNTED = (
    "{it} is done again while “%s”, which cannot be read as a condition: it is done {most} times. "
    "Write the condition as FEEL."
)
_ONCE_MORE = "again"


def _assume(revision: Revision) -> None:
    readable = Readable(revision)
    for step in revision.drawing.steps():
        again = step.again
        if again is None or step.by_event or _is_said(again, readable):
            continue
        text = shortened(again.condition)
        if again.most is not None:
            revision.put(replace(step, again=replace(again, condition="")))
            counted = _COUNTED.replace("%s", text).replace("{most}", str(again.most))
            revision.tell(about(step, counted))
            continue
        _ask(step, again, revision)
        why = f"“{text}” cannot be read as a condition" if text else "nothing says how long"
        revision.tell(about(step, _ASKED.replace("%s", why)))


def _is_said(again: Again, readable: Readable) -> bool:
    if again.condition:
        return readable.reads(again.condition)
    return again.most is not None


def _ask(step: Step, again: Again, revision: Revision) -> None:
    """Draw the way back: ask behind the step, or in front of it where it may not happen at all."""
    asking, after_it = _question(step, revision), _choice(step, revision)
    after = after_it.id
    revision.put(replace(after_it, default=lead_on(step, after, revision)))
    if again.before:
        for flow in revision.drawing.incoming(step.id):
            revision.redraw(flow, target=asking)
    revision.connect(step.id, asking)
    revision.connect(asking, after)
    revision.connect(after, step.id, condition=answered(asking, WAY, _ONCE_MORE))
    once = replace(step, loop=Loop.NONE, again=None, default=None)
    revision.put(once)


def _question(step: Step, revision: Revision) -> str:
    asking = asked_about(step, "again", "Is {it} needed again?", revision)
    title = asking.name
    ways = [(_ONCE_MORE, "Yes, once more"), ("enough", "No, go on")]
    revision.forms[asking.id] = way_form(asking.id, title=title, asks=title, ways=ways)
    return asking.id


def _choice(step: Step, revision: Revision) -> Choice:
    after = choice(
        revision.fresh_id(f"again_or_on_after_{step.id}"), ChoiceKind.EXCLUSIVE, near=step
    )
    revision.make_up(after, for_=step.id)
    return after


ASSUMPTION = Assumption(
    name="again_asked",
    severity=Severity.WARNING,
    title="Where nothing says how long a step is done again, a person is asked each time.",
    assume=_assume,
)
