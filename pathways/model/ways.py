"""Where a token can go: a drawing as a graph, to be walked."""

from pathways.model.drawing import Drawing
from pathways.model.graph import Graph


def ways_on(drawing: Drawing) -> Graph:
    """Return node id -> the nodes that can come next, in the order of the file.

    An event on the edge of a step comes next to that step. Ways do not lead into a sub-process or
    out of it: its steps are a graph of their own.
    """
    return {
        node: tuple(flow.target for flow in drawing.outgoing(node))
        + tuple(event.id for event in drawing.boundaries(node))
        for node in drawing.nodes
    }
