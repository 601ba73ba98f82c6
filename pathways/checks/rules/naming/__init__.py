"""Whether names say what happens."""

from pathways.checks.rules.naming import (
    all_capitals,
    choice_question,
    event_name,
    long_name,
    no_name,
    same_answer,
    same_name,
    step_name,
    tool_made_id,
    way_without_answer,
)
from pathways.model.rule import Rule

RULES: tuple[Rule, ...] = (
    no_name.RULE,
    step_name.RULE,
    choice_question.RULE,
    way_without_answer.RULE,
    same_answer.RULE,
    event_name.RULE,
    long_name.RULE,
    all_capitals.RULE,
    tool_made_id.RULE,
    same_name.RULE,
)
