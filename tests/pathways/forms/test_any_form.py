"""Whatever stands in a form's file: it is read or refused, and then any answers can be checked."""

import copy
import json
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.forms import check, typed
from tests.pathways.forms.pages import EVERY_KIND, findings, read

WHOLE: dict[str, Any] = {
    **EVERY_KIND,
    "allOf": [
        {
            "if": {"properties": {"route": {"const": "agree"}}, "required": ["route"]},
            "then": {"required": ["day"], "properties": {"story": {"pattern": "^[a-z]+$"}}},
            "else": {"properties": {"boxes": {"contains": {"const": "a"}}}},
        }
    ],
    "dependentRequired": {"cost": ["count"]},
    "ui": {"shows": [{"label": "L", "expression": "a.b"}]},
}

WORDS = st.sampled_from(
    ["string", "number", "boolean", "array", "object", "date", "money", "radios", "route", "what",
     "agree", "^(a+)+$", "[0-9]{2}", "", "#/properties/what"]
)  # fmt: skip
KEYS = st.sampled_from(
    ["type", "title", "oneOf", "enum", "const", "ui", "widget", "only_if", "question", "answers",
     "minLength", "maxLength", "pattern", "format", "items", "$ref", "required", "multipleOf",
     "if", "then", "not", "default", "minimum"]
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 5) | st.floats(0, 2) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


def paths(value: object, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [here, *(path for key, each in inner for path in paths(each, (*here, key)))]


def replaced(value: object, path: tuple[Any, ...], new: object) -> object:
    if not path:
        return new
    changed = copy.copy(cast("dict[Any, Any]", value))
    changed[path[0]] = replaced(changed[path[0]], path[1:], new)
    return changed


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(paths(WHOLE)), JSON, st.dictionaries(KEYS | WORDS, JSON))
def test_a_form_with_anything_anywhere_is_read_or_refused(
    path: tuple[Any, ...], new: object, answers: dict[str, Any]
) -> None:
    source = json.dumps(replaced(WHOLE, path, new)).encode()
    found = findings(source)
    if found:
        assert all(finding.file == "forms/ask_for_it.json" for finding in found)
        return

    form = read(source)
    if not check(form, answers):
        assert set(typed(form, answers)) == {question.name for question in form.questions}


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    assert findings(source) or read(source).title
