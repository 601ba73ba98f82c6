"""A table of a TOML file, asked key by key; what is wrong with it is collected as findings."""

import difflib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

from pathways.model.finding import Finding, PathwayInvalid

_Kind = TypeVar("_Kind")
_Choice = TypeVar("_Choice", bound=Enum)


class Table:
    """Answers each key once, in the kind that is asked for; a missing or wrong one is noted.

    After a finding the reader goes on with an empty value of the right kind, so that all findings
    of a file are told at once. `close` raises them.
    """

    def __init__(self, content: dict[str, Any], *, file: str, source: str) -> None:
        self._content = content
        self._file = file
        self._source = source
        self._words = ""
        self._start = 0
        self._asked: set[str] = set()
        self._findings: list[Finding] = []

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys, in the order of the file."""
        return iter(self._content)

    def __contains__(self, key: object) -> bool:
        """Whether the key is written."""
        return key in self._content

    def text(self, key: str, *, default: str | None = None) -> str:
        """Return a text that is not blank; `default` where the key may be missing."""
        empty = default or ""
        said = self._value(key, "text in quotation marks", empty, required=default is None)
        if isinstance(self._content.get(key), str) and not said.strip():
            self.note(f"“{key}” is empty. Write it, or take the line away.", key=key)
        return said.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty where it is not written."""
        nothing: list[Any] = []
        listed = self._value(key, 'a list such as ["a", "b"]', nothing, required=False)
        if not all(isinstance(each, str) for each in listed):
            self.note(f"“{key}” must be a list of texts in quotation marks.", key=key)
            return ()
        return tuple(listed)

    def day(self, key: str, *, default: date | None = None) -> date:
        """Return a day, written as 2027-03-27; `default` where the key may be missing."""
        wanted = "a day such as 2027-03-27, without quotation marks"
        day = self._value(key, wanted, default or date.min, required=default is None)
        if isinstance(day, datetime):
            self.note(f"“{key}” must be a day without a time, such as 2027-03-27.", key=key)
        return day

    def moment(self, key: str, *, default: datetime) -> datetime:
        """Return a moment in UTC, written with its offset: 2027-03-27T09:00:00Z."""
        wanted = "a moment such as 2027-03-27T09:00:00Z, without quotation marks"
        moment = self._value(key, wanted, default, required=False)
        if moment.tzinfo is None:
            self.note(f"“{key}” needs Z or an offset at its end: 2027-03-27T09:00:00Z.", key=key)
            return default
        try:
            return moment.astimezone(UTC)
        except OverflowError:
            self.note(f"“{key}” is outside the calendar. Write another year.", key=key)
            return default

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        return self._value(key, "true or false", default, required=False)

    def choice(self, key: str, among: type[_Choice], *, default: _Choice | None = None) -> _Choice:
        """Return the member of an enum whose value is written."""
        known = {member.value: member for member in among}
        listed = ", ".join(known)
        if default is None and key not in self._content:
            self._asked.add(key)
            self.note(f"“{key}” is missing. Write one of: {listed}.", key=key, rule="missing_key")
            return next(iter(among))
        written = self.text(key, default=None if default is None else default.value)
        if written and written not in known:
            self.note(f"“{key}” is “{written}”, and must be one of: {listed}.", key=key)
        return known.get(written, next(iter(among)))

    def table(self, key: str) -> "Table":
        """Return a table inside this one; empty where it is not written."""
        nothing: dict[str, Any] = {}
        content = self._value(key, f"a table: [{key}]", nothing, required=False)
        return self._inner(key, content, words=key)

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return a list of tables inside this one; empty where none is written."""
        nothing: list[Any] = []
        written = self._value(key, f"tables: [[{key}]]", nothing, required=False)
        if not all(isinstance(each, dict) for each in written):
            self.note(f"“{key}” must be written as tables: [[{key}]].", key=key)
            return ()
        return tuple(
            self._inner(key, each, words=f"{key} {number}", number=number)
            for number, each in enumerate(written, start=1)
        )

    def content(self, key: str) -> dict[str, Any]:
        """Return what stands in a table inside this one, as it is."""
        nothing: dict[str, Any] = {}
        return dict(self._value(key, f"a table: {key} = {{ … }}", nothing, required=False))

    def note(self, message: str, *, key: str = "", rule: str = "bad_value") -> None:
        """Write down one complaint; `message` says what to do."""
        where = f"{self._words}: " if self._words else ""
        self._findings.append(
            Finding(
                rule=rule,
                message=where + message,
                file=self._file,
                element=self._words or key or None,
                line=self._line(key),
            )
        )

    def end(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._content:
            if key in self._asked:
                continue
            near = difflib.get_close_matches(key, self._asked, n=1)
            meant = f" Did you mean “{near[0]}”?" if near else ""
            known = ", ".join(sorted(self._asked))
            message = (
                f"“{key[:60]}” is not known here.{meant} Take it away, or name one of: {known}."
            )
            self.note(message, key=key, rule="unknown_key")

    def close(self) -> None:
        """Raise PathwayInvalid with everything noted in the file, if there is any."""
        if self._findings:
            raise PathwayInvalid(tuple(self._findings))

    def _value(self, key: str, wanted: str, empty: _Kind, *, required: bool) -> _Kind:
        self._asked.add(key)
        if key not in self._content:
            if required:
                self.note(f"“{key}” is missing. Write {wanted}.", key=key, rule="missing_key")
            return empty
        value = self._content[key]
        if not isinstance(value, type(empty)):
            self.note(f"“{key}” must be {wanted}.", key=key)
            return empty
        return value

    def _inner(self, key: str, content: dict[str, Any], *, words: str, number: int = 1) -> "Table":
        inner = Table(content, file=self._file, source=self._source)
        inner._words = f"{self._words}, {words}" if self._words else words
        inner._findings = self._findings
        headers = rf"^[ \t]*\[+[ \t]*(?:[\w.]+\.)?{re.escape(key)}[ \t]*\]"
        starts = [found.start() for found in re.finditer(headers, self._source, re.MULTILINE)]
        inner._start = starts[number - 1] if number <= len(starts) else self._start
        return inner

    def _line(self, key: str) -> int | None:
        """Return the line of a key, or of the table where the key is not written."""
        written = re.compile(rf"^[ \t]*(?:\[+[ \t]*)?{re.escape(key)}[ \t]*[=\]]", re.MULTILINE)
        found = written.search(self._source, self._start) if key in self._content else None
        if found is None and not self._words:
            return None
        place = self._start if found is None else found.start()
        return self._source.count("\n", 0, place) + 1
