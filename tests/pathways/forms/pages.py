"""Builds forms for the tests."""

import json
from typing import Any

from pathways.forms import read_form
from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.form import Form


def page(properties: dict[str, Any], *required: str, **others: object) -> dict[str, Any]:
    """Return a right form with these questions."""
    return {
        "title": "Ask for it",
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
        **others,
    }


def read(form: dict[str, Any] | str | bytes) -> Form:
    source = json.dumps(form) if isinstance(form, dict) else form
    raw = source.encode() if isinstance(source, str) else source
    return read_form(raw, step="ask_for_it", file="forms/ask_for_it.json")


def findings(form: dict[str, Any] | str | bytes) -> tuple[Finding, ...]:
    try:
        read(form)
    except PathwayInvalid as invalid:
        return invalid.findings
    return ()


def only(form: dict[str, Any] | str | bytes) -> Finding:
    (finding,) = findings(form)
    return finding


def choice(*values: str, **others: object) -> dict[str, Any]:
    return {
        "title": "Which?",
        "type": "string",
        "oneOf": [{"const": value, "title": value.title()} for value in values],
        **others,
    }


TEXT = {"title": "What matters?", "type": "string"}
DAY = {"title": "When?", "type": "string", "format": "date"}
MONEY = {"title": "How much?", "type": "number", "multipleOf": 0.01, "minimum": 0}
WHOLE = {"title": "How many?", "type": "integer", "minimum": 0, "maximum": 10}
NUMBER = {"title": "How long?", "type": "number"}
YES_NO = {"title": "Do you agree?", "type": "boolean"}
BOXES = {
    "title": "Which of them?",
    "type": "array",
    "items": {"oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]},
    "uniqueItems": True,
}
EVERY_KIND = page(
    {
        "what": TEXT,
        "story": {**TEXT, "maxLength": 2_000, "minLength": 3},
        "route": choice("agree", "conditions", "not_agree"),
        "boxes": BOXES,
        "day": DAY,
        "cost": MONEY,
        "count": WHOLE,
        "hours": NUMBER,
        "agrees": YES_NO,
        "reasons": {
            **TEXT,
            "ui": {"only_if": {"question": "route", "answers": ["not_agree"]}},
        },
    },
    "what",
    "reasons",
)
