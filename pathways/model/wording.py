"""What our extension elements say about an element of a drawing."""

from dataclasses import dataclass
from enum import Enum


class Audience(Enum):
    """Who words about an element are for; the value is what the drawing says."""

    #: Its name, in another language than the drawing's own.
    NAME = "name"
    #: What a family reads about it.
    FAMILY = "family"
    #: The same in easy read: short sentences, one idea each.
    EASY_READ = "easyRead"
    #: What staff read about it.
    STAFF = "staff"
    #: Where whoever does it finds help.
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words for an element: `<fingerpost:wording for="family" lang="en">…</fingerpost:wording>`."""

    audience: Audience
    #: BCP 47; English where the drawing does not say.
    language: str
    #: Plain text, on one line.
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A rule is silenced here: `<fingerpost:silence rule="…" because="…"/>`."""

    rule: str
    #: Why; shown beside the pathway.
    because: str
