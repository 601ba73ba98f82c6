"""What every form asks on which something is put right: why, and what the family reads."""

import json
from collections.abc import Mapping
from typing import Any

from pathways.forms import read_form
from pathways.model.form import Form
from workflow.corrections.asking import LONGEST, SHORTEST

_WRITTEN = {
    "type": "string",
    "minLength": SHORTEST,
    "maxLength": LONGEST,
    "ui": {"widget": "textarea"},
}

REASON = {
    "reason": {
        "title": "Why?",
        "description": "For those who work on this case. It cannot be changed afterwards.",
        **_WRITTEN,
    }
}
TOLD = {
    "told": {
        "title": "What will the family read?",
        "description": (
            "Write to them in plain words: what happens now, and because of what. It goes into a "
            "letter and onto their page."
        ),
        **_WRITTEN,
    }
}


def day(title: str, hint: str) -> Mapping[str, Any]:
    """Return a question for a day."""
    return {"title": title, "description": hint, "type": "string", "format": "date"}


def form(title: str, questions: Mapping[str, Mapping[str, Any]]) -> Form:
    """Return a form that asks these questions, all of which have to be answered."""
    schema = {
        "title": title,
        "type": "object",
        "properties": questions,
        "required": list(questions),
        "additionalProperties": False,
    }
    return read_form(json.dumps(schema).encode(), step="correction", file="correction.json")
