"""From a drawing to what the interpreter parses."""

from dataclasses import dataclass

from pathways.executable.copy import copy
from pathways.executable.original import Original
from pathways.executable.rules import RULES
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Executable:
    """What runs, and what must be put right before it may."""

    #: BPMN without picture, prose, scripts or vendors' extensions. To be run only if it `may_run`.
    xml: bytes
    #: In the order of the file.
    findings: tuple[Finding, ...]

    @property
    def may_run(self) -> bool:
        """Whether nothing in the drawing is beyond what runs."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def executable(drawing: Drawing) -> Executable:
    """Return the executable copy of a drawing.

    The copy is built anew from what is known to run, never by taking things out of the original, so
    that nothing unknown comes through. Whatever is left out is a finding that names the element.

    Source: what SpiffWorkflow 3.2.0 refuses, ignores or drops in silence, as measured on it.
    """
    original = Original(drawing)
    found = [finding for rule in RULES for finding in rule(drawing, original)]
    once: dict[tuple[str, str | None], Finding] = {}
    for finding in found:
        once.setdefault((finding.rule, finding.element), finding)
    findings = sorted(once.values(), key=lambda finding: finding.line or 0)
    return Executable(xml=copy(drawing, original), findings=tuple(findings))
