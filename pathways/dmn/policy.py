"""What a table does when several rules fit, and what it makes of their answers."""

from dataclasses import replace

from lxml.etree import _Element as Element

from pathways.dmn.columns import Columns
from pathways.dmn.constants import constant
from pathways.dmn.names import attribute
from pathways.dmn.notes import Notes, Place
from pathways.feel import NotFeel, Refused, Value, parse
from pathways.model.decision_table import Aggregator, HitPolicy, Output, Rule


def read_hit_policy(table: Element, notes: Notes, place: Place) -> HitPolicy:
    """Return a table's hit policy; UNIQUE where it says none (DMN 1.5, 8.2.10)."""
    drawn = attribute(table, "hitPolicy") or HitPolicy.UNIQUE.value
    try:
        return HitPolicy(drawn)
    except ValueError:
        known = ", ".join(policy.value for policy in HitPolicy)
        notes.add(
            "unknown_hit_policy",
            f"the hit policy {drawn} is not run. Choose one of {known}.",
            place,
        )
        return HitPolicy.UNIQUE


def read_aggregator(
    table: Element, columns: Columns, notes: Notes, place: Place
) -> Aggregator | None:
    """Return how COLLECT makes one value of many; None where it lists them."""
    drawn = attribute(table, "aggregation")
    if not drawn:
        return None
    if attribute(table, "hitPolicy") != HitPolicy.COLLECT.value:
        message = f"{drawn} adds up nothing without the hit policy COLLECT. Take one of them away."
        notes.add("aggregation_without_collect", message, place)
    if len(columns.outputs) > 1:
        message = (
            f"COLLECT with {drawn} makes one value of one column, and the table has "
            f"{len(columns.outputs)} output columns. Make a table for each."
        )
        notes.add("aggregation_of_several_outputs", message, place)
    try:
        return Aggregator(drawn)
    except ValueError:
        known = ", ".join(each.value for each in Aggregator)
        message = f"the aggregation {drawn} is not known. Choose one of {known}."
        notes.add("unknown_aggregation", message, place)
        return None


def ranked(columns: Columns, policy: HitPolicy, notes: Notes, place: Place) -> tuple[Output, ...]:
    """Return the output columns, each with its values in order where the hit policy counts that."""
    outputs = tuple(column.output for column in columns.outputs)
    if not policy.ranks:
        return outputs
    made = tuple(replace(output, ranking=_ranking(output)) for output in outputs)
    if not any(output.ranking for output in made):
        notes.add(
            "no_order",
            f"the hit policy {policy.value} needs to know which answer counts more, and no column "
            "lists its values. Write them into the output values, what counts most first.",
            place,
        )
    return made


def _ranking(output: Output) -> tuple[Value, ...]:
    """Return the values that a column lists; those that are not written out have no place."""
    if output.allowed is None or output.allowed.any:
        return ()
    try:
        known = constant(parse(f"[{output.allowed.text}]"))
    except (NotFeel, Refused):
        return ()
    return known[0] if known is not None and isinstance(known[0], tuple) else ()


def note_what_cannot_be_added(
    aggregator: Aggregator | None, rules: tuple[Rule, ...], columns: Columns, notes: Notes
) -> None:
    """Note the answers that SUM would have to add up and cannot."""
    if aggregator is not Aggregator.SUM or len(columns.outputs) != 1:
        return
    for rule in rules:
        known = _known_value(rule)
        cell = rule.conclusions[0]
        if cell and known and (isinstance(known[0], bool | str) or known[0] is None):
            notes.add_for_cases(
                "not_a_number",
                f"“{cell.text}” cannot be added up. Write a number.",
                Place(words=f"rule {rule.number}", element=rule.id, line=rule.line),
            )


def _known_value(rule: Rule) -> tuple[Value] | None:
    try:
        return constant(rule.conclusions[0]) if rule.conclusions[0] else None
    except Refused:  # noted already, with its cell
        return None
