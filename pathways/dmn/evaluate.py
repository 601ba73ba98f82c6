"""A table decides: which rules fit, what its hit policy makes of them, and because of what."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from pathways.dmn.aggregates import aggregate, same
from pathways.dmn.errors import NoRuleMatched, RulesOverlap
from pathways.feel import Value, parse_template
from pathways.model.decision import Decision, HitPolicy, Outcome, Rule

_Conclusions = dict[str, Value]


def decide(decision: Decision, scope: Mapping[str, object], *, now: datetime) -> Outcome:
    """Return what a table answers, which rules fired, and because of what.

    Every hit policy is enforced: UNIQUE and ANY never pick one of several disagreeing rules.
    COLLECT answers with a list per output (empty where nothing fits), or with the aggregate.

    Args:
        decision: The table.
        scope: Step -> question or output -> value, and the facts of the case; see
            `pathways.feel.Expression.evaluate`.
        now: Aware, UTC; what `now()` and `today()` mean in a cell.

    Raises:
        NoRuleMatched: If no rule fits (except COLLECT), or an input has a value outside its
            allowed values. A missing answer is such a value unless `null` is allowed.
        RulesOverlap: If rules fit together that must not (UNIQUE), or disagree (ANY).
        pathways.feel.Refused: If an expression in the table goes over its budget.

    Source: DMN 1.5, 8.2.10 (hit policies) and 8.3.4 (inputs and their allowed values).
    """
    inputs = _inputs(decision, scope, now)
    rules = _matching(decision, tuple(inputs.values()), scope, now)
    if not rules and decision.hit_policy is not HitPolicy.COLLECT:
        raise NoRuleMatched(decision, inputs)
    if len(rules) > 1 and decision.hit_policy is HitPolicy.UNIQUE:
        raise RulesOverlap(decision, rules)
    conclusions = [_conclude(decision, rule, scope, now) for rule in rules]
    if decision.hit_policy is HitPolicy.ANY:
        _agree(decision, rules, conclusions)
    return Outcome(
        decision=decision.id,
        outputs=MappingProxyType(_outputs(decision, conclusions)),
        inputs=MappingProxyType(inputs),
        rules=tuple(rule.id for rule in rules),
        because=tuple(
            _because(rule.because, concluded, scope, now)
            for rule, concluded in zip(rules, conclusions, strict=True)
        ),
    )


def _inputs(decision: Decision, scope: Mapping[str, object], now: datetime) -> _Conclusions:
    values = {each.label: each.expression.evaluate(scope, now=now) for each in decision.inputs}
    for each in decision.inputs:
        if each.allowed is None or each.allowed.any:
            continue
        value = values[each.label]
        # A list of answers (checkboxes) is allowed where each of them is.
        answers = value if isinstance(value, tuple) else (value,)
        if not all(each.allowed.test(answer, scope, now=now) for answer in answers):
            raise NoRuleMatched(decision, values, refused=each)
    return values


def _matching(
    decision: Decision, values: tuple[Value, ...], scope: Mapping[str, object], now: datetime
) -> tuple[Rule, ...]:
    fitting: list[Rule] = []
    for rule in decision.rules:
        if all(
            condition.any or condition.test(value, scope, now=now)
            for condition, value in zip(rule.conditions, values, strict=True)
        ):
            fitting.append(rule)
            if decision.hit_policy is HitPolicy.FIRST:
                break
    return tuple(fitting)


def _conclude(
    decision: Decision, rule: Rule, scope: Mapping[str, object], now: datetime
) -> _Conclusions:
    return {
        output.name: conclusion.evaluate(scope, now=now)
        for output, conclusion in zip(decision.outputs, rule.conclusions, strict=True)
    }


def _agree(decision: Decision, rules: tuple[Rule, ...], conclusions: list[_Conclusions]) -> None:
    first = conclusions[0]
    for other in conclusions[1:]:
        if not all(same(value, other[name]) for name, value in first.items()):
            raise RulesOverlap(decision, rules)


def _outputs(decision: Decision, conclusions: list[_Conclusions]) -> _Conclusions:
    if decision.hit_policy is not HitPolicy.COLLECT:
        return conclusions[0]
    collected: _Conclusions = {}
    for output in decision.outputs:
        values = tuple(concluded[output.name] for concluded in conclusions)
        collected[output.name] = (
            values if decision.aggregator is None else aggregate(decision.aggregator, values)
        )
    return collected


def _because(text: str, concluded: _Conclusions, scope: Mapping[str, object], now: datetime) -> str:
    if "{" not in text and "}" not in text:
        return text
    template = parse_template(text)
    # Only what is named: to look at everything would load the whole record of the case.
    named = {path[0] for path in template.names}
    read = {name: scope[name] for name in named if name in scope}
    return template.fill({**read, **concluded}, now=now)
