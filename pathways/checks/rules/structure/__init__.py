"""How a drawing hangs together, apart from whether it runs."""

from pathways.checks.rules.structure import (
    deadlock,
    fake_join,
    idle_gateway,
    joins_and_splits,
    leans_on_null,
    loop_without_person,
    loop_without_way_out,
    no_diagram,
    not_drawn,
    one_answer,
    repeated_flow,
    stands_alone,
)
from pathways.model.rule import Rule

RULES: tuple[Rule, ...] = (
    deadlock.RULE,
    fake_join.RULE,
    idle_gateway.RULE,
    joins_and_splits.RULE,
    leans_on_null.RULE,
    loop_without_person.RULE,
    loop_without_way_out.RULE,
    no_diagram.RULE,
    not_drawn.RULE,
    one_answer.RULE,
    repeated_flow.RULE,
    stands_alone.RULE,
)
