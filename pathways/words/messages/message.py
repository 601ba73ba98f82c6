"""A wording: English in the code, other languages in their files, known by what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One wording of ours, in English, with places for what differs: `"Then go to {to}."`."""

    #: What it is for, each once; tells a translator where it stands.
    context: str
    #: The English pattern; where it counts something, for one of it.
    text: str
    #: Where it counts something: the English pattern for several, with `{count}`.
    plural: str = ""
