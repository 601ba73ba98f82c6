"""A form's own rules as a JSON Schema validator sees them: each question alone, then together."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from pathways.forms.widgets import LONGEST_TEXT
from pathways.model.form import Form, Question, Widget

_FORMATS = FormatChecker(formats=())
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDING = frozenset({"$comment", "description", "examples", "title", "ui", "oneOf"})
_TOGETHER = ("allOf", "if", "then", "else", "dependentRequired")
#: Which broken rule is told first where an answer breaks several.
_FIRST = ("type", "enum", "format", "multipleOf", "maxLength", "minLength")
#: Questions and forms whose validators are kept: making one costs more than using it.
_CACHED = 4_096


@_FORMATS.checks("date")
def is_day(value: object) -> bool:
    """Whether text is a day of the calendar as `YYYY-MM-DD`; what is not text is not looked at."""
    if not isinstance(value, str):
        return True
    if _DAY.fullmatch(value) is None:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def broken_alone(question: Question, answer: object) -> ValidationError | None:
    """Return the rule of its own question that an answer breaks, the plainest first.

    A pattern is tried only on an answer that breaks no other rule: its length is bounded then.
    """
    plain, pattern = _alone(question)
    broken: ValidationError | None = min(plain.iter_errors(answer), key=_plainest, default=None)
    return broken or next(pattern.iter_errors(answer), None)


def broken_together(form: Form, answers: Mapping[str, Any]) -> Iterator[ValidationError]:
    """Yield the rules between questions that these answers break.

    The answers must keep the bounds of text, because patterns are tried on them.
    """
    if not form.schema.keys().isdisjoint(_TOGETHER):
        yield from _together(form).iter_errors(answers)


@lru_cache(maxsize=_CACHED)
def _together(form: Form) -> Draft202012Validator:
    return _validator({key: form.schema[key] for key in _TOGETHER if key in form.schema})


@lru_cache(maxsize=_CACHED)
def _alone(question: Question) -> tuple[Draft202012Validator, Draft202012Validator]:
    """Return what checks an answer's pattern, after what checks everything else."""
    rules = _rules(question)
    pattern = {key: rules.pop(key) for key in ("pattern",) if key in rules}
    return _validator(rules), _validator(pattern)


def _rules(question: Question) -> dict[str, Any]:
    rules = {key: rule for key, rule in question.schema.items() if key not in _WORDING}
    if question.widget is Widget.CHECKBOXES:
        return {**rules, "items": _one_of(question)}
    if question.widget is Widget.RADIOS:
        return {**rules, **_one_of(question)}
    if rules.get("type") == "string":
        rules["maxLength"] = min(rules.get("maxLength", LONGEST_TEXT), LONGEST_TEXT)
    return rules


def _one_of(question: Question) -> dict[str, Any]:
    return {"type": "string", "enum": [option.value for option in question.options]}


def _plainest(error: ValidationError) -> int:
    keyword = str(error.validator)
    return _FIRST.index(keyword) if keyword in _FIRST else len(_FIRST)


def _validator(schema: Mapping[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=_FORMATS)
