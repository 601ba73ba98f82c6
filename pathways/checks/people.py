"""Who a lane is: the family, or somebody else."""

import re

from pathways.model.drawing import Drawing
from pathways.model.node import Node

_FAMILY = re.compile(
    r"\b(?:famil(?:y|ies)|parents?|carers?|child(?:ren)?|young (?:person|people)|pupils?"
    r"|students?)\b"
)


def is_family(name: str) -> bool:
    """Whether a lane or a pool of this name, or of this id, is the family's."""
    return bool(_FAMILY.search(name.lower().replace("_", " ")))


def family_lanes(drawing: Drawing) -> frozenset[str]:
    """Return the ids of the family's lanes, with the lanes inside of them."""
    found: set[str] = set()
    for lane in drawing.lanes.values():
        path = [lane.id]
        above = lane.inside
        while above is not None and above in drawing.lanes and above not in path:
            path.append(above)
            above = drawing.lanes[above].inside
        if any(is_family(drawing.lanes[each].name) or is_family(each) for each in path):
            found.add(lane.id)
    return frozenset(found)


class Families:
    """Which nodes of a drawing are the family's to do."""

    def __init__(self, drawing: Drawing) -> None:
        self.lanes = family_lanes(drawing)
        self._processes = frozenset(
            pool.process for pool in drawing.pools.values() if pool.process and is_family(pool.name)
        )
        self._laned = frozenset(lane.process for lane in drawing.lanes.values())

    def __bool__(self) -> bool:
        """Whether a family takes part at all."""
        return bool(self.lanes or self._processes)

    def does(self, node: Node) -> bool:
        """Whether the node stands in the family's lane, or in the family's pool without lanes."""
        if node.lane is not None:
            return node.lane in self.lanes
        return node.process in self._processes and node.process not in self._laned
