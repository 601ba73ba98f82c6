"""What a step is repeated for: the items of a collection by stable keys, or a number of times."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from hashlib import blake2s

from pathways.feel import Value

#: How many items one repeated step may have. Each live one costs some 40 bytes of snapshot.
MOST_ITEMS = 1000
#: How the options of questions are written.
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,60}")
_DIGEST = 10


def keyed(collection: Value) -> Mapping[str, Value]:
    """Return the items of a FEEL value: key -> item.

    A list of different texts has the texts, a list of contexts with different ids has the ids, and
    a context has its own keys, so that a token keeps its item when the list changes. Any other
    list is counted from 1, as FEEL does. Null has no items. A key that is not the plain code of an
    option may be what a person wrote, which no snapshot holds: its digest stands for it.

    Raises:
        ValueError: If it is none of these, or has more than `MOST_ITEMS`.
    """
    if collection is None:
        return {}
    if isinstance(collection, Mapping):
        _count(collection)
        return {_plain(str(key)): item for key, item in collection.items()}
    if isinstance(collection, Sequence) and not isinstance(collection, str):
        _count(collection)
        keys = _names(collection) or [str(n) for n in range(1, len(collection) + 1)]
        return dict(zip(keys, collection, strict=True))
    raise ValueError("it should be a list or a context, so that there are items to go through")


def counted(number: Value) -> Mapping[str, Value]:
    """Return the items of a step that is repeated a number of times: `"1"` -> 1 and so on.

    Raises:
        ValueError: If it is not a whole number from 0 to `MOST_ITEMS`.
    """
    if isinstance(number, bool) or not isinstance(number, int | Decimal) or number != int(number):
        raise ValueError("it should be a whole number")
    if not 0 <= number <= MOST_ITEMS:
        raise ValueError(f"it should be a number from 0 to {MOST_ITEMS}")
    return {str(n): Decimal(n) for n in range(1, int(number) + 1)}


def _names(items: Sequence[Value]) -> list[str] | None:
    """Return stable keys for a list, if its items have any."""
    named = [item.get("id") if isinstance(item, Mapping) else item for item in items]
    keys = [key for key in named if isinstance(key, str)]
    different = len(keys) == len(items) == len(set(keys))
    return [_plain(key) for key in keys] if different else None


def _plain(key: str) -> str:
    if _CODE.fullmatch(key):
        return key
    return blake2s(key.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()


def _count(items: Sequence[Value] | Mapping[str, Value]) -> None:
    if len(items) > MOST_ITEMS:
        raise ValueError(f"it has {len(items):,} items, and {MOST_ITEMS:,} are the most")
