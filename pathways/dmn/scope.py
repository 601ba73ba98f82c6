"""What can be named where an expression stands: its own names first, then those outside."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import override

from pathways.feel import Value


@dataclass(frozen=True, slots=True)
class Later:
    """A value that is worked out when it is asked for, once."""

    work: Callable[[], Value]


class Scope(Mapping[str, object]):
    """Names of one decision, entry or loop, in front of what was known before."""

    __slots__ = ("_outer", "_own")

    def __init__(self, own: dict[str, object], outer: Mapping[str, object]) -> None:
        self._own = own
        self._outer = outer

    @override
    def __getitem__(self, name: str) -> object:
        if name not in self._own:
            return self._outer[name]
        value = self._own[name]
        if isinstance(value, Later):
            value = self._own[name] = value.work()
        return value

    @override
    def get(self, name: str, default: object = None) -> object:
        """Return what a name means; the outer scope answers for what it alone knows."""
        return self[name] if name in self._own else self._outer.get(name, default)

    @override
    def __contains__(self, name: object) -> bool:
        return name in self._own or name in self._outer

    @override
    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from (name for name in self._outer if name not in self._own)

    @override
    def __len__(self) -> int:
        return len(set(self))

    def settle(self, names: Collection[tuple[str, ...]]) -> None:
        """Work out what paths begin with, before an evaluation is under way that pays itself."""
        wanted = {path[0] for path in names}
        for name in [name for name, value in self._own.items() if isinstance(value, Later)]:
            if name in wanted:
                self[name]
        if isinstance(self._outer, Scope):
            self._outer.settle(names)

    def read(self) -> Mapping[str, Value]:
        """Return those of its own names that were asked for, with what they mean."""
        return {name: value for name, value in self._own.items() if not isinstance(value, Later)}  # type: ignore[misc] # what is not later is a value
