"""What is drawn on what: later layers hide earlier ones."""

from dataclasses import dataclass, field

from pathways.drawing.brush import Band


@dataclass(slots=True)
class Layer:
    """The inside of a pool, of an open sub-process, or of the whole picture.

    Bands are behind everything; then come nodes in the order of the file, each with what is inside
    of it, events on edges, and lines: as BPMN editors do it.
    """

    bands: list[str] = field(default_factory=list)
    #: Of the bands.
    names: list[str] = field(default_factory=list)
    nodes: "list[str | Layer]" = field(default_factory=list)
    on_edges: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def add_band(self, band: Band) -> None:
        """Draw a band on top of those so far, and its name on top of all of them."""
        self.bands.append(band.svg)
        self.names.append(band.name)

    def inner(self) -> "Layer":
        """Return a new layer on top of the nodes so far, below those to come."""
        layer = Layer()
        self.nodes.append(layer)
        return layer

    def svg(self) -> str:
        """Return everything in the order in which it is drawn."""
        drawn: list[str] = []
        waiting: list[str | Layer] = [self]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                drawn.append(each)
            else:
                behind, before = [*each.bands, *each.names], [*reversed(each.on_edges), *each.lines]
                waiting += reversed([*behind, *each.nodes, *before])
        return "".join(drawn)
