"""A pathway's whole folder: every part read, every cross-reference checked, all findings told."""

from pathways.reading.folder import version_files
from pathways.reading.letters import read_letter
from pathways.reading.pathway import read_pathway

__all__ = ["read_letter", "read_pathway", "version_files"]
