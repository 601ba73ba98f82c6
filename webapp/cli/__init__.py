"""The `fingerpost` command: a face of the house, as the pages are."""

from webapp.cli.main import main

__all__ = ["main"]
