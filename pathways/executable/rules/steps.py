"""Steps that no person, table or letter does, and steps that nobody may do."""

from collections.abc import Iterator

from pathways.bpmn.names import identity, local
from pathways.executable.original import Original
from pathways.executable.rules.complaint import about
from pathways.model.drawing import Drawing, Step, StepKind
from pathways.model.finding import Finding

_NOT_RUN = {
    StepKind.SCRIPT: "{it} is a script task, and nothing in a pathway is code. Draw a task for a "
    "person in its place, or a decision table (a business rule task).",
    StepKind.SERVICE: "{it} is a service task, and there is no other system that it could ask. "
    "Draw a task for a person in its place, or a send task if it writes to somebody.",
}
_SEVERAL_TIMES = (
    "{it} is done several times at once (it has three bars), which does not run yet. Draw one step "
    "whose form asks about all of them."
)
_REPEATED = (
    "{it} is repeated (it has a round arrow), which does not run. Draw a choice after it with an "
    "arrow that leads back."
)
_MARKERS = {
    "multiInstanceLoopCharacteristics": ("multi_instance", _SEVERAL_TIMES),
    "standardLoopCharacteristics": ("standard_loop", _REPEATED),
}
_COMPENSATION = (
    "{it} undoes another step (compensation), which does not run. Draw it as an ordinary step on "
    "the way where it is needed."
)
_EVENT_SUB_PROCESS = (
    "{it} is a sub-process that an event starts, which does not run. Draw an event on the edge of "
    "the step that it interrupts, and its steps after that event."
)
_NO_LANE = (
    "{it} is a step for a person and stands in no lane, so nobody would be asked to do it. Move it "
    "into the lane of whoever does it."
)


def steps(drawing: Drawing, original: Original) -> Iterator[Finding]:
    """Yield a finding for every step that must not run as it is drawn."""
    for step in drawing.steps():
        if step.kind in _NOT_RUN:
            yield about(step, f"{step.kind.name.lower()}_task", _NOT_RUN[step.kind])
        if step.for_a_person and step.lane is None and drawing.lanes:
            yield about(step, "no_lane", _NO_LANE)
        yield from _marked(step, original)
    for element, part in original.parts():
        marker = local(part)
        if marker in _MARKERS:
            yield about(drawing.nodes[identity(element)], *_MARKERS[marker])


def _marked(step: Step, original: Original) -> Iterator[Finding]:
    element = original.element(step.id)
    if element is None:
        return
    if element.get("isForCompensation") == "true":
        yield about(step, "compensation", _COMPENSATION)
    if original.by_event(step.id):
        yield about(step, "event_sub_process", _EVENT_SUB_PROCESS)
