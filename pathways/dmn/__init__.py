"""Decisions: read from DMN, answered as the standard says or strictly, with reasons."""

from pathways.dmn.errors import NoRuleMatched, RulesOverlap, Undecided, WrongType
from pathways.dmn.evaluate import decide, evaluate
from pathways.dmn.reader import read_decision
from pathways.dmn.written import as_text

__all__ = [
    "NoRuleMatched",
    "RulesOverlap",
    "Undecided",
    "WrongType",
    "as_text",
    "decide",
    "evaluate",
    "read_decision",
]
