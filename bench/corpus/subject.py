"""One drawing under trial."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from bench.corpus.row import Row
from pathways.model.drawing import Drawing
from pathways.words import Words, drawing_words


@dataclass(frozen=True)
class Subject:
    """A file that could be read, and the row in which is noted what comes of it."""

    xml: bytes
    drawing: Drawing
    row: Row

    @cached_property
    def words(self) -> Words:
        """The drawing in English words."""
        return self.row.timed("words", lambda: drawing_words(self.drawing))

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id of the file, read without our reader."""
        root = etree.fromstring(self.xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
        return frozenset(str(name) for name in root.xpath("//@id"))

    @property
    def anchors(self) -> Mapping[str, str]:
        """Element id -> anchor."""
        return self.words.anchors
