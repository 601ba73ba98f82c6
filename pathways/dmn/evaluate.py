"""A decision answers: what it requires first, each once and only if it is looked at."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import NoReturn

from pathways.dmn.asking import STEPS, Asking
from pathways.dmn.boxed import DEPTH, answer, function
from pathways.dmn.conformance import MISFIT, fitted
from pathways.dmn.errors import Undecided, WrongType
from pathways.dmn.scope import Later, Scope
from pathways.dmn.table import Reason, ask_table, filled
from pathways.feel import FunctionValue, Meter, Refused, Value
from pathways.feel.values import read
from pathways.model.boxed import Boxed, Literal
from pathways.model.decision import (
    Decision,
    DecisionService,
    InputData,
    KnowledgeModel,
    Outcome,
    Problem,
    Requirements,
)

_Given = Mapping[str, object]


def evaluate(decision: Decision, given: _Given, *, now: datetime) -> Outcome:
    """Return what a decision answers as the standard says, with the problems met on the way.

    What cannot be told is null: no rule fits, rules are at odds, a value is not of its type. Each
    time that happens, a problem says so.

    Args:
        decision: What is asked.
        given: Input data by name; also what expressions name without requiring it.
        now: Aware, UTC; what `now()` and `today()` mean.

    Raises:
        pathways.feel.Refused: If it goes over its budget.
        ValueError: If `given` holds a float, or `now` is naive.
    """
    problems: list[Problem] = []
    outcome = _Evaluation(Asking(given, now, lambda met: problems.append(met.problem))).root(
        decision
    )
    return replace(outcome, problems=tuple(problems)) if problems else outcome


def decide(decision: Decision, scope: _Given, *, now: datetime) -> Outcome:
    """Return what a decision answers about a person, which rules fired, and because of what.

    Nothing is null by accident: where `evaluate` would report a problem, this raises it.

    Args:
        decision: What is asked.
        scope: Step -> question or output -> value, and the facts of the case; see
            `pathways.feel.Expression.evaluate`.
        now: Aware, UTC; what `now()` and `today()` mean in a cell.

    Raises:
        NoRuleMatched: If no rule fits (except with COLLECT), or an input has a value
            outside its allowed values. A missing answer is such a value unless `null` is allowed.
        RulesOverlap: If rules fit together that must not (UNIQUE), or disagree (ANY).
        WrongType: If a value is not of the type that the file gives it.
        pathways.feel.Refused: If it goes over its budget.
        ValueError: If the scope holds a float, or `now` is naive.
    """
    return _Evaluation(Asking(scope, now, _raise)).root(decision)


def _raise(problem: Undecided) -> NoReturn:
    raise problem


class _Evaluation:
    """Answers a decision and all that it requires, each once."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        #: Decision id -> what it answered.
        self._answers: dict[str, Value] = {}
        #: Input data id -> its value.
        self._data: dict[str, Value] = {}

    def root(self, decision: Decision) -> Outcome:
        try:
            outcome = self._outcome(decision)
        except RecursionError:
            raise Refused(f"“{decision.name}” goes too deep to be decided.") from None
        except Refused as refused:
            if self._asking.meter.steps < 0:
                message = f"“{decision.name}” takes more than {STEPS:,} steps; make it shorter."
                raise Refused(message) from refused
            raise Refused(f"“{decision.name}”: {refused}") from refused
        before = self._asking.before
        return replace(outcome, before=tuple(before)) if before else outcome

    def _outcome(self, decision: Decision) -> Outcome:
        scope = self._scope(decision.requires)
        if decision.table is not None:
            return self._typed(decision, ask_table(self._asking, decision.table, scope))
        value = answer(self._asking, decision.logic, scope)
        inputs = _looked_at(self._asking, decision.logic, scope)
        outcome = _alone(decision, value, inputs)
        made = self._typed(decision, outcome)
        reason = Reason(decision.because, decision.names)
        why = filled(self._asking, reason, scope, made.outputs)
        return replace(made, because=(why,)) if why else made

    def _typed(self, decision: Decision, outcome: Outcome) -> Outcome:
        """Return an outcome whose answer is of the decision's type, or null."""
        value = outcome.answer
        made = self._asking.typed(value, decision.type, decision.id, decision.name)
        if made is value:
            return outcome
        table = decision.table
        if made is None or table is None or not table.hit_policy.lists:
            return replace(outcome, answer=made, outputs=_outputs(decision, made))
        return replace(outcome, answer=made)

    def _scope(self, requires: Requirements) -> _Given:
        own: dict[str, object] = {}
        for data in requires.data:
            own[data.name] = Later(partial(self._input, data))
        for service in requires.services:
            own[service.name] = self._service(service)
        for model in requires.knowledge:
            own[model.name] = self._knowledge(model)
        for decision in requires.decisions:
            own[decision.variable] = Later(partial(self._required, decision))
        return Scope(own, self._asking.given) if own else self._asking.given

    def _required(self, decision: Decision) -> Value:
        if decision.id not in self._answers:
            outcome = self._outcome(decision)
            self._answers[decision.id] = outcome.answer
            self._asking.keep(outcome)
        return self._answers[decision.id]

    def _input(self, data: InputData) -> Value:
        if data.id not in self._data:
            value = read(self._asking.given.get(data.name), self._asking.meter)
            self._data[data.id] = self._given(data, value)
        return self._data[data.id]

    def _given(self, data: InputData, value: Value) -> Value:
        """Return what was given as input data, as its type takes it; null where it does not."""
        asking = self._asking
        if data.type is None:
            return value
        made = fitted(value, data.type, now=asking.now, meter=asking.meter, from_text=True)
        if made is MISFIT:
            asking.report(WrongType(data.id, data.name, value, data.type))
            return None
        return made  # type: ignore[return-value] # MISFIT is the only other object

    def _knowledge(self, model: KnowledgeModel) -> FunctionValue:
        own: dict[str, object] = {}
        scope = Scope(own, self._scope(model.requires))
        made = function(self._asking, model.function, scope, model.name)
        own[model.name] = made
        return made

    def _service(self, service: DecisionService) -> FunctionValue:
        def called(meter: Meter, arguments: tuple[Value, ...]) -> Value:
            inner = _Evaluation(self._asking)
            given = dict(zip(required, arguments, strict=True))
            inner._data = {each.id: inner._given(each, given[each.id]) for each in service.data}
            inner._answers = {
                each.id: self._asking.typed(given[each.id], each.type, each.id, each.name)
                for each in service.decisions
            }
            with self._asking.paying(meter):
                made = {each.variable: inner._required(each) for each in service.outputs}
                only = made[service.outputs[0].variable] if len(made) == 1 else made
                return self._asking.typed(only, service.type, service.id, service.name)

        required = [*(one.id for one in service.data), *(one.id for one in service.decisions)]
        names = (*(one.name for one in service.data), *(one.variable for one in service.decisions))
        return FunctionValue(names, (None,) * len(names), called, DEPTH)


