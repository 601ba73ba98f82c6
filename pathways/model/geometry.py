"""Where things are drawn: the diagram part of a BPMN file, in pixels at scale 1."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A rectangle of the picture, in pixels at scale 1."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, other: "Bounds") -> bool:
        """Whether the middle of another rectangle is in this one."""
        x, y = other.x + other.width / 2, other.y + other.height / 2
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Where a pool, a lane, a node or an artifact is drawn."""

    element: str
    bounds: Bounds
    #: Where its name is drawn, if not inside.
    label: Bounds | None = None
    #: Only for pools and lanes: whether the way runs from left to right in it.
    horizontal: bool = True
    #: Only for sub-processes: whether its inside is drawn in it; None where the file is silent.
    expanded: bool | None = None
    #: Only for exclusive gateways: whether the X is drawn.
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How a flow, a message flow or an association is drawn."""

    element: str
    #: Way points (x, y), two or more.
    points: tuple[tuple[float, float], ...]
    label: Bounds | None = None
    #: Only for message flows: `"initiating"` or `"non_initiating"` where an envelope is drawn.
    envelope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """One picture of the file: files have one, or more where sub-processes have their own."""

    #: Id of the collaboration, process or sub-process that it shows; empty where none is named.
    element: str
    name: str
    #: By element id.
    shapes: Mapping[str, Shape]
    #: By element id.
    edges: Mapping[str, Edge]
