"""The keywords of JSON Schema 2020-12 that a page can honour; every other one is a finding."""

FORM = frozenset(
    {"$comment", "$schema", "additionalProperties", "allOf", "dependentRequired", "description"}
    | {"else", "if", "properties", "required", "then", "title", "type", "ui"}
)
FORM_UI = frozenset({"shows"})
SHOWN = frozenset({"label", "expression"})

QUESTION_UI = frozenset({"only_if", "widget"})
ONLY_IF = frozenset({"answers", "question"})
OPTION = frozenset({"$comment", "const", "description", "title"})

_ANY_QUESTION = frozenset({"$comment", "description", "examples", "title", "type", "ui"})
_NUMBER = frozenset({"exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf"})
_TEXT = frozenset({"enum", "format", "maxLength", "minLength", "oneOf", "pattern"})

#: Type of an answer -> what may be said about it.
QUESTION = {
    "string": _ANY_QUESTION | _TEXT,
    "number": _ANY_QUESTION | _NUMBER,
    "integer": _ANY_QUESTION | _NUMBER,
    "boolean": _ANY_QUESTION | {"const"},
    "array": _ANY_QUESTION | {"items", "maxItems", "minItems", "uniqueItems"},
}
ITEMS = frozenset({"$comment", "enum", "oneOf", "type"})

#: What one branch of a condition can ask of an answer.
CONSTRAINT = _NUMBER | {"$comment", "const", "contains", "enum", "maxItems", "maxLength"}
CONSTRAINT |= {"minItems", "minLength", "not", "pattern", "type"}
#: What `if`, `then` and `else` can say about the answers together.
BRANCH = frozenset({"$comment", "allOf", "anyOf", "not", "properties", "required"})
CONDITION = frozenset({"$comment", "else", "if", "then"})
