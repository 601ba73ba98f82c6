"""Ids that the engine keeps for itself."""

#: Source: what SpiffWorkflow 3.2.0 names the tasks that it adds to every process.
_RESERVED = frozenset({"Start", "End", "Root", "StartEventSplit", "StartEventJoin"})
_ENDINGS = (".EndJoin", ".BoundaryEventSplit", ".BoundaryEventJoin", "[child]")


def is_reserved(name: str) -> bool:
    """Whether no drawn element can run under this id."""
    return name in _RESERVED or name.endswith(_ENDINGS)
