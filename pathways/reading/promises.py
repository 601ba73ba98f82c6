"""What the drawing must say for a version to be kept: the rules of `pathways.checks` that say so.

A version is read again as long as its cases live, so only what those need is refused here; what
else is wrong, the checks say before it is published.
"""

from collections.abc import Iterator

from pathways.checks.rules.completeness import (
    bad_time,
    no_family_words,
    no_period,
    unknown_attribute,
    unknown_different_from,
    unknown_period,
)
from pathways.checks.rules.domain import unknown_clock, unknown_clock_element
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding
from pathways.model.pathway import Pathway
from pathways.model.rule import Rule, Subject

_MUST_HOLD: tuple[Rule, ...] = (
    unknown_attribute.RULE,
    no_family_words.RULE,
    no_period.RULE,
    unknown_period.RULE,
    bad_time.RULE,
    unknown_different_from.RULE,
    unknown_clock.RULE,
    unknown_clock_element.RULE,
)


def check_promises(drawing: Drawing, pathway: Pathway | None) -> Iterator[Finding]:
    """Yield a finding for each element that lacks, or misuses, what a version cannot be without.

    Args:
        drawing: What is drawn.
        pathway: The whole, as far as it could be read; None where too much of it is missing, and
            then the codes of periods are not looked at.
    """
    for rule in _MUST_HOLD:
        for complaint in rule.look(Subject(drawing=drawing, pathway=pathway)):
            if rule.fixed or not _silenced(rule.name, complaint.element or "", drawing):
                yield complaint.finding(rule.name, rule.severity)


def _silenced(rule: str, element: str, drawing: Drawing) -> bool:
    silences = drawing.silences.get(element, ())
    return any(each.rule == rule and each.because for each in silences)
