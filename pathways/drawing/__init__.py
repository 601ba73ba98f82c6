"""The picture of a drawing: SVG in which every shape leads to the words of its step."""

from pathways.drawing.contents import shown
from pathways.drawing.mark import Form, Mark
from pathways.drawing.overlay import Marks
from pathways.drawing.picture import picture, standalone
from pathways.drawing.stylesheet import STYLESHEET

__all__ = ["STYLESHEET", "Form", "Mark", "Marks", "picture", "shown", "standalone"]
