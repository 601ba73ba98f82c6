"""Addresses of pages that other pages link to; every one of them is a path of this site."""

from urllib.parse import quote

WORKLIST = "/worklist"
CASES = "/cases"


def pathway(key: str) -> str:
    """Return the public page of a pathway."""
    return f"/local-offer/{quote(key, safe='')}"


def ask(key: str) -> str:
    """Return the page that begins a case on a pathway."""
    return f"/ask/{quote(key, safe='')}"


def case(case_id: str) -> str:
    """Return the page of a case, for those who may read all of it."""
    return f"/cases/{quote(case_id, safe='')}"


def correction(case_id: str, verb: str) -> str:
    """Return the page on which an officer puts something right, e.g. `"suspend"`."""
    return f"{case(case_id)}/{verb}"


def task(task_id: str) -> str:
    """Return the page of a task."""
    return f"/tasks/{quote(task_id, safe='')}"


def exception(clock_id: str) -> str:
    """Return the page on which an officer relies on an exception for a date that the law sets."""
    return f"/clocks/{quote(clock_id, safe='')}/exception"


def within(path: str) -> str | None:
    """Return a path if it stays on this site, else None.

    Two slashes, or a slash and a backslash, look like the beginning of a path and lead elsewhere.
    """
    local = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if local and path.isprintable() else None
