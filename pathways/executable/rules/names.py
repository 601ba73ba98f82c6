"""Ids that the interpreter keeps for itself."""

from collections.abc import Iterator

from pathways.executable.original import Original
from pathways.executable.rules.complaint import about, about_all
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding

_RESERVED = frozenset({"Start", "End", "Root", "StartEventSplit", "StartEventJoin"})
_RESERVED_PARTS = ("BoundaryEvent", "[child]")
_MESSAGE = (
    "{it} has the id “%s”, which the engine needs for itself. Give it another id, in small letters "
    "and for what it does."
)


def names(drawing: Drawing, original: Original) -> Iterator[Finding]:  # noqa: ARG001 - a rule's shape
    """Yield a finding for every node with a reserved id, and for a process without one."""
    if not drawing.id:
        yield about_all(
            "no_process_id", "The process has no id. Give it one: it is the pathway's key."
        )
    for node in drawing.nodes.values():
        if _reserved(node.id):
            yield about(node, "reserved_id", _MESSAGE.replace("%s", node.id))


def _reserved(name: str) -> bool:
    return (
        name in _RESERVED
        or name.endswith(".EndJoin")
        or any(part in name for part in _RESERVED_PARTS)
    )
