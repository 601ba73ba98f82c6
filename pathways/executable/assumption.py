"""An assumption: one thing that a drawing leaves open, and how it runs anyway."""

from collections.abc import Callable
from dataclasses import dataclass

from pathways.executable.derived import Derived, Revision
from pathways.model.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One step from what is drawn to what runs: one module, one page of documentation."""

    #: E.g. `"which_way"`: the module's name, and its page's.
    name: str
    #: How bad it is that this has to be assumed; never an error.
    severity: Severity
    #: One plain sentence that says what is assumed.
    title: str
    #: Changes a revision, and tells for each change what is assumed and what to draw instead.
    assume: Callable[[Revision], None]

    def applied(self, derived: Derived) -> Derived:
        """Return a drawing with this assumed in it; what it was given stays as it is."""
        revision = Revision(derived, rule=self.name, severity=self.severity)
        self.assume(revision)
        return revision.derived()
