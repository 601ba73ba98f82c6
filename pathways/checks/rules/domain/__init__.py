"""What the law and the house ask of every pathway for a personal budget."""

from pathways.checks.rules.domain import (
    clock_against_law,
    clock_never_met,
    clock_without_back_stop,
    decided_too_early,
    decision_without_family_view,
    late_review,
    loop_without_limit,
    only_refusals,
    payment_ends_without_substitute,
    payment_too_early,
    period_against_law,
    refusal_without_look_again,
    refusal_without_reasons,
    same_person_looks_again,
    unknown_clock,
    unknown_clock_element,
    unknown_means,
    waits_for_ever,
)
from pathways.model.rule import Rule

RULES: tuple[Rule, ...] = (
    refusal_without_reasons.RULE,
    refusal_without_look_again.RULE,
    decision_without_family_view.RULE,
    same_person_looks_again.RULE,
    only_refusals.RULE,
    waits_for_ever.RULE,
    loop_without_limit.RULE,
    payment_too_early.RULE,
    late_review.RULE,
    payment_ends_without_substitute.RULE,
    period_against_law.RULE,
    unknown_clock.RULE,
    unknown_clock_element.RULE,
    clock_against_law.RULE,
    clock_never_met.RULE,
    clock_without_back_stop.RULE,
    decided_too_early.RULE,
    unknown_means.RULE,
)
