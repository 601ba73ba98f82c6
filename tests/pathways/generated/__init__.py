"""Drawings that nobody drew, as Hypothesis strategies of BPMN files."""

from tests.pathways.generated.blocks import sound_drawings
from tests.pathways.generated.dressed import dressed
from tests.pathways.generated.mangled import mangled_drawings
from tests.pathways.generated.simple import sound, tangled
from tests.pathways.generated.wild import any_drawings

__all__ = [
    "any_drawings",
    "dressed",
    "mangled_drawings",
    "sound",
    "sound_drawings",
    "tangled",
]
