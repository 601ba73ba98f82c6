"""Read types: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`."""

from pathways.feel.cursor import Cursor
from pathways.feel.type_names import Type
from pathways.feel.types import TYPES

_HOLDERS = frozenset({"list", "range"})
_STOPS = frozenset({":"})


def type_name(cursor: Cursor) -> Type:
    """Read a type.

    Raises:
        NotFeel: If none of that name is known.
    """
    with cursor.deeper():
        for name, words in TYPES:
            if cursor.takes(*words):
                return _holding(cursor, name)
    named = ", ".join(sorted(name for name, _ in TYPES))
    return cursor.refuse(f"Expected a type, but {cursor.found()}; the types are {named}.")


def _holding(cursor: Cursor, name: str) -> Type:
    if name == "function":
        return _function(cursor)
    if name == "context" and cursor.takes("<"):
        return Type(name, entries=_entries(cursor))
    if name in _HOLDERS and cursor.takes("<"):
        of = type_name(cursor)
        cursor.expect(">", f"after the type of what the {name} holds")
        return Type(name, (of,))
    return Type(name)


def _entries(cursor: Cursor) -> tuple[tuple[str, Type], ...]:
    entries: list[tuple[str, Type]] = []
    while not cursor.takes(">"):
        entry = cursor.new_name(_STOPS).text
        cursor.expect(":", f"after `{entry}`")
        entries.append((entry, type_name(cursor)))
        if not cursor.sees(">"):
            cursor.expect(",", "or `>` after the type of an entry")
    return tuple(entries)


def _function(cursor: Cursor) -> Type:
    if not cursor.takes("<"):
        return Type("function")
    of: list[Type] = []
    while not cursor.takes(">"):
        of.append(type_name(cursor))
        if not cursor.sees(">"):
            cursor.expect(",", "or `>` after the type of a parameter")
    cursor.expect("-", "in `->`, before the type of what the function returns")
    cursor.expect(">", "in `->`, before the type of what the function returns")
    return Type("function", tuple(of), result=type_name(cursor))
