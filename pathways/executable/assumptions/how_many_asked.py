"""A step that is done for each of several, and nothing says for which."""

from dataclasses import replace

from pathways.executable.asking import asked_about
from pathways.executable.assumption import Assumption
from pathways.executable.conditions import Readable
from pathways.executable.derived import Revision
from pathways.executable.made_up_forms import NUMBER, number_form
from pathways.model.finding import Severity
from pathways.model.node import Several, Step
from pathways.model.rule import about
from pathways.model.spoken import shortened

_MESSAGE = (
    "{it} is done once for each of several, and %s: a person is asked how many times. Write the "
    "list into the marker, for example collection=“ask_for_it.people”."
)


def _assume(revision: Revision) -> None:
    readable = Readable(revision)
    for step in revision.drawing.steps():
        several = step.several
        if several is None or step.by_event or _is_said(several, readable):
            continue
        _ask(step, several, revision)
        text = several.collection or several.number
        why = f"“{shortened(text)}” is no list that can be read" if text else "nothing says which"
        revision.tell(about(step, _MESSAGE.replace("%s", why)))


def _is_said(several: Several, readable: Readable) -> bool:
    if several.collection:
        return readable.lists(several.collection)
    return bool(several.number) and readable.counts(several.number)


def _ask(step: Step, several: Several, revision: Revision) -> None:
    """Ask in front of the step."""
    asking = asked_about(step, "how_many_for", "How many times is {it} needed?", revision)
    asks = "How many times?"
    revision.forms[asking.id] = number_form(asking.id, title=asking.name, asks=asks)
    for flow in revision.drawing.incoming(step.id):
        revision.redraw(flow, target=asking.id)
    revision.connect(asking.id, step.id)
    number = f"{asking.id}.{NUMBER}"
    revision.put(replace(step, several=replace(several, collection="", number=number)))


ASSUMPTION = Assumption(
    name="how_many_asked",
    severity=Severity.WARNING,
    title="Where nothing says for which of several a step is done, a person says how many times.",
    assume=_assume,
)
