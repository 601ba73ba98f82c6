"""Something that goes wrong while a program works, where a person does its work."""

from dataclasses import replace

from pathways.executable.asking import lead_on
from pathways.executable.assumption import Assumption
from pathways.executable.conditions import answered
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_mark, choice
from pathways.executable.made_up_forms import WAY, way_form
from pathways.feel import NotFeel, parse
from pathways.model.finding import Severity
from pathways.model.node import ChoiceKind, Event, Step, Trigger
from pathways.model.rule import about

_FROM_INSIDE = frozenset({Trigger.ERROR, Trigger.ESCALATION})
_AS_PLANNED = "as_planned"
_MESSAGE = (
    "{it} happens when something goes wrong while a program works, and here a person does the "
    "work: they say how it ended. Draw a choice after the step that asks."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for step in drawing.steps():
        events = [event for event in drawing.boundaries(step.id) if _is_outcome(event)]
        made_up = step.for_a_person and step.id in revision.forms and step.several is None
        if events and made_up and _can_be_named(step.id):
            _ask(step, events, revision)


def _is_outcome(event: Event) -> bool:
    return event.trigger in _FROM_INSIDE and event.interrupting


def _can_be_named(step_id: str) -> bool:
    try:
        return parse(f"{step_id}.{WAY}").names == {(step_id, WAY)}
    except NotFeel:
        return False


def _ask(step: Step, events: list[Event], revision: Revision) -> None:
    after = choice(revision.fresh_id(f"ways_after_{step.id}"), ChoiceKind.EXCLUSIVE, near=step)
    revision.make_up(after, for_=step.id)
    default = lead_on(step, after.id, revision)
    revision.put(replace(after, default=default))
    revision.connect(step.id, after.id)
    ways = [(_AS_PLANNED, "As planned")]
    for number, event in enumerate(events, start=1):
        answer = f"otherwise_{number}"
        revision.put(as_mark(event))
        revision.connect(after.id, event.id, condition=answered(step.id, WAY, answer))
        ways.append((answer, event.name or "Something went wrong"))
        revision.tell(about(event, _MESSAGE))
    form = revision.forms[step.id]
    revision.forms[step.id] = way_form(step.id, title=form.title, asks="How did it end?", ways=ways)


ASSUMPTION = Assumption(
    name="outcome_asked",
    severity=Severity.WARNING,
    title="A person who does a program's work says whether something went wrong.",
    assume=_assume,
)
