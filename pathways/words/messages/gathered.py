"""All messages of a module, wherever they stand in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from pathways.words.messages.message import Message


def gathered(names: Mapping[str, object]) -> tuple[Message, ...]:
    """Return the messages among a module's globals, in their tables and values, each once."""
    return tuple(dict.fromkeys(_messages(names.values())))


def _messages(values: Iterable[object]) -> Iterator[Message]:
    for value in values:
        if isinstance(value, Message):
            yield value
        elif isinstance(value, Mapping):
            yield from _messages(value.values())
        elif isinstance(value, tuple):
            yield from _messages(value)
        elif is_dataclass(value) and not isinstance(value, type):
            yield from _messages(getattr(value, field.name) for field in fields(value))
