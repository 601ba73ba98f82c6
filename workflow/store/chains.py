"""Checks the histories of all cases while their rows go by, without reading them again."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from workflow.store.history import Entry, Link, verify

_Row = Mapping[str, Any]
_CASE = itemgetter("case_id")


class Chains:
    """What the cases say of their histories, and what their events show."""

    def __init__(self) -> None:
        #: Case id -> (reference, length, head), until its events have gone by.
        self._said: dict[str, tuple[str, int, str]] = {}
        self._broken: list[str] = []

    def cases(self, rows: Iterable[_Row]) -> Iterator[_Row]:
        """Yield rows of `pathway_case`, taking note of what they say."""
        for row in rows:
            said = (row["reference"], row["history_length"], row["history_head"])
            self._said[row["id"]] = said
            yield row

    def events(self, rows: Iterable[_Row]) -> Iterator[_Row]:
        """Yield rows of `event`, sorted by case and sequence, checking each case's."""
        for case_id, of_case in groupby(rows, _CASE):
            links = []
            for row in of_case:
                links.append(_link(row))
                yield row
            self._check(case_id, links)

    @property
    def broken(self) -> tuple[str, ...]:
        """References of the cases whose history is not whole, once all events have gone by."""
        for case_id in list(self._said):
            self._check(case_id, [])
        return tuple(sorted(self._broken))

    def _check(self, case_id: str, links: list[Link]) -> None:
        reference, length, head = self._said.pop(case_id, (case_id, 0, ""))
        if verify(links, length=length, head=head) is not None:
            self._broken.append(reference)


def _link(row: _Row) -> Link:
    names = ("case_id", "sequence", "at", "kind", "by_account", "by_name", "step", "content_hash")
    entry = Entry(
        **{name: row[name] for name in names}, details=msgspec.json.decode(row["details"])
    )
    return Link(entry=entry, previous_hash=row["previous_hash"], hash=row["hash"])
