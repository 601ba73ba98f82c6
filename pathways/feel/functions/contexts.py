"""Functions over contexts."""

from collections.abc import Mapping

from pathways.feel.frame import Frame
from pathways.feel.functions.registry import ANYTHING, CONTEXT, LIST, TEXT, form, function
from pathways.feel.values import Value

Entries = Mapping[str, Value]


def entry(_: Frame, context: Entries, key: str) -> Value:
    """Return the entry of a name; null where there is none."""
    return context.get(key)


def entry_within(frame: Frame, context: Value, keys: tuple[Value, ...]) -> Value:
    """Return the entry that a list of names leads to."""
    frame.charge(len(keys))
    for key in keys:
        if not isinstance(context, Mapping) or not isinstance(key, str):
            return None
        context = context.get(key)
    return context


def entries(frame: Frame, context: Entries) -> Value:
    """Return a list of contexts with `key` and `value`, one for each entry."""
    frame.charge(len(context))
    return tuple([{"key": key, "value": value} for key, value in context.items()])


def from_entries(frame: Frame, items: tuple[Value, ...]) -> Value:
    """Return the context of such a list; null where one has no key, or a key comes twice."""
    frame.charge(len(items))
    made: dict[str, Value] = {}
    for item in items:
        key = item.get("key") if isinstance(item, Mapping) and "value" in item else None
        if not isinstance(item, Mapping) or not isinstance(key, str) or key in made:
            return None
        made[key] = item["value"]
    return made


def put(frame: Frame, context: Entries, key: str, value: Value) -> Value:
    """Return the context with one entry added or changed."""
    frame.charge(len(context))
    return {**context, key: value}


def put_within(frame: Frame, context: Value, keys: tuple[Value, ...], value: Value) -> Value:
    """Return the context with the entry changed that a list of names leads to."""
    if not keys or not isinstance(keys[0], str) or not isinstance(context, Mapping):
        return None
    frame.charge(len(context) + len(keys))
    if len(keys) == 1:
        return {**context, keys[0]: value}
    inner = put_within(frame, context.get(keys[0]), keys[1:], value)
    return None if inner is None else {**context, keys[0]: inner}


def merged(frame: Frame, items: tuple[Value, ...]) -> Value:
    """Return one context of several; a later entry takes the place of an earlier one."""
    made: dict[str, Value] = {}
    for item in items:
        if not isinstance(item, Mapping):
            return None
        frame.charge(len(item))
        made.update(item)
    return made


FUNCTIONS = (
    function(
        "get value",
        form(entry, {"m": CONTEXT, "key": TEXT}),
        form(entry_within, {"context": CONTEXT, "keys": LIST}),
    ),
    function("get entries", form(entries, {"m": CONTEXT})),
    function("context", form(from_entries, {"entries": LIST})),
    function(
        "context put",
        form(put, {"context": CONTEXT, "key": TEXT, "value": ANYTHING}),
        form(put_within, {"context": CONTEXT, "keys": LIST, "value": ANYTHING}),
    ),
    function("context merge", form(merged, {"contexts": LIST})),
)
