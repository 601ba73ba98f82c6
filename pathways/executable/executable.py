"""From a drawing to what the interpreter parses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pathways.executable.assumptions import ASSUMPTIONS
from pathways.executable.copy import copy
from pathways.executable.derived import Derived
from pathways.executable.finishing import finished
from pathways.executable.papers import Papers
from pathways.executable.refusals import REFUSALS
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding
from pathways.model.form import Form
from pathways.model.rule import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Executable:
    """What runs, what was assumed, and what must be put right before it may run."""

    #: BPMN without picture, prose, scripts or vendors' extensions. To be run only if it `may_run`.
    xml: bytes
    #: The drawing that the XML is written from: derived from the drawn one, which stays as it is.
    drawing: Drawing
    #: Step id -> the form that was made up for it; all other steps have their own.
    forms: Mapping[str, Form]
    #: Id of a made-up node -> id of what is drawn there.
    stands_for: Mapping[str, str]
    #: What was assumed and what cannot run, in the order of the file.
    findings: tuple[Finding, ...]

    @property
    def may_run(self) -> bool:
        """Whether nothing in the drawing is beyond what runs."""
        return not any(finding.stops for finding in self.findings)

    def drawn(self, element: str) -> str:
        """Return the id of what is drawn: an element's own, or of what it stands for."""
        return self.stands_for.get(element, element)


def executable(drawing: Drawing, papers: Papers | None = None) -> Executable:
    """Return the executable copy of a drawing.

    What the drawing leaves open is assumed, one assumption after the other, on a drawing derived
    from it; what no assumption mends is refused. Both are findings that name the element. The copy
    is written anew from what is known to run, so that nothing unknown comes through. The same
    drawing gives the same ids in every release: cases that are on their way know them.

    Args:
        drawing: What is drawn.
        papers: What lies beside the drawing in its pathway; None where it stands alone. Then
            conditions may name any answer of a step, and tables are there where steps name them.

    Source: what SpiffWorkflow 3.2.0 refuses, ignores or drops in silence, as measured on it.
    """
    derived = Derived(drawing=drawing, papers=papers)
    for assumption in ASSUMPTIONS:
        derived = assumption.applied(derived)
    derived = finished(derived)
    subject = Subject(drawing=derived.drawing)
    refused = (
        derived.about_drawn(complaint).finding(rule.name, rule.severity)
        for rule in REFUSALS
        for complaint in rule.look(subject)
    )
    return Executable(
        xml=copy(derived.drawing),
        drawing=derived.drawing,
        forms=derived.forms,
        stands_for=derived.stands_for,
        findings=_in_order((*derived.findings, *refused)),
    )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return each finding once, in the order of the file."""
    once: dict[tuple[str, str | None], Finding] = {}
    for finding in findings:
        once.setdefault((finding.rule, finding.element), finding)
    return tuple(sorted(once.values(), key=lambda finding: finding.line or 0))
