"""Static files by what is in them, so that a browser may keep them for ever."""

import hashlib
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"


@cache
def digest(name: str) -> str | None:
    """Return 16 hexadecimal digits of a static file's SHA-256; None where there is no such file."""
    path = STATIC / name
    if path.parent != STATIC or not path.is_file():
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
