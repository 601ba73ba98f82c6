"""What must not run: one subject a module, one finding for each element that is in the way."""

from collections.abc import Callable, Iterator

from pathways.executable.original import Original
from pathways.executable.rules.calls import calls
from pathways.executable.rules.data import data
from pathways.executable.rules.events import events
from pathways.executable.rules.names import names
from pathways.executable.rules.reach import reach
from pathways.executable.rules.steps import steps
from pathways.executable.rules.ways import ways
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding

Rule = Callable[[Drawing, Original], Iterator[Finding]]

RULES: tuple[Rule, ...] = (steps, events, ways, reach, names, calls, data)
