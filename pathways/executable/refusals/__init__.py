"""What cannot run: one rule a module; each names the element and says what to draw instead."""

from pathways.executable.refusals import (
    ad_hoc,
    all_events_gateway,
    call_of_itself,
    cancel_event,
    compensation,
    compensation_event,
    complex_gateway,
    crossing_event,
    crossing_flow,
    join_as_loop_head,
    misplaced_error,
    misplaced_terminate,
    no_end,
    no_start,
    no_way_to_an_end,
    reserved_id,
    several_starts,
    stuck_at_start,
)
from pathways.model.rule import Rule

#: Each looks at the drawing that is written as the executable copy. In the order of their names.
REFUSALS: tuple[Rule, ...] = (
    ad_hoc.RULE,
    all_events_gateway.RULE,
    call_of_itself.RULE,
    cancel_event.RULE,
    compensation.RULE,
    compensation_event.RULE,
    complex_gateway.RULE,
    crossing_event.RULE,
    crossing_flow.RULE,
    join_as_loop_head.RULE,
    misplaced_error.RULE,
    misplaced_terminate.RULE,
    no_end.RULE,
    no_start.RULE,
    no_way_to_an_end.RULE,
    reserved_id.RULE,
    several_starts.RULE,
    stuck_at_start.RULE,
)
