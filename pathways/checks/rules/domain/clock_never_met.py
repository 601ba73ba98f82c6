"""What a clock must come to can be reached from where it starts."""

from collections.abc import Iterator

from pathways.checks.elements import Elements, reach
from pathways.checks.rules.domain.clocks import after, lawful, placed
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    if subject.pathway is None or not subject.pathway.clocks:
        return
    elements = Elements(subject.drawing)
    for clock, _period, law in lawful(subject):
        if not placed(clock, elements):
            continue
        if clock.target.element not in reach(elements.graph, after(clock.starts, elements)):
            yield about(
                subject.drawing.nodes[clock.target.element],
                f"{{it}} meets the clock {clock.code} (“{law.title}”), and no way leads to it "
                "from where the clock starts, so that it runs out in every case. Draw the way, or "
                "name another start or target in clocks.toml.",
            )


RULE = Rule(
    name="clock_never_met",
    severity=Severity.ERROR,
    title="A way leads from the start of a clock to its target.",
    look=_look,
)
