"""What a drawing leaves open, and how it runs anyway: one assumption a module."""

from pathways.executable.assumption import Assumption
from pathways.executable.assumptions import (
    again_asked,
    arrival_asked,
    arrow_between_sides,
    arrow_into_edge,
    arrow_into_start,
    arrow_out_of_end,
    automatic_step,
    call_of_nothing,
    condition_not_read,
    data_beside,
    drawn_twice,
    edge_event_never,
    empty_sub_process,
    ends_it_all,
    first_event_asked,
    hidden_script,
    how_many_asked,
    implicit_split,
    left_out,
    link_jump,
    nobody_hears,
    nobody_named,
    none_is_true,
    other_side,
    otherwise,
    outcome_asked,
    started_by_event,
    step_without_form,
    timer_once,
    timer_text,
    timer_without_time,
    undrawn_end,
    undrawn_start,
    unknown_table,
    until_not_read,
    unwritten_letter,
    vendors_instructions,
    which_way,
)

#: In the order in which they are made: each looks at the drawing that the ones before it derived.
ASSUMPTIONS: tuple[Assumption, ...] = (
    # What is in the file and nothing on the way.
    data_beside.ASSUMPTION,
    hidden_script.ASSUMPTION,
    vendors_instructions.ASSUMPTION,
    # One side, with arrows that lead from somewhere to somewhere.
    arrow_between_sides.ASSUMPTION,
    other_side.ASSUMPTION,
    link_jump.ASSUMPTION,
    arrow_out_of_end.ASSUMPTION,
    arrow_into_start.ASSUMPTION,
    arrow_into_edge.ASSUMPTION,
    drawn_twice.ASSUMPTION,
    # Steps that somebody can do.
    empty_sub_process.ASSUMPTION,
    call_of_nothing.ASSUMPTION,
    automatic_step.ASSUMPTION,
    unknown_table.ASSUMPTION,
    unwritten_letter.ASSUMPTION,
    outcome_asked.ASSUMPTION,
    # From a start to whatever it leads to.
    started_by_event.ASSUMPTION,
    undrawn_start.ASSUMPTION,
    left_out.ASSUMPTION,
    # Events that happen.
    timer_text.ASSUMPTION,
    timer_once.ASSUMPTION,
    edge_event_never.ASSUMPTION,
    first_event_asked.ASSUMPTION,
    timer_without_time.ASSUMPTION,
    arrival_asked.ASSUMPTION,
    nobody_hears.ASSUMPTION,
    ends_it_all.ASSUMPTION,
    # Steps that are done more than once.
    until_not_read.ASSUMPTION,
    how_many_asked.ASSUMPTION,
    again_asked.ASSUMPTION,
    # Ways that are taken.
    implicit_split.ASSUMPTION,
    condition_not_read.ASSUMPTION,
    otherwise.ASSUMPTION,
    which_way.ASSUMPTION,
    none_is_true.ASSUMPTION,
    undrawn_end.ASSUMPTION,
    # Somebody for each step, and something that they are asked.
    nobody_named.ASSUMPTION,
    step_without_form.ASSUMPTION,
)

__all__ = ["ASSUMPTIONS"]
