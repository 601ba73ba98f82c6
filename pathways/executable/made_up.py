"""Nodes that nobody drew, and drawn ones that run as something else."""

from typing import TypedDict

from pathways.model.node import (
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Loop,
    Node,
    Step,
    StepKind,
    Trigger,
)


class _Place(TypedDict):
    process: str
    lane: str | None
    inside: str | None
    line: int | None


def place_of(node: Node) -> _Place:
    """Return where a node stands, for another one that is to stand there too."""
    return _Place(process=node.process, lane=node.lane, inside=node.inside, line=node.line)


def as_person_step(node: Node, name: str = "") -> Step:
    """Return a node as a step for a person, with its id and its place.

    Args:
        node: What is drawn.
        name: What the step is called, where not as the node is.
    """
    return Step(
        id=node.id,
        name=name or node.name,
        kind=StepKind.PLAIN,
        extensions=node.extensions,
        documentation=node.documentation,
        loop=node.loop if isinstance(node, Step) else Loop.NONE,
        several=node.several if isinstance(node, Step) else None,
        again=node.again if isinstance(node, Step) else None,
        default=node.default if isinstance(node, Step) else None,
        compensates=isinstance(node, Step) and node.compensates,
        **place_of(node),
    )


def as_mark(node: Node) -> Event:
    """Return a node as a mere mark on the way, which is passed at once."""
    return mark(node.id, near=node, name=node.name)


def as_message_event(step: Step) -> Event:
    """Return a receive task as the event that it waits for, with its id and its place."""
    return Event(
        id=step.id,
        name=step.name,
        position=EventPosition.CATCH,
        trigger=Trigger.MESSAGE,
        about=step.message,
        extensions=step.extensions,
        values=step.values,
        documentation=step.documentation,
        **place_of(step),
    )


def mark(node_id: str, *, near: Node, name: str = "") -> Event:
    """Return a mark on the way that is passed at once, and stands where another node does."""
    return Event(id=node_id, name=name, position=EventPosition.THROW, **place_of(near))


def event(node_id: str, position: EventPosition, *, near: Node, name: str = "") -> Event:
    """Return a plain start or end that stands where another node does."""
    return Event(id=node_id, name=name, position=position, **place_of(near))


def choice(node_id: str, kind: ChoiceKind, *, near: Node, default: str | None = None) -> Choice:
    """Return a choice that stands where another node does."""
    return Choice(id=node_id, name="", kind=kind, default=default, **place_of(near))


def question_step(node_id: str, name: str, *, near: Node, lane: str | None) -> Step:
    """Return a step in which a person answers a question that the drawing leaves open."""
    place = place_of(near)
    place["lane"] = lane
    return Step(id=node_id, name=name, kind=StepKind.USER, **place)
