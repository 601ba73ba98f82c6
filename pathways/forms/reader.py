"""A form's file to a form, or to findings that say what to put right."""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

from pathways.forms import keywords
from pathways.forms.conditions import note_conditions, read_only_ifs
from pathways.forms.notes import Notes
from pathways.forms.questions import read_question
from pathways.forms.source import NotAForm, read_source
from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.form import Form, Question, Shown

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_MOST_QUESTIONS = 60


def read_form(source: bytes, *, step: str, file: str) -> Form:
    """Read the form of one step: JSON Schema 2020-12 with our `ui` hints.

    Whatever a page could not honour is refused, so that no rule of a form is ever skipped.

    Args:
        source: The file, byte for byte; JSON in UTF-8.
        step: Id of the step that asks.
        file: Its path inside the pathway, e.g. `"forms/ask_for_it.json"`.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    try:
        schema = read_source(source)
    except NotAForm as refused:
        finding = Finding(
            rule="not_json",
            message=str(refused),
            file=file,
            line=refused.line,
            column=refused.column,
        )
        raise PathwayInvalid((finding,)) from None
    title = schema.get("title") or step
    notes = Notes(file=file, title=str(title), text=source.decode("utf-8-sig"))
    _note_schema(schema, notes)
    if not notes.clean:
        raise notes.invalid()
    _note_frame(schema, notes)
    form = Form(
        step=step,
        title=str(title),
        introduction=schema.get("description", ""),
        shows=_shows(schema.get("ui", {}), notes),
        questions=_questions(schema, notes),
        schema=schema,
    )
    note_conditions(schema, schema.get("properties", {}), notes)
    notes.close()
    return form


def _note_schema(schema: Mapping[str, Any], notes: Notes) -> None:
    try:
        wrong = list(Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema))
    except RecursionError:
        notes.add("too_deep", "it is nested far too deep. Write a flat list of questions.")
        return
    for error in wrong:
        path = [str(part) for part in error.absolute_path]
        question = path[1] if path[:1] == ["properties"] and len(path) > 1 else None
        notes.add(
            "not_a_schema",
            f"“{'.'.join(path)}” is not JSON Schema 2020-12: {error.message[:200]}. Correct it.",
            question=question,
        )


def _note_frame(schema: Mapping[str, Any], notes: Notes) -> None:
    notes.unknown(schema, keywords.FORM, where="in a form")
    if schema.get("$schema", _DRAFT).rstrip("#") != _DRAFT:
        notes.add("other_draft", f"only JSON Schema 2020-12 is read. Write “{_DRAFT}”.")
    if schema.get("type") != "object":
        notes.add("not_an_object", 'a form needs "type": "object". Write that.')
    if schema.get("additionalProperties") is not False:
        message = 'unknown answers must be refused. Write "additionalProperties": false.'
        notes.add("open_form", message)
    if not schema.get("title", "").strip():
        notes.add("form_without_title", "it has no “title”. Write the heading of the page.")
    if len(schema.get("properties", {})) > _MOST_QUESTIONS:
        message = f"it asks more than {_MOST_QUESTIONS} questions. Make two steps of it."
        notes.add("too_many_questions", message)


def _questions(schema: Mapping[str, Any], notes: Notes) -> tuple[Question, ...]:
    properties = schema.get("properties", {})
    required = schema.get("required", [])
    for name in required:
        if name not in properties:
            message = f"“required” names “{name}”, which is no question of this form. Correct it."
            notes.add("unknown_question", message)
    read = (
        read_question(name, each, notes, required=name in required)
        for name, each in properties.items()
    )
    return read_only_ifs([question for question in read if question is not None], notes)


def _shows(ui: object, notes: Notes) -> tuple[Shown, ...]:
    read: dict[str, Any] = ui if isinstance(ui, dict) else {"shows": None}
    listed = read.get("shows", [])
    if not isinstance(listed, list):
        notes.add("bad_ui", 'write “ui” as {"shows": [{"label": "…", "expression": "…"}]}.')
        return ()
    notes.unknown(read, keywords.FORM_UI, where="under “ui”")
    return tuple(shown for each in listed if (shown := _shown(each, notes)) is not None)


def _shown(drawn: object, notes: Notes) -> Shown | None:
    if not isinstance(drawn, dict) or not all(
        isinstance(drawn.get(key), str) and drawn[key].strip() for key in keywords.SHOWN
    ):
        message = 'each of “shows” must be {"label": "…", "expression": "…"}. Write both.'
        notes.add("bad_shown", message)
        return None
    notes.unknown(drawn, keywords.SHOWN, where="under “shows”")
    return Shown(label=drawn["label"], expression=drawn["expression"])
