"""Every wording of the words, in English; the files of other languages say the same."""

from pathways.words.messages import events, headings, kinds, notes, sides, times, ways
from pathways.words.messages.message import Message

__all__ = [
    "Message",
    "all_messages",
    "events",
    "headings",
    "kinds",
    "notes",
    "sides",
    "times",
    "ways",
]


def all_messages() -> tuple[Message, ...]:
    """Return every message, in the order of the code."""
    modules = (headings, kinds, events, ways, notes, sides, times)
    return tuple(message for module in modules for message in module.MESSAGES)
