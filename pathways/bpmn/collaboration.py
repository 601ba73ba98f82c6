"""Sides that work together: pools, and the messages between them."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from pathways.bpmn.document import Document
from pathways.bpmn.identities import Sort
from pathways.bpmn.names import bpmn, name_of
from pathways.bpmn.notebook import Notebook
from pathways.model.drawing import Lane, MessageFlow, Pool
from pathways.model.node import Node
from pathways.model.spoken import shortened


def read_pools(document: Document, notebook: Notebook) -> dict[str, Pool]:
    """Return the pools of every collaboration, by id."""
    pools: dict[str, Pool] = {}
    for element in _each(document, "participant"):
        notebook.note_nameless(element, "pool")
        pool = Pool(
            id=document.identities.of(element),
            name=name_of(element),
            process=document.process(element.get("processRef")) or None,
            multiple=element.find(bpmn("participantMultiplicity")) is not None,
            line=element.sourceline,
        )
        pools[pool.id] = pool
    return pools


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What messages can lead to."""

    nodes: Mapping[str, Node]
    pools: Mapping[str, Pool]
    lanes: Mapping[str, Lane]

    def side(self, element_id: str, pool_of: Mapping[str, str]) -> str:
        """Return the node or pool that is meant; empty where it is none.

        Some editors let a message lead to a process or to a lane: its pool is meant.

        Args:
            element_id: What the message names.
            pool_of: Process id -> the pool that it happens in.
        """
        if element_id in self.nodes or element_id in self.pools:
            return element_id
        lane = self.lanes.get(element_id)
        process = element_id if lane is None else lane.process
        return pool_of.get(process, "") if process else ""


def read_messages(document: Document, sides: Sides, notebook: Notebook) -> dict[str, MessageFlow]:
    """Return the message flows between nodes and pools, by id; loose ones are a finding."""
    messages: dict[str, MessageFlow] = {}
    pool_of: dict[str, str] = {}
    for pool in sides.pools.values():
        pool_of.setdefault(pool.process or "", pool.id)
    for element in _each(document, "messageFlow"):
        notebook.note_nameless(element, "message")
        source, target = (
            sides.side(_end(document, element.get(each)), pool_of)
            for each in ("sourceRef", "targetRef")
        )
        message = MessageFlow(
            id=document.identities.of(element),
            name=_name(document, element),
            source=source,
            target=target,
            line=element.sourceline,
        )
        if source and target:
            messages[message.id] = message
        else:
            _note_loose(message, notebook)
    return messages


def _each(document: Document, name: str) -> list[Element]:
    return [
        element
        for collaboration in document.collaborations
        for element in collaboration.iterchildren(bpmn(name))
    ]


def _name(document: Document, element: Element) -> str:
    own = name_of(element)
    message = document.identities.named(element.get("messageRef"))
    return own if own or message is None else name_of(message)


def _end(document: Document, reference: str | None) -> str:
    element = document.identities.named(reference, Sort.NODE)
    return "" if element is None else document.identities.of(element)


def _note_loose(message: MessageFlow, notebook: Notebook) -> None:
    notebook.note_at(
        "loose_message",
        f"The message “{shortened(message.name or message.id)}” does not lead from one side to "
        "another. Connect both of its ends to a pool, or to a step or event in one, or delete it.",
        element=message.id,
        line=message.line,
    )
