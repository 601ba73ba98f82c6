"""A form with a question of every kind, and questions that depend on others."""

import json
from typing import Any

from pathways.forms import read_form
from pathways.model.form import Form

_PLACES = [
    {"const": "home", "title": "At home"},
    {"const": "school", "title": "At school", "description": "In lessons or breaks"},
    {"const": "both", "title": "In both places"},
]

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "title": "Ask for it",
    "description": "Tell us once.",
    "additionalProperties": False,
    "required": ["what", "words", "place", "price"],
    "properties": {
        "what": {"type": "string", "title": "What is it?", "ui": {"widget": "text"}},
        "words": {
            "type": "string",
            "title": "What matters?",
            "description": "In your own words.",
            "maxLength": 2000,
            "ui": {"widget": "textarea"},
        },
        "place": {"type": "string", "title": "Where?", "oneOf": _PLACES},
        "why_home": {
            "type": "string",
            "title": "Why at home?",
            "maxLength": 500,
            "ui": {"widget": "textarea", "only_if": {"question": "place", "answers": ["home"]}},
        },
        "teacher": {
            "type": "string",
            "title": "Which teacher knows?",
            "ui": {"only_if": {"question": "place", "answers": ["school", "both"]}},
        },
        "days": {
            "type": "array",
            "title": "On which days?",
            "uniqueItems": True,
            "items": {
                "type": "string",
                "oneOf": [
                    {"const": "monday", "title": "Monday"},
                    {"const": "friday", "title": "Friday"},
                ],
            },
        },
        "from_when": {"type": "string", "format": "date", "title": "From when?"},
        "price": {
            "type": "number",
            "multipleOf": 0.01,
            "minimum": 0,
            "title": "What does it cost?",
            "ui": {"widget": "money"},
        },
        "lessons": {"type": "integer", "title": "How many lessons?", "minimum": 1},
        "tried": {"type": "boolean", "title": "Have you tried it?"},
        "helped": {
            "type": "boolean",
            "title": "Did it help?",
            "ui": {"only_if": {"question": "tried", "answers": [True]}},
        },
    },
}


def form() -> Form:
    return read_form(json.dumps(SCHEMA).encode(), step="ask_for_it", file="forms/ask_for_it.json")
