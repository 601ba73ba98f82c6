"""One question of a form: its wording, its kind of answer, and how it is asked."""

import re
from collections.abc import Mapping
from typing import Any

from pathways.feel import NotFeel, parse
from pathways.forms import keywords
from pathways.forms.notes import Notes
from pathways.forms.options import read_options
from pathways.forms.patterns import why_not
from pathways.forms.widgets import LONGEST_TEXT, read_widget
from pathways.model.form import Option, Question

_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
#: Pairs of bounds that must leave room for an answer.
_BOUNDS = (("minLength", "maxLength"), ("minimum", "maximum"), ("minItems", "maxItems"))


def read_question(name: str, schema: object, notes: Notes, *, required: bool) -> Question | None:
    """Return one question; what is wrong with it goes to the notes. None where little is right."""
    _note_name(name, notes)
    if not isinstance(schema, dict) or schema.get("type") not in list(keywords.QUESTION):
        message = f"it needs a “type”: one of {', '.join(keywords.QUESTION)}."
        notes.add("no_type", message, question=name)
        return None
    kind = schema["type"]
    where = f"in a question of type “{kind}”"
    notes.unknown(schema, keywords.QUESTION[kind], where=where, question=name)
    label = schema.get("title", "")
    if not label.strip():
        message = "it has no wording. Give it a “title”: the question as people read it."
        notes.add("question_without_title", message, question=name)
    if not _ui_is_right(schema, notes, name):
        return None
    return Question(
        name=name,
        label=label,
        hint=schema.get("description", ""),
        widget=read_widget(schema, notes, name),
        required=required,
        options=_options(schema, notes, name),
        schema=schema,
    )


def note_bounds(
    schema: Mapping[str, Any], notes: Notes, name: str, *, longest: int = LONGEST_TEXT
) -> None:
    """Note bounds that leave no room, and a pattern that could be made slow."""
    for least, most in _BOUNDS:
        if least in schema and most in schema and schema[least] > schema[most]:
            message = f"no answer fits: “{least}” is above “{most}”. Change one of them."
            notes.add("no_answer_fits", message, question=name)
    if "pattern" in schema:
        refused = why_not(schema["pattern"], longest=longest)
        if refused is not None:
            notes.add("unsafe_pattern", refused, question=name)


def _note_name(name: str, notes: Notes) -> None:
    wrong = _NAME.fullmatch(name) is None
    if not wrong:
        try:
            wrong = parse(f"step.{name}").names != {("step", name)}
        except NotFeel:
            wrong = True
    if wrong:
        message = (
            f"“{name[:60]}” cannot be a question's name. Use small letters, digits and _, start "
            "with a letter, and do not use a word of the expression language such as “if”."
        )
        notes.add("bad_name", message, question=name)


def _ui_is_right(schema: Mapping[str, Any], notes: Notes, name: str) -> bool:
    ui = schema.get("ui", {})
    if not isinstance(ui, dict) or not isinstance(ui.get("widget", ""), str):
        notes.add("bad_ui", 'write “ui” as {"widget": "…"}, in braces.', question=name)
        return False
    notes.unknown(ui, keywords.QUESTION_UI, where="under “ui”", question=name)
    return True


def _options(schema: Mapping[str, Any], notes: Notes, name: str) -> tuple[Option, ...]:
    longest = min(schema.get("maxLength", LONGEST_TEXT), LONGEST_TEXT)
    note_bounds(schema, notes, name, longest=longest)
    if schema["type"] == "array":
        return _items(schema.get("items"), notes, name)
    if schema["type"] == "string":
        if schema.get("format", "date") != "date":
            message = (
                f"the format “{schema['format'][:40]}” is not checked. Only “date” is: take it "
                "away, or use a “pattern”."
            )
            notes.add("unknown_format", message, question=name)
        return read_options(schema, notes, name)
    if schema.get("const", True) is not True:
        message = "“const” can only be true here: a question that must be answered with yes."
        notes.add("bad_const", message, question=name)
    return ()


def _items(items: object, notes: Notes, name: str) -> tuple[Option, ...]:
    options = read_options(items, notes, name) if isinstance(items, dict) else ()
    if isinstance(items, dict):
        notes.unknown(items, keywords.ITEMS, where="in “items”", question=name)
        if items.get("type", "string") != "string":
            message = "the answers under “items” must be of type “string”. Change the type."
            notes.add("items_not_text", message, question=name)
    if not options:
        message = "there is nothing to choose from. List the answers under “items”, “oneOf”."
        notes.add("no_options", message, question=name)
    return options
