"""BPMN files: read to a drawing, with findings that say what could not be read; written back."""

from pathways.bpmn.reader import read_drawing
from pathways.bpmn.writer import rewritten
from pathways.bpmn.xml import parse_xml

__all__ = ["parse_xml", "read_drawing", "rewritten"]
