"""What a generated drawing is made of, before it is written as a file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(eq=False)
class Node:
    """A step, a choice or an event."""

    tag: str
    id: str
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    #: XML inside of it.
    within: str = ""
    #: Only for sub-processes: what is drawn in it.
    scope: Scope | None = None
    #: Only for sub-processes: None where the file does not say.
    expanded: bool | None = None
    #: Only for boundary events: what it sits on.
    host: Node | None = None
    #: Index of the innermost lane that lists it; None where no lane does.
    lane: int | None = None


@dataclass(eq=False)
class Arrow:
    """A sequence flow; its ends are ids, so that they can be wrong."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: str | None = None


@dataclass(eq=False)
class Band:
    """A lane."""

    id: str
    name: str
    #: Index of the lane that it is a part of.
    inside: int | None = None


@dataclass(eq=False)
class Beside:
    """A note, a frame, or data."""

    tag: str
    id: str
    text: str
    #: Id of what a dotted line leads to; empty for none.
    about: str = ""
    association: str = ""


@dataclass(eq=False)
class Scope:
    """What a process or sub-process holds."""

    nodes: list[Node] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)

    def everything(self) -> list[Node]:
        """Return the nodes of this scope and of every scope inside of it."""
        found: list[Node] = []
        waiting = [self]
        while waiting:
            nodes = waiting.pop().nodes
            found += nodes
            waiting += [node.scope for node in nodes if node.scope is not None]
        return found


@dataclass(eq=False)
class Side:
    """A process, a pool, or both."""

    #: Id of the process; None for a black box.
    process: str | None
    name: str
    #: Id of the pool; None for a process that stands outside of pools.
    pool: str | None = None
    scope: Scope = field(default_factory=Scope)
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class Message:
    """A message flow."""

    id: str
    source: str
    target: str
    name: str = ""


@dataclass(eq=False)
class File:
    """A whole drawing."""

    sides: list[Side] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    #: XML that events refer to: messages, signals, errors.
    shared: str = ""
    #: Whether it has a diagram part.
    drawn: bool = True
    prefix: str = ""
