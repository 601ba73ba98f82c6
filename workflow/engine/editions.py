"""Versions as the engine uses them: read and parsed once per process, then shared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pathways.executable import empty_form, executable, papers_of
from pathways.model.form import Form
from pathways.model.news import brought, waits_for_news
from pathways.model.node import Event, Node, Step, Trigger
from pathways.model.pathway import Pathway
from workflow.engine.rules import PathwayRules
from workflow.interpreter import Specification, read_specification
from workflow.model.version import Version
from workflow.store import Transaction, versions


@dataclass(frozen=True, slots=True)
class Edition:
    """A version with what is derived from it."""

    version: Version
    #: The pathway as it runs: the executable copy's drawing, with the forms that were made up.
    running: Pathway
    #: Id of a made-up node -> id of what is drawn there.
    stands_for: Mapping[str, str]
    specification: Specification
    #: Whether anything in it waits for a message, a signal or a condition.
    waits_for_news: bool
    rules: PathwayRules

    def step(self, step_id: str) -> Step:
        """Return a step of the drawing that runs; KeyError where there is none."""
        node = self.running.drawing.nodes[step_id]
        if not isinstance(node, Step):
            raise KeyError(step_id)
        return node

    def name(self, node_id: str) -> str:
        """Return what the drawing calls a step, choice or event; its id where it has no name."""
        node = self.running.drawing.nodes.get(node_id)
        return node.name if node and node.name else node_id

    def drawn(self, node_id: str) -> str:
        """Return the id of what is drawn: a node's own, or of what it stands for."""
        return self.stands_for.get(node_id, node_id)

    def role(self, node_id: str, inside: Iterable[str] = ()) -> str:
        """Return the lane of a step or event: its own, or that of the nearest step around it.

        Args:
            node_id: The step or event; one on an edge is in the lane of its step.
            inside: The sub-processes and calls that it is done in, innermost first. A process that
                several lanes call is done by whoever calls it.
        """
        nodes = self.running.drawing.nodes
        node = nodes[node_id]
        on = (node.attached_to,) if isinstance(node, Event) and node.attached_to else ()
        lanes = (nodes[each].lane for each in (node_id, *on, *inside))
        return next((lane for lane in lanes if lane), "")

    def brought(self, node_id: str) -> frozenset[str]:
        """Return the names of what something from outside may bring to a step or event."""
        form = self.running.forms.get(node_id)
        asked = {question.name for question in form.questions} if form else set[str]()
        return brought(self.running.drawing.nodes[node_id]) | asked

    def lane_name(self, role: str) -> str:
        """Return what the drawing calls a role; the role where it has no such lane."""
        lane = self.running.drawing.lanes.get(role)
        return lane.name if lane and lane.name else role

    def form(self, step_id: str) -> Form:
        """Return the form of a step: the pathway's own, or the one that was made up.

        News that asks nothing has a form without questions.
        """
        form = self.running.forms.get(step_id)
        if form is None and waits_for_news(self.running.drawing.nodes[step_id]):
            return empty_form(step_id, title=self.name(step_id))
        return self.running.forms[step_id]


class Editions:
    """Every version that this process has needed so far. A version never changes."""

    def __init__(self) -> None:
        self._known: dict[str, Edition] = {}

    def edition(self, tx: Transaction, version_id: str) -> Edition:
        """Return the edition of a version that the store holds."""
        known = self._known.get(version_id)
        if known is None:
            known = self._known[version_id] = read_edition(versions.by_id(tx, version_id))
        return known


def read_edition(version: Version) -> Edition:
    """Derive what is needed to run a version."""
    pathway = version.pathway
    copy = executable(pathway.drawing, papers_of(pathway))
    return Edition(
        version=version,
        running=replace(
            pathway,
            drawing=copy.drawing,
            forms=MappingProxyType({**copy.forms, **pathway.forms}),
        ),
        stands_for=copy.stands_for,
        waits_for_news=any(map(_waits, copy.drawing.nodes.values())),
        specification=read_specification(copy.xml, copy.drawing.id),
        rules=PathwayRules(pathway),
    )


def _waits(node: Node) -> bool:
    condition = isinstance(node, Event) and node.trigger is Trigger.CONDITION
    return condition or waits_for_news(node)
