"""Something is waited for that nothing brings: a person says that it has come."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_person_step
from pathways.executable.made_up_forms import done_form
from pathways.executable.waits import Bringing
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Node, Trigger
from pathways.model.rule import about
from pathways.model.spoken import shortened

_MESSAGE = (
    "{it} waits for %s: a person is asked whether it has come. Draw a step for the person who "
    "answers, with a deadline on its edge."
)
_WHAT = {
    Trigger.CONDITION: "something that no answer tells",
    Trigger.NONE: "something, and does not say for what",
}
_OTHERWISE = "something that does not happen here by itself"
_LONGEST = 80


def _assume(revision: Revision) -> None:
    bringing = Bringing(revision)
    for node in revision.drawing.nodes.values():
        if _waits_for_nobody(node, bringing):
            title = _title(node)
            revision.put(as_person_step(node, title))
            revision.forms[node.id] = done_form(node.id, title=title, asks=title)
            revision.tell(about(node, _MESSAGE.replace("%s", _what(node))))


def _waits_for_nobody(node: Node, bringing: Bringing) -> bool:
    catches = isinstance(node, Event) and node.position is EventPosition.CATCH
    return catches and isinstance(node, Event) and not bringing.brings(node)


def _what(node: Node) -> str:
    return _WHAT.get(node.trigger, _OTHERWISE) if isinstance(node, Event) else _OTHERWISE


def _title(node: Node) -> str:
    reference = node.about if isinstance(node, Event) else None
    name = node.name or (reference.name if reference is not None else "")
    return f"Has “{shortened(name, _LONGEST)}” happened?" if name else "Has it happened?"


ASSUMPTION = Assumption(
    name="arrival_asked",
    severity=Severity.WARNING,
    title="Where nothing brings what is waited for, a person says that it has come.",
    assume=_assume,
)
