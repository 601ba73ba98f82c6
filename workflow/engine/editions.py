"""Versions as the engine uses them: read and parsed once per process, then shared."""

from dataclasses import dataclass

from pathways.executable import executable
from pathways.model.drawing import Step
from workflow.engine.rules import PathwayRules
from workflow.interpreter import Specification, read_specification
from workflow.model.version import Version
from workflow.store import Transaction, versions


@dataclass(frozen=True, slots=True)
class Edition:
    """A version with what is derived from it."""

    version: Version
    specification: Specification
    rules: PathwayRules

    def step(self, step_id: str) -> Step:
        """Return a step of the drawing; KeyError where there is none."""
        node = self.version.pathway.drawing.nodes[step_id]
        if not isinstance(node, Step):
            raise KeyError(step_id)
        return node

    def name(self, node_id: str) -> str:
        """Return what the drawing calls a step, choice or event; its id where it has no name."""
        node = self.version.pathway.drawing.nodes.get(node_id)
        return node.name if node and node.name else node_id


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
    drawing = version.pathway.drawing
    return Edition(
        version=version,
        specification=read_specification(executable(drawing).xml, drawing.id),
        rules=PathwayRules(version.pathway),
    )
