"""What the scenarios of a pathway leave out, and what its tables leave open."""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import product

from pathways.dmn import NoRuleMatched, RulesOverlap, decide
from pathways.feel import Value
from pathways.model.decision import Decision
from pathways.model.form import Form, Question
from pathways.model.pathway import Pathway
from workflow.rehearsal import Rehearsal

NOON = datetime(2027, 1, 11, 12, tzinfo=UTC)

#: What a fact can be, where a table asks for one.
_FACTS: Mapping[tuple[str, str], tuple[Value, ...]] = {
    ("child", "over_compulsory_school_age"): (False, True),
}


def untravelled(pathway: Pathway, rehearsals: Collection[Rehearsal]) -> set[str]:
    """Return the sequence flows that no scenario takes."""
    return set(pathway.drawing.flows).difference(*(one.travelled for one in rehearsals))


def unfired(pathway: Pathway, rehearsals: Collection[Rehearsal]) -> set[tuple[str, str]]:
    """Return (decision, rule) of the rules that no scenario fires."""
    tables = [table for one in pathway.decisions.values() for table in one.tables()]
    rules = {(table.id, rule.id) for table in tables for rule in table.rules}
    return rules.difference(*(one.fired for one in rehearsals))


def holes(pathway: Pathway, decision: Decision) -> list[str]:
    """Return what goes wrong for any answers that the forms allow, however unlikely."""
    return list(_holes(pathway, decision))


def combinations(
    pathway: Pathway, decision: Decision
) -> Iterator[Mapping[str, Mapping[str, Value]]]:
    """Yield every scope that the answers a table reads can make."""
    columns = [column for table in decision.tables() for column in table.inputs]
    paths = sorted({path for column in columns for path in column.expression.names})
    for values in product(*(_values(pathway, path) for path in paths)):
        scope: dict[str, dict[str, Value]] = {}
        for (step, question), value in zip(paths, values, strict=True):
            scope.setdefault(step, {})[question] = value
        yield scope


def _holes(pathway: Pathway, decision: Decision) -> Iterator[str]:
    for scope in combinations(pathway, decision):
        if not _can_be(pathway, scope):
            continue
        try:
            outcome = decide(decision, scope, now=NOON)
        except (NoRuleMatched, RulesOverlap) as wrong:
            yield str(wrong)
        else:
            if not outcome.rules:  # where a table collects, no rule at all is no error
                yield f"no rule fits {outcome.inputs}"


def _can_be(pathway: Pathway, scope: Mapping[str, Mapping[str, Value]]) -> bool:
    """Whether a form can bring these answers together: what is not asked is not answered."""
    return all(
        _fits(pathway.forms[step], answers)
        for step, answers in scope.items()
        if step in pathway.forms
    )


def _fits(form: Form, answers: Mapping[str, Value]) -> bool:
    return all(
        (answers[name] is not None) == _asked(form.question(name), answers) for name in answers
    )


def _asked(question: Question, answers: Mapping[str, Value]) -> bool:
    condition = question.only_if
    if condition is None or condition.question not in answers:
        return question.required
    return question.required and answers[condition.question] in condition.answers


def _values(pathway: Pathway, path: tuple[str, ...]) -> tuple[Value, ...]:
    step, name = path
    if (step, name) in _FACTS:
        return _FACTS[step, name]
    question = pathway.forms[step].question(name)
    alone = question.required and question.only_if is None
    return (*_answers(question), *(() if alone else (None,)))


def _answers(question: Question) -> tuple[Value, ...]:
    if question.options:
        return tuple(option.value for option in question.options)
    if question.schema["type"] == "boolean":
        return (True, False)
    if question.schema.get("format") == "date":
        return tuple(date(2027, 1, 11) + timedelta(days=days) for days in (-400, -1, 0, 1, 400))
    raise LookupError(f"tables that ask for {question.name} are not looked through yet")
