"""Rules that are silenced at an element, with a reason that shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pathways.checks.noted import noted
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding, Severity
from pathways.model.rule import Rule
from pathways.model.spoken import called, shortened
from pathways.model.wording import Silence

UNKNOWN = noted("silence_of_unknown_rule", "Only rules that exist are silenced.", Severity.WARNING)
UNREASONED = noted("silence_without_reason", "Whoever silences a rule says why.", Severity.WARNING)
REFUSED = noted(
    "silence_refused",
    "What cannot be read or cannot run is not silenced.",
    Severity.WARNING,
)
IDLE = noted("idle_silence", "What is silenced would otherwise be said.", Severity.WARNING)
RULES: tuple[Rule, ...] = (UNKNOWN, UNREASONED, REFUSED, IDLE)


@dataclass(slots=True)
class Silences:
    """The silences of one drawing, and which of them were needed."""

    drawing: Drawing
    rules: Mapping[str, Rule]
    _standing: dict[tuple[str, str], Silence] = field(init=False)
    _needed: set[tuple[str, str]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self._standing = {
            (element, silence.rule): silence
            for element, silences in self.drawing.silences.items()
            for silence in silences
            if self._problem(silence) is None
        }

    def silenced(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings; those that are silenced say why.

        A rule is silenced at an element, at the process of the element, or at the main process for
        the whole drawing. The nearest silence counts.
        """
        for finding in findings:
            places = self._places(finding.element) if self._standing else ()
            found = ((place, finding.rule) for place in places)
            near = next((each for each in found if each in self._standing), None)
            if near is None:
                yield finding
            else:
                self._needed.add(near)
                yield replace(finding, silenced=self._standing[near].because)

    def problems(self, file: str) -> Iterator[Finding]:
        """Yield a finding for each silence without effect; ask after everything was silenced."""
        for element, silences in self.drawing.silences.items():
            for silence in silences:
                problem = self._problem(silence) or self._idle(element, silence)
                if problem is not None:
                    yield self._finding(problem, element, silence, file)

    def _places(self, element: str | None) -> tuple[str, ...]:
        """Where a silence covers an element, the nearest place first."""
        if element is None:
            return (self.drawing.id,)
        return (element, _process_of(element, self.drawing), self.drawing.id)

    def _problem(self, silence: Silence) -> Rule | None:
        rule = self.rules.get(silence.rule)
        if rule is None:
            return UNKNOWN
        if rule.fixed:
            return REFUSED
        return None if silence.because else UNREASONED

    def _idle(self, element: str, silence: Silence) -> Rule | None:
        key = (element, silence.rule)
        needed = key in self._needed and self._standing[key] is silence
        return None if needed else IDLE

    def _finding(self, rule: Rule, element: str, silence: Silence, file: str) -> Finding:
        node = self.drawing.nodes.get(element)
        where = f"“{shortened(element)}”" if node is None else called(node)
        said = _SAID[rule.name].format(rule=shortened(silence.rule))
        return Finding(
            rule=rule.name,
            severity=rule.severity,
            message=f"At {where}, {said}",
            file=file,
            element=element,
            line=None if node is None else node.line,
        )


_SAID: Mapping[str, str] = {
    UNKNOWN.name: (
        "the rule “{rule}” is silenced, and no rule has that name. Write the name of a rule as its "
        "page has it, or take the silence away."
    ),
    UNREASONED.name: (
        "the rule “{rule}” is silenced without a reason, so it still counts. Write into “because” "
        "why it does not matter here."
    ),
    REFUSED.name: (
        "the rule “{rule}” is silenced, and what breaks it cannot be read or cannot run, so it "
        "still counts. Put right what it finds, and take the silence away."
    ),
    IDLE.name: (
        "the rule “{rule}” is silenced, and it finds nothing there that is not silenced already. "
        "Take the silence away."
    ),
}


def _process_of(element: str, drawing: Drawing) -> str:
    """Return the id of the process that an element is drawn in; the main one where none is."""
    flow = drawing.flows.get(element)
    node = drawing.nodes.get(element if flow is None else flow.source)
    if node is not None:
        return node.process
    beside = drawing.lanes.get(element) or drawing.artifacts.get(element)
    return (beside.process if beside else "") or drawing.id
