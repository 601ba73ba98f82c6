"""TOML files read strictly: every key is known, every value of its kind, findings for people."""

from pathways.toml.file import read_toml
from pathways.toml.table import Table

__all__ = ["Table", "read_toml"]
