"""BPMN files: read to a drawing, or refused with findings that say what to put right."""

from pathways.bpmn.integrity import undrawn
from pathways.bpmn.reader import read_drawing
from pathways.bpmn.xml import parse_xml

__all__ = ["parse_xml", "read_drawing", "undrawn"]
