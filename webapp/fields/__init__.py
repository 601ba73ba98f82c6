"""HTML fields <-> answers: what a page asks, and what a person's browser sent."""

from webapp.fields.asking import anchor, fields
from webapp.fields.entries import Entries, entered
from webapp.fields.reading import Reading, read

__all__ = ["Entries", "Reading", "anchor", "entered", "fields", "read"]
