"""Whether the picture can be followed."""

from pathways.checks.rules.clarity import (
    against_reading,
    crossing_flows,
    flow_through_shape,
    misplaced_label,
    nameless_lane,
    one_start,
    outside_of_lane,
    overlapping_shapes,
    too_many_steps,
)
from pathways.model.rule import Rule

RULES: tuple[Rule, ...] = (
    one_start.RULE,
    nameless_lane.RULE,
    outside_of_lane.RULE,
    overlapping_shapes.RULE,
    flow_through_shape.RULE,
    crossing_flows.RULE,
    against_reading.RULE,
    misplaced_label.RULE,
    too_many_steps.RULE,
)
