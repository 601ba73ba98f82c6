"""A step that a program would do, and there is none."""

from collections.abc import Mapping
from types import MappingProxyType

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_person_step
from pathways.executable.made_up_forms import done_form
from pathways.model.action import action_of
from pathways.model.finding import Severity
from pathways.model.node import StepKind
from pathways.model.rule import about

#: Kind of step -> what it is, after its name.
_WHAT: Mapping[StepKind, str] = MappingProxyType(
    {
        StepKind.SERVICE: "is done by another system (a service task), and none is connected",
        StepKind.SCRIPT: "is a script, and nothing in a pathway is run as code",
        StepKind.EXCHANGE: "is part of a choreography, which belongs to several sides",
        StepKind.OTHER: "is something that BPMN does not have in a process",
    }
)
_MESSAGE = (
    "{it} %s: a person is asked to do it. Draw a task for a person in its place, a send task if it "
    "writes to somebody, or a business rule task if a table can answer it."
)


def _assume(revision: Revision) -> None:
    for step in revision.drawing.steps():
        if step.kind in _WHAT and action_of(step) is None:
            revision.put(as_person_step(step))
            revision.forms[step.id] = done_form(step.id, title=step.name or "Do what comes next")
            revision.tell(about(step, _MESSAGE.replace("%s", _WHAT[step.kind])))


ASSUMPTION = Assumption(
    name="automatic_step",
    severity=Severity.WARNING,
    title="A step that a program would do is a step for a person.",
    assume=_assume,
)