def _outputs(decision: Decision, value: Value) -> Mapping[str, Value]:
    if len(decision.outputs) == 1:
        return MappingProxyType({decision.outputs[0].name: value})
    entries = value if isinstance(value, Mapping) else {}
    return MappingProxyType({each.name: entries.get(each.name) for each in decision.outputs})


def _alone(decision: Decision, value: Value, inputs: Mapping[str, Value]) -> Outcome:
    return Outcome(
        decision=decision.id,
        name=decision.name,
        answer=value,
        outputs=_outputs(decision, value),
        inputs=inputs,
        rules=(),
        because=(),
    )


def _looked_at(asking: Asking, logic: Boxed, scope: _Given) -> Mapping[str, Value]:
    """Return what a decision that is no table has looked at."""
    if isinstance(logic, Literal) and logic.expression is not None:
        paths = sorted(logic.expression.names - logic.expression.item_names)
        return MappingProxyType(dict(_at(asking, path, scope) for path in paths))
    found = scope.read() if isinstance(scope, Scope) else {}
    return MappingProxyType(
        {name: value for name, value in found.items() if not isinstance(value, FunctionValue)}
    )


def _at(asking: Asking, path: tuple[str, ...], scope: _Given) -> tuple[str, Value]:
    """Return the entry that a path leads to, and its address; a day's year is of the day."""
    found, address = scope.get(path[0]), path[:1]
    for name in path[1:]:
        if not isinstance(found, Mapping):
            break
        found, address = found.get(name), (*address, name)
    return ".".join(address), read(found, asking.meter)
