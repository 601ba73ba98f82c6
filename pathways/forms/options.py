"""The answers that can be chosen, from `oneOf` or `enum`."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from pathways.forms import keywords
from pathways.forms.notes import Notes
from pathways.model.form import Option


def read_options(schema: Mapping[str, Any], notes: Notes, name: str) -> tuple[Option, ...]:
    """Return the options of a question or of the items of a list; empty where it has none."""
    if "oneOf" in schema and "enum" in schema:
        message = "“oneOf” and “enum” both list the answers. Keep “oneOf”, which has the wording."
        notes.add("options_twice", message, question=name)
    listed = schema.get("oneOf")
    if listed is None:
        options = tuple(
            _plain(value, notes, name) for value in schema.get("enum", []) if "enum" in schema
        )
    else:
        options = tuple(_worded(option, notes, name) for option in listed)
    _note_twins(options, notes, name)
    return options


def _plain(value: object, notes: Notes, name: str) -> Option:
    if not isinstance(value, str) or not value:
        notes.add("option_not_text", _NOT_TEXT.format(str(value)[:40]), question=name)
    return Option(value=str(value), label=str(value))


def _worded(option: object, notes: Notes, name: str) -> Option:
    read = option if isinstance(option, dict) else {}
    value, label, hint = (read.get(key, "") for key in ("const", "title", "description"))
    notes.unknown(read, keywords.OPTION, where="in an answer", question=name)
    if not isinstance(value, str) or not value:
        notes.add("option_not_text", _NOT_TEXT.format(str(value)[:40]), question=name)
    if not isinstance(label, str) or not label.strip():
        message = f"the answer “{value}” has no wording. Give it a “title” that people read."
        notes.add("option_without_title", message, question=name)
    return Option(value=str(value), label=str(label), hint=str(hint))


def _note_twins(options: tuple[Option, ...], notes: Notes, name: str) -> None:
    for said in ([each.value for each in options], [each.label for each in options]):
        for twin in [each for each, count in Counter(said).items() if count > 1]:
            message = f"two answers are “{twin}”. Give each its own value and wording."
            notes.add("same_option_twice", message, question=name)


_NOT_TEXT = "the answer “{}” is not text. Give each answer a “const” that is a short text."
