"""The copy of a drawing that runs: what it assumes, and what cannot run."""

from pathways.executable.assumption import Assumption
from pathways.executable.assumptions import ASSUMPTIONS
from pathways.executable.executable import Executable, executable
from pathways.executable.made_up_forms import empty_form
from pathways.executable.papers import Papers, papers_of
from pathways.executable.refusals import REFUSALS

__all__ = [
    "ASSUMPTIONS",
    "REFUSALS",
    "Assumption",
    "Executable",
    "Papers",
    "empty_form",
    "executable",
    "papers_of",
]
