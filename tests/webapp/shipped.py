"""The shipped pathway, read once, for tests that need no database."""

from functools import cache

from pathways.model.pathway import Pathway
from pathways.reading import read_pathway
from tests.webapp.story import KEY
from workflow.publishing import shipped_pathways


@cache
def shipped() -> Pathway:
    return read_pathway(shipped_pathways()[KEY])
