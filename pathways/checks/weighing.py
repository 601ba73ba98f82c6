"""How much a rule matters in one pathway, where its about.toml says so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pathways.checks.noted import noted
from pathways.model.finding import Finding, Severity
from pathways.model.rule import Rule
from pathways.model.spoken import shortened

#: What [checks] of about.toml says: rule -> its severity; None where the rule is off.
Weights = Mapping[str, Severity | None]

_FILE = "about.toml"
_ORDER = {severity: place for place, severity in enumerate(Severity)}

UNKNOWN = noted(
    "weight_of_unknown_rule",
    "Only rules that exist are given a weight.",
    Severity.WARNING,
)
REFUSED = noted(
    "weight_refused",
    "What cannot be read or cannot run does not matter less.",
    Severity.WARNING,
)
RULES: tuple[Rule, ...] = (UNKNOWN, REFUSED)


def rank(severity: Severity) -> int:
    """Return 0 for an error, 1 for a warning, 2 for advice."""
    return _ORDER[severity]


def weighed(
    findings: Iterable[Finding], weights: Weights, rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Yield the findings as bad as the pathway says; those whose rule is off are left out."""
    for finding in findings:
        rule = rules.get(finding.rule)
        if rule is None or rule.name not in weights or _refused(rule, weights[rule.name]):
            yield finding
            continue
        severity = weights[rule.name]
        if severity is not None:
            yield replace(finding, severity=severity)


def about_weights(weights: Weights, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Yield a finding for each weight that has no effect: of no rule, or of one that stays."""
    for name, severity in weights.items():
        rule = rules.get(name)
        if rule is None:
            message = (
                f"[checks] gives “{shortened(name)}” a weight, and no rule has that name. Write "
                "the name of a rule as its page has it, or take the line away."
            )
            yield _finding(UNKNOWN, message)
        elif _refused(rule, severity):
            message = (
                f"[checks] says that “{name}” matters less, and what breaks this rule cannot be "
                "read or cannot run. Take the line away, and put right what the rule finds."
            )
            yield _finding(REFUSED, message)


def _refused(rule: Rule, severity: Severity | None) -> bool:
    return rule.fixed and (severity is None or rank(severity) > rank(rule.severity))


def _finding(rule: Rule, message: str) -> Finding:
    return Finding(rule=rule.name, severity=rule.severity, message=message, file=_FILE)
