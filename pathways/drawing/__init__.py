"""The picture of a drawing: SVG in which every shape leads to the words of its step."""

from pathways.drawing.mark import Mark
from pathways.drawing.picture import STYLESHEET, picture, standalone

__all__ = ["STYLESHEET", "Mark", "picture", "standalone"]
