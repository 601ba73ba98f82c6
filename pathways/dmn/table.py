"""A table decides: which rules fit, what its hit policy makes of them, and because of what."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from weakref import WeakKeyDictionary

from pathways.dmn.aggregates import aggregate, same
from pathways.dmn.asking import Asking
from pathways.dmn.errors import NoRuleMatched, RulesOverlap, Undecided
from pathways.dmn.index import ColumnIndex, column_index
from pathways.feel import Expression, Value, parse_template
from pathways.model.decision import Outcome
from pathways.model.decision_table import DecisionTable, HitPolicy, Input, Rule

_Conclusions = dict[str, Value]
_Scope = Mapping[str, object]

_indexes: WeakKeyDictionary[DecisionTable, tuple[ColumnIndex, ...]] = WeakKeyDictionary()


def index(table: DecisionTable) -> tuple[ColumnIndex, ...]:
    """Return the index of each input column; made once for each table."""
    made = _indexes.get(table)
    if made is None:
        columns = zip(*(rule.conditions for rule in table.rules), strict=True)
        made = _indexes[table] = tuple(column_index(cells) for cells in columns)
    return made


def ask_table(asking: Asking, table: DecisionTable, scope: _Scope) -> Outcome:
    """Return what a table answers, which rules fired, and because of what.

    Every hit policy is enforced. Where none of its rules fits the answer is the default of its
    columns; COLLECT answers with no items, any other hit policy with null, and reports it. So it is
    where rules are at odds, or an input is outside of its allowed values.

    Source: DMN 1.5, 8.2.8 to 8.2.11 (default outputs, hit policies) and 8.3.2 (inputs).
    """
    asking.meter.charge(1 + len(table.rules) // 50)
    inputs, problem = _inputs(asking, table, scope)
    rules = () if problem else _fitting(asking, table, tuple(inputs.values()), scope)
    if not problem and len(rules) > 1 and table.hit_policy is HitPolicy.UNIQUE:
        problem = RulesOverlap(table, rules)
    collects = table.hit_policy is HitPolicy.COLLECT
    if not problem and not rules and table.otherwise is None and not collects:
        problem = NoRuleMatched(table, inputs)
    if problem:
        return _nothing(asking, table, inputs, problem)
    fired = [(rule, _concluded(asking, table, rule.conclusions, scope)) for rule in rules]
    if table.hit_policy is HitPolicy.ANY and _disagree(fired):
        return _nothing(asking, table, inputs, RulesOverlap(table, rules))
    if not fired and table.otherwise is not None:
        return _default(asking, table, scope, inputs)
    counted = _counted(table, fired)
    values = [concluded for _, concluded in counted]
    return Outcome(
        decision=table.id,
        name=table.name,
        answer=_answer(table, values),
        outputs=MappingProxyType(_outputs(table, values)),
        inputs=MappingProxyType(inputs),
        rules=tuple([rule.id for rule, _ in counted]),
        because=tuple(
            [
                filled(asking, Reason(rule.because, table.names), scope, values)
                for rule, values in counted
            ]
        ),
    )


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was answered, as written, with the names of several words in it."""

    text: str
    names: frozenset[str]


def filled(asking: Asking, reason: Reason, scope: _Scope, concluded: Mapping[str, Value]) -> str:
    """Return a reason with its places filled from the scope and from what was concluded."""
    text = reason.text
    if "{" not in text and "}" not in text:
        return text
    template = parse_template(text, reason.names)
    # Only what is named: to look at everything would load the whole record of the case.
    named = {path[0] for path in template.names}
    read = {name: scope[name] for name in named if name in scope}
    return template.fill({**read, **concluded}, now=asking.now)


def _inputs(
    asking: Asking, table: DecisionTable, scope: _Scope
) -> tuple[_Conclusions, Undecided | None]:
    values: _Conclusions = {}
    for each in table.inputs:
        value = asking.value(each.expression, scope)
        values[each.label] = asking.typed(value, each.type, table.id, each.label)
    for each in table.inputs:
        if _is_allowed(asking, each, values[each.label], scope):
            continue
        problem = NoRuleMatched(table, dict(values), refused=each)
        if not each.allowed_by_type:
            return values, problem
        asking.report(problem)
        values[each.label] = None
    return values, None


def _is_allowed(asking: Asking, column: Input, value: Value, scope: _Scope) -> bool:
    """Whether a column allows a value; a list of answers (checkboxes) where each of them is."""
    allowed = column.allowed
    if allowed is None or allowed.any:
        return True
    answers = value if isinstance(value, tuple) else (value,)
    return all(asking.passes(allowed, answer, scope) for answer in answers)


