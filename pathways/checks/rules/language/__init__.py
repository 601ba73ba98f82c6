"""Whether people can read what is written."""

from pathways.checks.rules.language import (
    abbreviation,
    jargon,
    long_sentence,
    reading_age,
)
from pathways.model.rule import Rule

RULES: tuple[Rule, ...] = (
    reading_age.RULE,
    long_sentence.RULE,
    jargon.RULE,
    abbreviation.RULE,
)
