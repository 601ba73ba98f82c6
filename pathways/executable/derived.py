"""A drawing on its way to what runs: changed by one assumption after the other, never in place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pathways.executable.papers import Papers
from pathways.model.drawing import Drawing, Flow
from pathways.model.finding import Finding, Severity
from pathways.model.form import Form
from pathways.model.node import Node
from pathways.model.rule import Complaint

_UNUSUAL = re.compile(r"[^A-Za-z0-9_]")
_LONGEST_ID = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A drawing on its way to what runs, and what was assumed so far."""

    drawing: Drawing
    #: None where the drawing stands alone, and anything may lie beside it.
    papers: Papers | None = None
    #: Step id -> the form that was made up for it.
    forms: Mapping[str, Form] = field(default_factory=lambda: MappingProxyType({}))
    #: Id of a node that was made up -> id of the node, arrow or process that it stands for.
    stands_for: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    findings: tuple[Finding, ...] = ()

    def drawn(self, element: str) -> str:
        """Return the id of what is drawn: an element's own, or of what it stands for."""
        return self.stands_for.get(element, element)

    def about_drawn(self, complaint: Complaint) -> Complaint:
        """Return a complaint about what is drawn in the place of what was made up."""
        element = complaint.element
        return complaint if element is None else replace(complaint, element=self.drawn(element))


class Revision:
    """What one assumption changes in a drawing. Nodes and flows keep the order of the file."""

    def __init__(self, derived: Derived, *, rule: str, severity: Severity) -> None:
        """Begin with nothing changed.

        Args:
            derived: The drawing as it is before.
            rule: The name under which findings are told.
            severity: How bad they are.
        """
        self.before = derived
        #: The drawing as it is before, with its index of flows.
        self.drawing = derived.drawing
        self.nodes = dict(derived.drawing.nodes)
        self.flows = dict(derived.drawing.flows)
        self.lanes = dict(derived.drawing.lanes)
        self.forms = dict(derived.forms)
        self.stands_for = dict(derived.stands_for)
        self._rule = rule
        self._severity = severity
        self._findings: list[Finding] = []
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def tell(self, complaint: Complaint) -> None:
        """Say what is assumed, and where."""
        drawn = self.before.about_drawn(complaint)
        self._findings.append(drawn.finding(self._rule, self._severity))

    def put(self, node: Node) -> None:
        """Put a node in the place of the one with its id."""
        self.nodes[node.id] = node

    def make_up(self, node: Node, *, for_: str) -> None:
        """Add a node that nobody drew, which stands for one that somebody did."""
        self.nodes[node.id] = node
        self.stands_for[node.id] = self.before.drawn(for_)

    def connect(self, source: str, target: str, *, condition: str | None = None) -> Flow:
        """Add an arrow that nobody drew."""
        flow = Flow(
            id=self.fresh_id(f"{source}_to_{target}"),
            source=source,
            target=target,
            condition=condition,
            line=self.nodes[source].line,
        )
        self.flows[flow.id] = flow
        return flow

    def redraw(self, flow: Flow, *, source: str | None = None, target: str | None = None) -> None:
        """Let an arrow lead from or to somewhere else."""
        now = self.flows[flow.id]
        self.flows[flow.id] = replace(now, source=source or now.source, target=target or now.target)

    def leave_out(self, nodes: Iterable[str]) -> None:
        """Take nodes out, with every arrow that touches one of them."""
        out = frozenset(nodes)
        for name in out:
            self.nodes.pop(name, None)
        for flow in [*self.flows.values()] if out else ():
            if flow.source in out or flow.target in out:
                del self.flows[flow.id]

    def fresh_id(self, wanted: str) -> str:
        """Return an id that nothing has yet: the wanted one, made plain, or one that begins so.

        Conditions can name it as it is.
        """
        if not self._taken:
            self._taken = _ids(self.drawing)
        plain = _UNUSUAL.sub("_", wanted)[:_LONGEST_ID]
        made = plain
        while made in self._taken:
            self._counts[plain] = self._counts.get(plain, 1) + 1
            made = f"{plain}_{self._counts[plain]}"
        self._taken.add(made)
        return made

    def derived(self) -> Derived:
        """Return the drawing as it is after; the very same one where nothing was changed."""
        before = self.before
        drawing = before.drawing
        changed = (
            self.nodes != drawing.nodes
            or self.flows != drawing.flows
            or self.lanes != drawing.lanes
        )
        if changed:
            drawing = replace(
                drawing,
                nodes=MappingProxyType(self.nodes),
                flows=MappingProxyType(self.flows),
                lanes=MappingProxyType(self.lanes),
            )
        return replace(
            before,
            drawing=drawing,
            forms=MappingProxyType(self.forms),
            stands_for=MappingProxyType(self.stands_for),
            findings=(*before.findings, *self._findings),
        )


def _ids(drawing: Drawing) -> set[str]:
    parts: tuple[Mapping[str, object], ...] = (
        drawing.processes,
        drawing.pools,
        drawing.lanes,
        drawing.nodes,
        drawing.flows,
        drawing.messages,
        drawing.artifacts,
        drawing.associations,
    )
    return {name for part in parts for name in part}
