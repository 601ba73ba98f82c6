"""A step that names an action which there is not, or which does not say all that it needs."""

import re

from pathways.executable.assumption import Assumption
from pathways.executable.conditions import Readable
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_person_step
from pathways.executable.made_up_forms import done_form
from pathways.model.action import Action, action_of
from pathways.model.finding import Severity
from pathways.model.node import NamedValue, Step, StepKind
from pathways.model.rule import about
from pathways.model.spoken import did_you_mean, shortened

_KNOWN = [action.value for action in Action]
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
_ASKED = "a person is asked to do it"
_VALUE = '<fingerpost:value name="total" from="one_step.amount + other_step.amount" />'


def _assume(revision: Revision) -> None:
    readable = Readable(revision)
    for step in revision.drawing.steps():
        problem = _problem(step, readable) if step.kind is StepKind.SERVICE else ""
        if problem:
            revision.put(as_person_step(step))
            revision.forms[step.id] = done_form(step.id, title=step.name or "Do what comes next")
            revision.tell(about(step, f"{{it}} {problem}"))


def _problem(step: Step, readable: Readable) -> str:
    named = step.extensions.get("action", "")
    action = action_of(step)
    if action is None:
        near = did_you_mean(named, _KNOWN)
        return named and (
            f"names the action “{shortened(named)}”, and there is none of that name: {_ASKED}."
            f"{near} Write one of these: {', '.join(_KNOWN)}."
        )
    if action is Action.SET_VALUES and not step.values:
        return f"does not say which values to write down: {_ASKED}. Write {_VALUE} into it."
    if action is Action.START_CASE and not step.extensions.get("pathway"):
        return (
            f"does not say which pathway to start: {_ASKED}. Write the pathway's key as "
            "fingerpost:pathway."
        )
    return next((said for value in step.values if (said := _unread(value, readable))), "")


def _unread(value: NamedValue, readable: Readable) -> str:
    if not _NAME.fullmatch(value.name):
        return (
            f"writes something down as “{shortened(value.name)}”, which no rule can name: "
            f"{_ASKED}. Write a name of small letters, digits and _: {_VALUE}."
        )
    if readable.gives(value.source):
        return ""
    return (
        f"writes down “{shortened(value.name)}” from something that no rule can read: {_ASKED}. "
        f"Write a rule in FEEL that names answers of the case: {_VALUE}."
    )


ASSUMPTION = Assumption(
    name="unknown_action",
    severity=Severity.WARNING,
    title="A step whose action is not known is a step for a person.",
    assume=_assume,
)
