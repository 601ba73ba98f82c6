"""Verbs on versions: publish a pathway, and find what is published."""

from workflow.publishing.publishing import Publishing
from workflow.shipped import pathway_files, shipped_pathways

__all__ = ["Publishing", "pathway_files", "shipped_pathways"]
