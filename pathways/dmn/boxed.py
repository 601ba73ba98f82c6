"""Boxed expressions answer: contexts, calls, lists, relations, functions, conditions and loops."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from pathways.dmn.asking import Asking
from pathways.dmn.scope import Scope
from pathways.dmn.table import ask_table
from pathways.feel import FunctionValue, Meter, Value
from pathways.model import boxed
from pathways.model.boxed import Boxed
from pathways.model.decision_table import DecisionTable

_Names: TypeAlias = Mapping[str, object]

#: How deep a boxed function stands in itself; see `pathways.feel.FunctionValue`.
DEPTH = 5


def answer(asking: Asking, logic: Boxed, scope: _Names) -> Value:
    """Return the value of a boxed expression; null where the standard says so.

    Raises:
        pathways.feel.Refused: If it goes beyond the budget of the question.
    """
    asking.meter.charge(1)
    return _ANSWERS[type(logic)](asking, logic, scope)


def function(asking: Asking, of: boxed.Function, scope: _Names, name: str = "") -> FunctionValue:
    """Return a boxed function as a value; `name` is what messages call it."""

    def called(meter: Meter, arguments: tuple[Value, ...]) -> Value:
        with asking.paying(meter):
            return _called(asking, of, arguments, scope, name)

    names = tuple(parameter.name for parameter in of.parameters)
    return FunctionValue(names, (None,) * len(names), called, DEPTH)


def _called(
    asking: Asking, of: boxed.Function, arguments: tuple[Value, ...], scope: _Names, name: str
) -> Value:
    own: dict[str, object] = {}
    for parameter, argument in zip(of.parameters, arguments, strict=True):
        typed = asking.typed(argument, parameter.type, name, parameter.name)
        if typed is None and argument is not None:
            return None
        own[parameter.name] = typed
    made = answer(asking, of.body, Scope(own, scope))
    return asking.typed(made, of.type, name, name or "what the function returns")


def _table(asking: Asking, logic: DecisionTable, scope: _Names) -> Value:
    outcome = ask_table(asking, logic, scope)
    asking.keep(outcome)
    return outcome.answer


def _literal(asking: Asking, logic: boxed.Literal, scope: _Names) -> Value:
    value = asking.value(logic.expression, scope)
    text = logic.expression.text if logic.expression else ""
    return asking.typed(value, logic.type, "", text)


def _context(asking: Asking, logic: boxed.Context, scope: _Names) -> Value:
    entries: dict[str, object] = {}
    inner = Scope(entries, scope)
    made: dict[str, Value] = {}
    for entry in logic.entries:
        value = answer(asking, entry.logic, inner)
        entries[entry.name] = made[entry.name] = asking.typed(value, entry.type, "", entry.name)
    return made if logic.result is None else answer(asking, logic.result, inner)


def _invocation(asking: Asking, logic: boxed.Invocation, scope: _Names) -> Value:
    called = asking.value(logic.of, scope)
    given = {name: answer(asking, each, scope) for name, each in logic.bindings}
    if not isinstance(called, FunctionValue) or given.keys() - set(called.parameters):
        return None
    return asking.call(called, tuple(given.get(name) for name in called.parameters))


def _list(asking: Asking, logic: boxed.ListOf, scope: _Names) -> Value:
    return tuple([answer(asking, item, scope) for item in logic.items])


def _relation(asking: Asking, logic: boxed.Relation, scope: _Names) -> Value:
    return tuple(
        {
            column: answer(asking, cell, scope)
            for column, cell in zip(logic.columns, row, strict=True)
        }
        for row in logic.rows
    )


def _function(asking: Asking, logic: boxed.Function, scope: _Names) -> Value:
    return function(asking, logic, scope)


def _conditional(asking: Asking, logic: boxed.Conditional, scope: _Names) -> Value:
    holds = answer(asking, logic.condition, scope) is True
    return answer(asking, logic.then if holds else logic.otherwise, scope)


def _filter(asking: Asking, logic: boxed.Filter, scope: _Names) -> Value:
    kept: list[Value] = []
    for item in _items(asking, logic.of, scope):
        own: dict[str, object] = dict(item) if isinstance(item, Mapping) else {}
        if answer(asking, logic.condition, Scope({"item": item, **own}, scope)) is True:
            kept.append(item)
    return tuple(kept)


def _iteration(asking: Asking, logic: boxed.Iteration, scope: _Names) -> Value:
    over = answer(asking, logic.over, scope)
    if over is None:
        return None
    if logic.kind == "for":
        return tuple(_turns(asking, logic, over, scope))
    stops = logic.kind == "some"
    unsure = False
    for holds in _turns(asking, logic, over, scope):
        if holds is stops:
            return stops
        unsure = unsure or not isinstance(holds, bool)
    return None if unsure else not stops


def _turns(asking: Asking, logic: boxed.Iteration, over: Value, scope: _Names) -> Iterator[Value]:
    partial_results: list[Value] = []
    for item in over if isinstance(over, tuple) else (over,):
        own: dict[str, object] = {logic.variable: item, "partial": tuple(partial_results)}
        made = answer(asking, logic.body, Scope(own, scope))
        if logic.kind == "for":
            asking.meter.charge(1 + len(partial_results) // 10)
            partial_results.append(made)
        yield made


def _items(asking: Asking, logic: Boxed, scope: _Names) -> tuple[Value, ...]:
    made = answer(asking, logic, scope)
    if isinstance(made, tuple):
        asking.meter.charge(len(made))
        return made
    return () if made is None else (made,)


_Answer: TypeAlias = Callable[[Asking, Any, _Names], Value]
_ANSWERS: Mapping[type, _Answer] = {
    DecisionTable: _table,
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
