"""A version: one published, unchanging edition of a pathway."""

from dataclasses import dataclass
from datetime import datetime

from pathways.model.pathway import Pathway


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Drawing, tables, forms, letters and periods together; any change makes another version."""

    #: `"quick_one_off@3"`.
    id: str
    key: str
    number: int
    #: Hash of all the files, hexadecimal.
    sha256: str
    published_at: datetime
    pathway: Pathway
