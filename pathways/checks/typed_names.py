"""The types of the names that expressions of a pathway read: answers by their questions, facts."""

from collections.abc import Mapping

from pathways.model.form import Widget
from pathways.model.rule import Subject

_BY_WIDGET: Mapping[Widget, str] = {
    Widget.TEXT: "string",
    Widget.TEXTAREA: "string",
    Widget.RADIOS: "string",
    Widget.CHECKBOXES: "list",
    Widget.DATE: "date",
    Widget.MONEY: "number",
    Widget.NUMBER: "number",
    Widget.YES_NO: "boolean",
}
#: Every fact of `pathways.model.facts`.
FACT_TYPES: Mapping[tuple[str, ...], str] = {
    ("child", "id"): "string",
    ("child", "siblings"): "list",
    ("child", "preferred_name"): "string",
    ("child", "born_on"): "date",
    ("child", "over_compulsory_school_age"): "boolean",
    ("case", "opened_on"): "date",
    ("case", "reference"): "string",
    ("setting", "name"): "string",
}


def typed_names(subject: Subject) -> Mapping[tuple[str, ...], str]:
    """Return path -> name of its type in FEEL; of a drawing alone nothing is known.

    Steps that are done once for each of several have a list of answers, so they are left out.
    """
    if subject.pathway is None:
        return {}
    several = {step.id for step in subject.drawing.steps() if step.several is not None}
    answers: dict[tuple[str, ...], str] = {
        (form.step, question.name): _BY_WIDGET[question.widget]
        for form in subject.pathway.forms.values()
        for question in form.questions
        if form.step not in several
    }
    return {**FACT_TYPES, **answers}
