"""The periods that the law sets and the exceptions that it knows: data, dated, with sources."""

from pathways.law.exceptions import EXCEPTIONS
from pathways.law.statutes import STATUTES, statute

__all__ = ["EXCEPTIONS", "STATUTES", "statute"]
