"""What is written on a picture: the drawing's own words, or those in the reader's language."""

from pathways.model.drawing import Drawing
from pathways.model.wording import Audience


class Names:
    """The names of one drawing's elements in one language."""

    def __init__(self, drawing: Drawing, language: str) -> None:
        self._drawing = drawing
        self._language = language

    def written(self, element_id: str, name: str) -> str:
        """Return what is written at an element, with the line breaks that somebody drew."""
        if element_id in self._drawing.wordings:
            said = self._drawing.wording(element_id, Audience.NAME, self._language)
            if said:
                return said
        return self._drawing.looks.written.get(element_id, name)

    def said(self, element_id: str, name: str) -> str:
        """Return an element's name on one line."""
        if element_id in self._drawing.wordings:
            return self._drawing.wording(element_id, Audience.NAME, self._language) or name
        return name
