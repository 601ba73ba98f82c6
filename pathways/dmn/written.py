"""Boxed expressions as one text, for people who read a decision without its boxes."""

from collections.abc import Callable, Mapping
from typing import Any

from pathways.model import boxed
from pathways.model.boxed import Boxed
from pathways.model.decision_table import DecisionTable

#: What stands for a table, which is shown by itself.
_TABLE = "what the table says"


def as_text(logic: Boxed) -> str:
    """Return what a decision is made of, as FEEL would write it on one line."""
    return _WRITTEN[type(logic)](logic)


def _literal(logic: boxed.Literal) -> str:
    return "null" if logic.expression is None else " ".join(logic.expression.text.split())


def _context(logic: boxed.Context) -> str:
    entries = [f"{entry.name}: {as_text(entry.logic)}" for entry in logic.entries]
    if logic.result is None:
        return f"{{{', '.join(entries)}}}"
    where = f", where {'; '.join(entries)}" if entries else ""
    return f"{as_text(logic.result)}{where}"


def _invocation(logic: boxed.Invocation) -> str:
    given = ", ".join(f"{name}: {as_text(each)}" for name, each in logic.bindings)
    return f"{logic.of.text}({given})"


def _list(logic: boxed.ListOf) -> str:
    return f"[{', '.join(as_text(item) for item in logic.items)}]"


def _relation(logic: boxed.Relation) -> str:
    rows = [
        ", ".join(
            f"{column}: {as_text(cell)}" for column, cell in zip(logic.columns, row, strict=True)
        )
        for row in logic.rows
    ]
    return f"[{', '.join(f'{{{row}}}' for row in rows)}]"


def _function(logic: boxed.Function) -> str:
    names = ", ".join(each.name for each in logic.parameters)
    return f"function({names}) {as_text(logic.body)}"


def _conditional(logic: boxed.Conditional) -> str:
    condition, then, otherwise = (
        as_text(each) for each in (logic.condition, logic.then, logic.otherwise)
    )
    return f"if {condition} then {then} else {otherwise}"


def _filter(logic: boxed.Filter) -> str:
    return f"{as_text(logic.of)}[{as_text(logic.condition)}]"


def _iteration(logic: boxed.Iteration) -> str:
    then = "return" if logic.kind == "for" else "satisfies"
    over, body = as_text(logic.over), as_text(logic.body)
    return f"{logic.kind} {logic.variable} in {over} {then} {body}"


_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    DecisionTable: lambda _: _TABLE,
    boxed.Literal: _literal,
    boxed.Context: _context,
    boxed.Invocation: _invocation,
    boxed.ListOf: _list,
    boxed.Relation: _relation,
    boxed.Function: _function,
    boxed.Conditional: _conditional,
    boxed.Filter: _filter,
    boxed.Iteration: _iteration,
}