def _fitting(
    asking: Asking, table: DecisionTable, values: tuple[Value, ...], scope: _Scope
) -> tuple[Rule, ...]:
    rows = (1 << len(table.rules)) - 1
    to_try: list[tuple[ColumnIndex, Value, int]] = []
    for column, value in zip(index(table), values, strict=True):
        certain, unknown = column.rows(value)
        rows &= certain | unknown
        if unknown & ~certain:
            to_try.append((column, value, unknown & ~certain))
        if not rows:
            return ()
    for column, value, unknown in to_try:
        rows = _tried(asking, column, value, rows, unknown, scope)
    first_alone = table.hit_policy is HitPolicy.FIRST
    return tuple([table.rules[row] for row in _bits(rows & -rows if first_alone else rows)])


def _tried(
    asking: Asking,
    column: ColumnIndex,
    value: Value,
    rows: int,
    unknown: int,
    scope: _Scope,
) -> int:
    for row in _bits(rows & unknown):
        asking.meter.charge(1)
        if not asking.passes(column.cells[row], value, scope):
            rows &= ~(1 << row)
    return rows


def _bits(rows: int) -> list[int]:
    found: list[int] = []
    while rows:
        lowest = rows & -rows
        found.append(lowest.bit_length() - 1)
        rows ^= lowest
    return found


def _concluded(
    asking: Asking,
    table: DecisionTable,
    conclusions: tuple[Expression | None, ...],
    scope: _Scope,
) -> _Conclusions:
    made: _Conclusions = {}
    for output, conclusion in zip(table.outputs, conclusions, strict=True):
        value = asking.value(conclusion, scope)
        made[output.name] = asking.typed(value, output.type, table.id, output.label)
    return made


def _disagree(fired: list[tuple[Rule, _Conclusions]]) -> bool:
    return any(
        not all(same(value, other[name]) for name, value in fired[0][1].items())
        for _, other in fired[1:]
    )


def _counted(
    table: DecisionTable, fired: list[tuple[Rule, _Conclusions]]
) -> list[tuple[Rule, _Conclusions]]:
    """Return the rules that count, in the order in which they do."""
    if table.hit_policy.ranks:
        fired = sorted(fired, key=lambda each: _rank(table, each[1]))
    if table.hit_policy is HitPolicy.PRIORITY:
        return fired[:1]
    return fired


def _rank(table: DecisionTable, concluded: _Conclusions) -> tuple[int, ...]:
    return tuple(
        _place(concluded[output.name], output.ranking) for output in table.outputs if output.ranking
    )


def _place(value: Value, ranking: tuple[Value, ...]) -> int:
    return next((at for at, each in enumerate(ranking) if same(value, each)), len(ranking))


def _answer(table: DecisionTable, values: list[_Conclusions]) -> Value:
    """Return the value that DMN says the table has."""
    one = table.outputs[0].name if len(table.outputs) == 1 else None
    if table.hit_policy.lists:
        listed = tuple([each if one is None else each[one] for each in values])
        return listed if table.aggregator is None else aggregate(table.aggregator, listed)
    return values[0] if one is None else values[0][one]


def _outputs(table: DecisionTable, values: list[_Conclusions]) -> _Conclusions:
    """Return what steps and letters read: each output by its name."""
    if not table.hit_policy.lists:
        return values[0]
    if table.aggregator is not None:
        return {table.outputs[0].name: _answer(table, values)}
    return {each.name: tuple([one[each.name] for one in values]) for each in table.outputs}


def _default(asking: Asking, table: DecisionTable, scope: _Scope, inputs: _Conclusions) -> Outcome:
    otherwise = table.otherwise
    assert otherwise is not None
    concluded = _concluded(asking, table, otherwise.conclusions, scope)
    only = concluded[table.outputs[0].name] if len(table.outputs) == 1 else concluded
    why = Reason(otherwise.because, table.names)
    return Outcome(
        decision=table.id,
        name=table.name,
        answer=only,
        outputs=MappingProxyType(concluded),
        inputs=MappingProxyType(inputs),
        rules=(),
        because=(filled(asking, why, scope, concluded),) * bool(otherwise.because),
    )


def _nothing(
    asking: Asking, table: DecisionTable, inputs: _Conclusions, problem: Undecided
) -> Outcome:
    asking.report(problem)
    return Outcome(
        decision=table.id,
        name=table.name,
        answer=None,
        outputs=MappingProxyType({each.name: None for each in table.outputs}),
        inputs=MappingProxyType(inputs),
        rules=(),
        because=(),
    )
