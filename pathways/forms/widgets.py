"""How a question is asked on a page: as the form says, or as the kind of its answer suggests."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pathways.forms.notes import Notes
from pathways.model.form import Widget

#: A text longer than this is asked for in several lines.
ONE_LINE = 200
#: Characters in a text answer where the form sets no bound.
LONGEST_TEXT = 10_000
PENNY = Decimal("0.01")


def read_widget(schema: Mapping[str, Any], notes: Notes, name: str) -> Widget:
    """Return the widget of a question; one that does not fit its answers goes to the notes."""
    fitting = _fitting(schema)
    drawn = schema.get("ui", {}).get("widget")
    if drawn is None:
        return fitting[0]
    known = [widget.value for widget in Widget]
    if drawn not in known:
        message = f"the widget “{drawn}” is not known. Use one of: {', '.join(known)}."
        notes.add("unknown_widget", message, question=name)
        return fitting[0]
    widget = Widget(drawn)
    if widget not in fitting:
        wanted = " or ".join(f"“{each.value}”" for each in fitting)
        notes.add("unfit_widget", f"{_why_unfit(widget)} Use {wanted} here.", question=name)
    return widget


def _fitting(schema: Mapping[str, Any]) -> tuple[Widget, ...]:
    match schema.get("type"):
        case "boolean":
            return (Widget.YES_NO,)
        case "array":
            return (Widget.CHECKBOXES,)
        case "integer":
            return (Widget.NUMBER,)
        case "number":
            in_pence = schema.get("multipleOf") == PENNY
            return (Widget.MONEY, Widget.NUMBER) if in_pence else (Widget.NUMBER,)
    return _fitting_text(schema)


def _fitting_text(schema: Mapping[str, Any]) -> tuple[Widget, ...]:
    if "oneOf" in schema or "enum" in schema:
        return (Widget.RADIOS,)
    if schema.get("format") == "date":
        return (Widget.DATE,)
    long = schema.get("maxLength", 0) > ONE_LINE
    return (Widget.TEXTAREA, Widget.TEXT) if long else (Widget.TEXT, Widget.TEXTAREA)


def _why_unfit(widget: Widget) -> str:
    return {
        Widget.MONEY: (
            'The widget “money” needs "type": "number" and "multipleOf": 0.01, '
            "so that pounds and pence stay exact."
        ),
        Widget.DATE: 'The widget “date” needs "type": "string" and "format": "date".',
        Widget.RADIOS: (
            'The widget “radios” needs "type": "string" and its answers listed under “oneOf”.'
        ),
        Widget.CHECKBOXES: (
            'The widget “checkboxes” needs "type": "array" and answers under “items”, “oneOf”.'
        ),
        Widget.YES_NO: 'The widget “yes_no” needs "type": "boolean".',
    }.get(widget, f"The widget “{widget.value}” does not fit this kind of answer.")
