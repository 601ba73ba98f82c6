"""Writes docs/reference/law.md: the periods that the law sets, and its exceptions.

`python -m tools.law` writes it anew; a test sees that this has been done.
"""

from collections.abc import Iterator
from pathlib import Path

from pathways.law import EXCEPTIONS, STATUTES
from pathways.model.law import LawfulException, Statute

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "law.md"

_INTRODUCTION = """\
# The periods of the law

What [clocks](clocks.md) know of the law: data, each with the day from which it is the law. A
council may make an “at most” shorter and an “at least” longer, never the other way. **A council’s
lawyer has to check all of this before it is relied on.** “SEND Regulations” are the Special
Educational Needs and Disability Regulations 2014 (SI 2014/1530). This page is made by `make law`.
"""
_ABOUT_EXCEPTIONS = """\
## Exceptions

They excuse a date that was missed where it was impractical to keep it. They stop no clock and move
no date.
"""


def page() -> str:
    """Return the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for dated in STATUTES.values():
        for law in dated:
            yield from _statute(law)
    yield _ABOUT_EXCEPTIONS
    for exception in EXCEPTIONS.values():
        yield from _exception(exception)


def _statute(law: Statute) -> Iterator[str]:
    until = f" until {law.until}" if law.until else ""
    yield f"## {law.code}"
    yield ""
    yield f"**{law.title}**: {law.bound.value} {law.words}."
    yield f"{law.source}. From {law.in_force_on}{until}."
    yield ""
    said = law.family.replace("{date}", "…")
    yield f"A family reads: “{said}”"
    yield ""
    for name, source in law.exceptions.items():
        yield f"- `{name}` {EXCEPTIONS[name].title} ({source})."
    if law.exceptions:
        yield ""


def _exception(exception: LawfulException) -> Iterator[str]:
    yield f"- `{exception.id}` {exception.asks} A family reads: “{exception.family}”"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
