"""Whether each step has all that people need to know."""

from pathways.checks.rules.completeness import (
    bad_time,
    no_deadline,
    no_easy_read,
    no_family_words,
    no_help,
    no_period,
    no_who,
    silent_end,
    unknown_attribute,
    unknown_different_from,
    unknown_period,
    wait_without_deadline,
)
from pathways.model.rule import Rule

RULES: tuple[Rule, ...] = (
    no_who.RULE,
    no_period.RULE,
    unknown_period.RULE,
    bad_time.RULE,
    no_deadline.RULE,
    wait_without_deadline.RULE,
    no_help.RULE,
    no_family_words.RULE,
    no_easy_read.RULE,
    silent_end.RULE,
    unknown_attribute.RULE,
    unknown_different_from.RULE,
)
