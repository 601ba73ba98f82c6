"""What is wrong with a form so far: findings are collected, so that all can be told at once."""

import difflib
import re
from collections.abc import Iterable

from pathways.model.finding import Finding, PathwayInvalid


class Notes:
    """The findings of one form."""

    def __init__(self, *, file: str, title: str, text: str) -> None:
        self._file = file
        self._title = title
        self._text = text
        self._findings: list[Finding] = []

    def add(self, rule: str, message: str, *, question: str | None = None) -> None:
        """Write down one complaint about a question, or about the whole form."""
        where = f"“{self._title}”" + (f", question “{question}”" if question is not None else "")
        self._findings.append(
            Finding(
                rule=rule,
                message=f"{where}: {message}",
                file=self._file,
                element=question,
                line=None if question is None else self._line(question),
            )
        )

    def unknown(
        self, found: Iterable[str], known: Iterable[str], *, where: str, question: str | None = None
    ) -> None:
        """Write down every keyword that is not among those known, with the nearest of them."""
        allowed = sorted(known)
        for keyword in sorted(set(found) - set(allowed)):
            near = difflib.get_close_matches(keyword, allowed, n=1)
            meant = f" Did you mean “{near[0]}”?" if near else ""
            self.add(
                "unknown_keyword",
                f"“{keyword[:60]}” cannot be used {where}.{meant} "
                f"Take it away, or use one of: {', '.join(allowed)}.",
                question=question,
            )

    def invalid(self) -> PathwayInvalid:
        """Return the error that tells everything noted."""
        return PathwayInvalid(tuple(self._findings))

    def close(self) -> None:
        """Raise PathwayInvalid if anything was noted."""
        if self._findings:
            raise self.invalid()

    @property
    def clean(self) -> bool:
        """Whether nothing has been noted so far."""
        return not self._findings

    def _line(self, question: str) -> int | None:
        start = max(self._text.find('"properties"'), 0)
        found = re.search(rf'"{re.escape(question)}"\s*:', self._text[start:])
        return None if found is None else self._text.count("\n", 0, start + found.start()) + 1
