"""The project's own files, found by walking: a clean copy need not be a git checkout."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("pathways", "workflow", "webapp")

#: What tools make again: never read, and never shipped.
MADE = frozenset(
    {
        *(".git", ".venv", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache"),
        *(".import_linter_cache", "__pycache__", "node_modules", "static", "instance"),
        *("build", "dist"),
    }
)


def files(*suffixes: str, under: str = ".") -> Iterator[Path]:
    """Yield every file of ours below a folder, in a fixed order; all of them without a suffix."""
    for folder, folders, names in os.walk(ROOT / under):
        folders[:] = sorted(set(folders) - MADE)
        for name in sorted(set(names) - MADE):  # a second working tree has a file .git
            if not suffixes or name.endswith(suffixes):
                yield Path(folder, name)


def modules() -> Iterator[Path]:
    """Yield every Python file of the three packages."""
    for package in PACKAGES:
        yield from files(".py", under=package)


def name_of(path: Path) -> str:
    """Return the path as people say it, from the project's root."""
    return path.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    """Return the text of a file, named from the project's root."""
    return (ROOT / name).read_text(encoding="utf-8")
