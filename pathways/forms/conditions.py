"""What a form asks only sometimes: `only_if` of a question; `if`, `then`, `else` of the form."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pathways.forms import keywords
from pathways.forms.notes import Notes
from pathways.forms.questions import note_bounds
from pathways.model.form import OnlyIf, Question, Widget

_CHOOSING = (Widget.RADIOS, Widget.CHECKBOXES, Widget.YES_NO)


def read_only_ifs(questions: Iterable[Question], notes: Notes) -> tuple[Question, ...]:
    """Return the questions with their conditions; each may look only at those before it."""
    before: dict[str, Question] = {}
    read = []
    for question in questions:
        drawn = question.schema.get("ui", {}).get("only_if")
        condition = None if drawn is None else _only_if(drawn, before, notes, question.name)
        read.append(replace(question, only_if=condition))
        before[question.name] = question
    return tuple(read)


def note_conditions(schema: Mapping[str, Any], names: Iterable[str], notes: Notes) -> None:
    """Note what a form's conditions say that a page cannot honour."""
    known = set(names)
    for condition in [schema, *schema.get("allOf", [])]:
        if not isinstance(condition, dict):
            notes.add("bad_condition", "each part of “allOf” must be an “if” with a “then”.")
            continue
        if condition is not schema:
            notes.unknown(condition, keywords.CONDITION, where="in “allOf”")
        if ("if" in condition) != ("then" in condition or "else" in condition):
            notes.add("bad_condition", "an “if” needs a “then”, and a “then” an “if”. Write both.")
        for part in ("if", "then", "else"):
            if part in condition:
                _note_branch(condition[part], part, known, notes)
    for name, needed in schema.get("dependentRequired", {}).items():
        _note_names([name, *needed], known, notes, "dependentRequired")


def _only_if(
    drawn: object, before: Mapping[str, Question], notes: Notes, name: str
) -> OnlyIf | None:
    read: dict[str, Any] = drawn if isinstance(drawn, dict) else {}
    asked, answers = read.get("question"), read.get("answers")
    if not isinstance(asked, str) or not isinstance(answers, list) or not answers:
        message = 'write “only_if” as {"question": "…", "answers": ["…"]}.'
        notes.add("bad_only_if", message, question=name)
        return None
    notes.unknown(read, keywords.ONLY_IF, where="under “only_if”", question=name)
    if asked not in before:
        near = _near(asked, before)
        message = f"“only_if” looks at “{asked}”, which no question before it is called.{near} "
        message += "Name a question that comes earlier on the page."
        notes.add("unknown_question", message, question=name)
        return None
    _note_answers(answers, before[asked], notes, name)
    return OnlyIf(question=asked, answers=tuple(answers))


def _note_answers(answers: list[Any], asked: Question, notes: Notes, name: str) -> None:
    if asked.widget not in _CHOOSING:
        message = f"“only_if” looks at “{asked.name}”, whose answers cannot be listed. "
        message += "Let it look at a question with answers to choose from."
        notes.add("bad_only_if", message, question=name)
        return
    yes_no = asked.widget is Widget.YES_NO
    values: list[str | bool] = [True, False] if yes_no else [each.value for each in asked.options]
    for answer in answers:
        if not any(type(answer) is type(value) and answer == value for value in values):
            can_be = ", ".join(
                "true" if v is True else "false" if v is False else v for v in values
            )
            message = f"“only_if” waits for {answer!r}, which “{asked.name}” is never answered. "
            notes.add("unknown_answer", f"{message}Its answers: {can_be}.", question=name)


def _note_branch(branch: object, part: str, known: set[str], notes: Notes) -> None:
    if not isinstance(branch, dict):
        notes.add("bad_condition", f"“{part}” must be an object in braces. Write one.")
        return
    allowed = keywords.BRANCH if part == "if" else keywords.BRANCH - {"anyOf", "not"}
    notes.unknown(branch, allowed, where=f"in “{part}”")
    _note_names([*branch.get("required", []), *branch.get("properties", {})], known, notes, part)
    for name, constraint in branch.get("properties", {}).items():
        if not isinstance(constraint, dict):
            notes.add("bad_condition", f"what “{part}” asks must be in braces.", question=name)
            continue
        notes.unknown(constraint, keywords.CONSTRAINT, where=f"in “{part}”", question=name)
        note_bounds(constraint, notes, name)
    inner_parts = [*branch.get("allOf", []), *branch.get("anyOf", [])]
    for inner in [*inner_parts, *([branch["not"]] if "not" in branch else [])]:
        _note_branch(inner, part, known, notes)


def _note_names(names: Iterable[str], known: set[str], notes: Notes, where: str) -> None:
    for name in names:
        if name not in known:
            message = f"“{where}” names “{name[:60]}”, which is no question of this form."
            notes.add("unknown_question", f"{message}{_near(name, known)} Correct the name.")


def _near(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean “{near[0]}”?" if near else ""
