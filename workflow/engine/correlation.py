"""Which message is meant for which wait: the name, and exactly what it is about.

What a message is about is worked out by a drawing's FEEL and may be anything that the case knows,
so rows hold only its digest. Two are the same if type and value are: the text "1" is not the
number 1, and 1.0 is 1.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from hashlib import blake2b

from pathways.feel import Value

#: So many cases one message can be sent to at once, such as a child's brothers and sisters.
MOST_AT_ONCE = 50
_DIGEST_BYTES = 16


def digest(value: Value) -> str:
    """Return the digest of what a message is about; empty for null, and for no single thing."""
    plain = _plain(value)
    if not plain:
        return ""
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def digests(value: Value) -> tuple[str, ...]:
    """Return the digest of each thing that a message is about, each once: of a list its items.

    Raises:
        ValueError: If there are more than `MOST_AT_ONCE`.
    """
    things: Iterable[Value] = value if isinstance(value, tuple) else (value,)
    found = tuple(dict.fromkeys(one for one in map(digest, things) if one))
    if len(found) > MOST_AT_ONCE:
        raise ValueError(
            f"The message would go to {len(found)} at once, and {MOST_AT_ONCE} are the most. "
            "Draw one message for each part of them."
        )
    return found


def _plain(value: Value) -> str:
    """Return a value with its type as text; empty for null, lists and all else without a name."""
    if isinstance(value, bool):
        return f"truth:{value}"
    if isinstance(value, str):
        return f"text:{value}" if value else ""
    if isinstance(value, Decimal):
        return f"number:{value.normalize():f}"
    return f"{type(value).__name__}:{value.isoformat()}" if isinstance(value, date) else ""
