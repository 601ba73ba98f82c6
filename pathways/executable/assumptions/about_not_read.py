"""A message whose “about”, or one of whose values, no rule can read."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pathways.executable.assumption import Assumption
from pathways.executable.conditions import Readable
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.news import sends_message, waits_for_news
from pathways.model.node import Node
from pathways.model.rule import about
from pathways.model.spoken import shortened

_WAITS = (
    "{it} waits for a message about “%s”, which no rule can read: only a person can say that it "
    "has come. Write a fact or an answer of the case there, such as child.id."
)
_SENDS = (
    "{it} sends a message about “%s”, which no rule can read: no other case hears it. Write a fact "
    "or an answer of the case there, such as child.id."
)
_VALUE = (
    "{it} hands on “%s” from something that no rule can read: it is left out. Write a rule in FEEL "
    "that names answers of the case."
)


def _assume(revision: Revision) -> None:
    readable = Readable(revision)
    for node in revision.drawing.nodes.values():
        if sends_message(node) or waits_for_news(node):
            _read_about(node, readable, revision)
        if sends_message(node):
            _read_values(revision.nodes[node.id], readable, revision)


def _read_about(node: Node, readable: Readable, revision: Revision) -> None:
    text = node.extensions.get("about", "")
    if text and not readable.gives(text):
        revision.put(replace(node, extensions=_without(node.extensions)))
        message = _SENDS if sends_message(node) else _WAITS
        revision.tell(about(node, message.replace("%s", shortened(text))))


def _read_values(node: Node, readable: Readable, revision: Revision) -> None:
    read = tuple(value for value in node.values if readable.gives(value.source))
    if read != node.values:
        lost = next(value for value in node.values if value not in read)
        revision.put(replace(node, values=read))
        revision.tell(about(node, _VALUE.replace("%s", shortened(lost.name))))


def _without(extensions: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({name: said for name, said in extensions.items() if name != "about"})


ASSUMPTION = Assumption(
    name="about_not_read",
    severity=Severity.WARNING,
    title="A message about something that no rule can read goes to no other case.",
    assume=_assume,
)
