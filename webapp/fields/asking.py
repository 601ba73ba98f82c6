"""Questions -> HTML fields, with GOV.UK's components.

A question that is asked only after one certain choice stands under that choice. Without script all
of them are visible, and none of what was typed is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from pathways.model.form import Form, Option, Question, Widget
from webapp.components import component, unindented
from webapp.fields.entries import DATE_PARTS, Entries

_YES_NO = (Option(value="yes", label="Yes"), Option(value="no", label="No"))
_WITH_CHOICES = {Widget.RADIOS, Widget.CHECKBOXES, Widget.YES_NO}
_WIDTHS = dict(zip(DATE_PARTS, (2, 2, 4), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What all the fields of one page need to know."""

    form: Form
    entries: Entries
    problems: Mapping[str, str]

    def entry(self, name: str) -> str:
        return next(iter(self.entries.get(name, ())), "")


def fields(form: Form, entries: Entries, problems: Mapping[str, str]) -> tuple[Markup, ...]:
    """Return the fields of a form, in its order.

    Args:
        form: What is asked.
        entries: What stands in the fields, by HTML name.
        problems: Question -> sentence that is shown at its field.
    """
    sheet = _Sheet(form=form, entries=entries, problems=problems)
    return tuple(
        _field(sheet, question)
        for question in form.questions
        if _choice_above(form, question) is None
    )


def anchor(question: Question) -> str:
    """Return the id of the first HTML field of a question, for links."""
    return f"{_id(question)}-day" if question.widget is Widget.DATE else _id(question)


def _id(question: Question) -> str:
    return f"q-{question.name}"


def _field(sheet: _Sheet, question: Question) -> Markup:
    name, specific = _WIDGETS[question.widget](sheet, question)
    params: dict[str, Any] = {"id": _id(question), "idPrefix": _id(question), "name": question.name}
    hint = _hint(sheet.form, question)
    if hint:
        params["hint"] = {"text": hint}
    if question.name in sheet.problems:
        params["errorMessage"] = {"text": sheet.problems[question.name]}
    return component(name, params | specific)


def _label(sheet: _Sheet, question: Question) -> str:
    if question.required or question.name in _required_sometimes(sheet.form.schema):
        return question.label
    return f"{question.label} (optional)"


def _text(sheet: _Sheet, question: Question) -> tuple[str, dict[str, Any]]:
    return "input", {
        "label": {"text": _label(sheet, question), "classes": "govuk-label--s"},
        "value": sheet.entry(question.name),
    }


def _textarea(sheet: _Sheet, question: Question) -> tuple[str, dict[str, Any]]:
    params = {
        "label": {"text": _label(sheet, question), "classes": "govuk-label--s"},
        "value": unindented(sheet.entry(question.name)),
    }
    longest = question.schema.get("maxLength")
    if longest is None:
        return "textarea", params
    return "character-count", params | {"maxlength": int(longest)}


def _money(sheet: _Sheet, question: Question) -> tuple[str, dict[str, Any]]:
    name, params = _text(sheet, question)
    extra = {"prefix": {"text": "£"}, "inputmode": "decimal", "spellcheck": False}
    return name, params | extra | {"classes": "govuk-input--width-10"}


def _number(sheet: _Sheet, question: Question) -> tuple[str, dict[str, Any]]:
    name, params = _text(sheet, question)
    mode = "numeric" if question.schema.get("type") == "integer" else "decimal"
    return name, params | {
        "inputmode": mode,
        "spellcheck": False,
        "classes": "govuk-input--width-5",
    }


def _date(sheet: _Sheet, question: Question) -> tuple[str, dict[str, Any]]:
    error = " govuk-input--error" if question.name in sheet.problems else ""
    items = [
        {
            "name": part,
            "classes": f"govuk-input--width-{_WIDTHS[part]}{error}",
            "value": sheet.entry(f"{question.name}-{part}"),
        }
        for part in DATE_PARTS
    ]
    return "date-input", {
        "fieldset": _fieldset(sheet, question),
        "namePrefix": question.name,
        "items": items,
    }


def _radios(sheet: _Sheet, question: Question) -> tuple[str, dict[str, Any]]:
    return "radios", _choices(sheet, question, question.options)


def _yes_no(sheet: _Sheet, question: Question) -> tuple[str, dict[str, Any]]:
    return "radios", _choices(sheet, question, _YES_NO)


def _checkboxes(sheet: _Sheet, question: Question) -> tuple[str, dict[str, Any]]:
    return "checkboxes", _choices(sheet, question, question.options)


def _choices(sheet: _Sheet, question: Question, options: tuple[Option, ...]) -> dict[str, Any]:
    chosen = sheet.entries.get(question.name, ())
    items: list[dict[str, Any]] = []
    for option in options:
        item: dict[str, Any] = {"value": option.value, "text": option.label}
        item["checked"] = option.value in chosen
        if option.hint:
            item["hint"] = {"text": option.hint}
        below = _below(sheet, question, option.value)
        if below:
            item["conditional"] = {"html": below}
        items.append(item)
    return {"fieldset": _fieldset(sheet, question), "items": items}


def _fieldset(sheet: _Sheet, question: Question) -> dict[str, Any]:
    legend = {"text": _label(sheet, question), "classes": "govuk-fieldset__legend--s"}
    return {"legend": legend}


def _below(sheet: _Sheet, parent: Question, value: str) -> Markup:
    """Return the fields that stand under one choice."""
    here = (parent.name, value)
    questions = (one for one in sheet.form.questions if _choice_above(sheet.form, one) == here)
    return Markup("\n").join(_field(sheet, question) for question in questions)


def _choice_above(form: Form, question: Question) -> tuple[str, str] | None:
    """Return the question and the choice that this one stands under; None for none."""
    condition = question.only_if
    if condition is None or len(condition.answers) != 1:
        return None
    names = [one.name for one in form.questions]
    if condition.question not in names[: names.index(question.name)]:
        return None
    if form.question(condition.question).widget not in _WITH_CHOICES:
        return None
    return condition.question, _as_choice(condition.answers[0])


def _as_choice(answer: object) -> str:
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return str(answer)


def _hint(form: Form, question: Question) -> str:
    """Return the hint; one that is asked after several choices says which."""
    condition = question.only_if
    if condition is None or _choice_above(form, question) is not None:
        return question.hint
    above = form.question(condition.question)
    labels = {option.value: option.label for option in (*above.options, *_YES_NO)}
    chosen = " or ".join(f"“{labels.get(_as_choice(one), one)}”" for one in condition.answers)
    return f"Only if you answered {chosen} to “{above.label}”. {question.hint}".strip()


def _required_sometimes(schema: Mapping[str, Any]) -> frozenset[str]:
    """Return the questions that other answers can make required (`allOf` / `if` / `then`)."""
    rules = [schema, *schema.get("allOf", ())]
    branches = [rule.get(way, {}) for rule in rules for way in ("then", "else")]
    return frozenset(name for branch in branches for name in branch.get("required", ()))


_WIDGETS: Mapping[Widget, Callable[[_Sheet, Question], tuple[str, dict[str, Any]]]] = {
    Widget.TEXT: _text,
    Widget.TEXTAREA: _textarea,
    Widget.RADIOS: _radios,
    Widget.CHECKBOXES: _checkboxes,
    Widget.DATE: _date,
    Widget.MONEY: _money,
    Widget.NUMBER: _number,
    Widget.YES_NO: _yes_no,
}
