"""Functions over lists."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import reduce

from pathways.feel import decimals
from pathways.feel.arithmetic import add
from pathways.feel.budget import DEPTH
from pathways.feel.calling import call
from pathways.feel.comparison import equal, identity, less
from pathways.feel.decimals import CONTEXT, whole
from pathways.feel.errors import Refused
from pathways.feel.frame import Frame
from pathways.feel.functions.registry import ANYTHING, FUNCTION, LIST, NUMBER, form, function
from pathways.feel.values import FunctionValue, Value

Items = tuple[Value, ...]


def count(_: Frame, items: Items) -> Value:
    """Return how many items there are."""
    return Decimal(len(items))


def _numbers(frame: Frame, items: Items) -> list[Decimal]:
    """Return the items if all are numbers, else nothing."""
    frame.charge(len(items))
    numbers = [item for item in items if isinstance(item, Decimal)]
    return numbers if len(numbers) == len(items) else []


def total(frame: Frame, items: Items) -> Value:
    """Return the sum of numbers, or of durations; null where there are none."""
    frame.charge(len(items))
    if not items or any(isinstance(item, str) for item in items):
        return None
    if len(items) == 1:
        return add(frame, items[0], items[0]) and items[0]
    return reduce(lambda left, right: add(frame, left, right), items)


def product(frame: Frame, items: Items) -> Value:
    """Return the product of numbers; null where there are none."""
    result: Decimal | None = None
    for number in _numbers(frame, items):
        result = number if result is None else decimals.multiply(result, number)
    return result


def mean(frame: Frame, items: Items) -> Value:
    """Return the average of numbers; null where there are none."""
    numbers = _numbers(frame, items)
    if not numbers:
        return None
    return decimals.divide(_sum(numbers), Decimal(len(numbers)))


def _sum(numbers: list[Decimal]) -> Decimal:
    return reduce(CONTEXT.add, numbers, Decimal(0))


def median(frame: Frame, items: Items) -> Value:
    """Return the number in the middle, or the average of the two in the middle."""
    numbers = sorted(_numbers(frame, items))
    if not numbers:
        return None
    middle = len(numbers) // 2
    if len(numbers) % 2:
        return numbers[middle]
    return decimals.divide(CONTEXT.add(numbers[middle - 1], numbers[middle]), Decimal(2))


def stddev(frame: Frame, items: Items) -> Value:
    """Return the standard deviation of a sample of two numbers or more."""
    numbers = _numbers(frame, items)
    if len(numbers) < 2:  # noqa: PLR2004 - one number does not deviate
        return None
    average = CONTEXT.divide(_sum(numbers), Decimal(len(numbers)))
    squares = [CONTEXT.power(CONTEXT.subtract(number, average), 2) for number in numbers]
    variance = CONTEXT.divide(_sum(squares), Decimal(len(numbers) - 1))
    return decimals.bounded(CONTEXT.sqrt(variance))


def mode(frame: Frame, items: Items) -> Value:
    """Return the numbers met most often, in order; null where an item is no number."""
    numbers = _numbers(frame, items)
    if len(numbers) != len(items):
        return None
    counts = Counter(numbers)
    most = max(counts.values(), default=0)
    return tuple(sorted(number for number, times in counts.items() if times == most))


def _extreme(is_better: Callable[[Value, Value], bool | None]) -> Callable[[Frame, Items], Value]:
    def run(frame: Frame, items: Items) -> Value:
        frame.charge(len(items))
        best: Value = items[0] if items else None
        for item in items:
            better = is_better(item, best)
            if better is None:
                return None
            best = item if better else best
        return best

    return run


def list_contains(frame: Frame, items: Items, element: Value) -> Value:
    """Tell whether an item equals the element."""
    frame.charge(len(items))
    return any(equal(frame, item, element) for item in items)


def index_of(frame: Frame, items: Items, match: Value) -> Value:
    """Return the places, from 1, of the items that equal the match."""
    frame.charge(len(items))
    places = enumerate(items, start=1)
    return tuple([Decimal(at) for at, item in places if equal(frame, item, match)])


def append(frame: Frame, items: Items, *more: Value) -> Value:
    """Return the list with further items."""
    frame.charge(len(items))
    return items + more


def concatenate(frame: Frame, *lists: Items) -> Value:
    """Return one list of the items of several."""
    frame.charge(sum(map(len, lists)))
    return tuple([item for items in lists for item in items])


def distinct_values(frame: Frame, items: Items) -> Value:
    """Return each item once, where it stands first."""
    frame.charge(len(items))
    first: dict[object, Value] = {}
    for item in items:
        first.setdefault(identity(frame, item), item)
    return tuple(first.values())


def union(frame: Frame, *lists: Items) -> Value:
    """Return each item of several lists once."""
    frame.charge(sum(map(len, lists)))
    return distinct_values(frame, tuple([item for items in lists for item in items]))


def sublist(frame: Frame, items: Items, start: Decimal, length: Decimal | None = None) -> Value:
    """Return a part of a list; `start` counts from 1, or from the end with -1."""
    frame.charge(len(items))
    first, size = _place(items, start), None if length is None else whole(length)
    if first is None or (length is not None and (size is None or size < 0)):
        return None
    if size is not None and first + size > len(items):
        return None
    return items[first:] if size is None else items[first : first + size]


def _place(items: Items, position: Decimal) -> int | None:
    """Return where Python finds the item at a place, or None where there is none."""
    at = whole(position)
    if at is None or at == 0 or abs(at) > len(items):
        return None
    return at - 1 if at > 0 else len(items) + at


def insert_before(frame: Frame, items: Items, position: Decimal, new: Value) -> Value:
    """Return the list with an item more, before a place."""
    frame.charge(len(items))
    at = _place(items, position)
    return None if at is None else (*items[:at], new, *items[at:])


def remove(frame: Frame, items: Items, position: Decimal) -> Value:
    """Return the list without the item at a place."""
    frame.charge(len(items))
    at = _place(items, position)
    return None if at is None else items[:at] + items[at + 1 :]


def list_replace(frame: Frame, items: Items, position: Decimal, new: Value) -> Value:
    """Return the list with another item at a place."""
    frame.charge(len(items))
    at = _place(items, position)
    return None if at is None else (*items[:at], new, *items[at + 1 :])


def list_replace_matches(frame: Frame, items: Items, match: FunctionValue, new: Value) -> Value:
    """Return the list with another item wherever a function of item and new item returns true."""
    frame.charge(len(items))
    truths = [call(frame, match, (item, new)) for item in items]
    if not all(isinstance(truth, bool) for truth in truths):
        return None
    return tuple([new if truth else item for item, truth in zip(items, truths, strict=True)])


class _Placed:
    """An item in the order that a function says."""

    __slots__ = ("_before", "item")

    def __init__(self, item: Value, before: Callable[[Value, Value], bool]) -> None:
        self.item = item
        self._before = before

    def __lt__(self, other: "_Placed") -> bool:
        return self._before(self.item, other.item)


def sort(frame: Frame, items: Items, precedes: FunctionValue) -> Value:
    """Return the list in the order that a function of two items says, equal ones as they stood."""
    frame.charge(len(items))

    def before(one: Value, other: Value) -> bool:
        frame.charge(1)
        return call(frame, precedes, (one, other)) is True

    return tuple([placed.item for placed in sorted(_Placed(item, before) for item in items)])


def reverse(frame: Frame, items: Items) -> Value:
    """Return the list from its end to its beginning."""
    frame.charge(len(items))
    return items[::-1]


def flatten(frame: Frame, items: Items) -> Value:
    """Return the items of the list and of all lists in it."""
    flat: list[Value] = []
    _flatten(frame, items, flat, 0)
    return tuple(flat)


def _flatten(frame: Frame, items: Items, flat: list[Value], depth: int) -> None:
    if depth > DEPTH:
        raise Refused("Lists stand too deep in one another to be made flat.")
    frame.charge(1 + len(items))
    for item in items:
        if isinstance(item, tuple):
            _flatten(frame, item, flat, depth + 1)
        else:
            flat.append(item)


_ITEMS = {"list": LIST}
_AT = {"list": LIST, "position": NUMBER}

FUNCTIONS = (
    function("count", form(count, _ITEMS)),
    function("sum", form(total, _ITEMS, gathers=True)),
    function("product", form(product, _ITEMS, gathers=True)),
    function("mean", form(mean, _ITEMS, gathers=True)),
    function("median", form(median, _ITEMS, gathers=True)),
    function("stddev", form(stddev, _ITEMS, gathers=True)),
    function("mode", form(mode, _ITEMS, gathers=True)),
    function("min", form(_extreme(less), _ITEMS, gathers=True)),
    function("max", form(_extreme(lambda item, best: less(best, item)), _ITEMS, gathers=True)),
    function("list contains", form(list_contains, {"list": LIST, "element": ANYTHING})),
    function("index of", form(index_of, {"list": LIST, "match": ANYTHING})),
    function("append", form(append, {"list": LIST, "item": ANYTHING}, more=ANYTHING)),
    function("concatenate", form(concatenate, _ITEMS, more=LIST)),
    function("union", form(union, _ITEMS, more=LIST)),
    function("distinct values", form(distinct_values, _ITEMS)),
    function(
        "sublist",
        form(sublist, {"list": LIST, "start position": NUMBER}, {"length": NUMBER}),
    ),
    function("insert before", form(insert_before, _AT | {"newItem": ANYTHING})),
    function("remove", form(remove, _AT)),
    function(
        "list replace",
        form(list_replace, _AT | {"newItem": ANYTHING}),
        form(list_replace_matches, {"list": LIST, "match": FUNCTION, "newItem": ANYTHING}),
    ),
    function("sort", form(sort, _ITEMS | {"precedes": FUNCTION})),
    function("reverse", form(reverse, _ITEMS)),
    function("flatten", form(flatten, _ITEMS)),
)
