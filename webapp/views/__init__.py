"""Pages: each view parses, asks the workflow, and answers."""

from webapp.views.about import about
from webapp.views.ask import ask
from webapp.views.cases import cases
from webapp.views.clocks import clocks
from webapp.views.corrections import corrections
from webapp.views.demo import demo
from webapp.views.pathways import pathways
from webapp.views.signing_in import signing_in
from webapp.views.start import start
from webapp.views.tasks import tasks
from webapp.views.worklist import worklist

BLUEPRINTS = (start, signing_in, worklist, cases, corrections, clocks, ask, tasks, pathways, about)
#: Pages that exist in a demonstration only.
DEMO_BLUEPRINTS = (demo,)

__all__ = ["BLUEPRINTS", "DEMO_BLUEPRINTS"]
