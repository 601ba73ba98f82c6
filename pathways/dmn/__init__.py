"""Decision tables: read from DMN, decided strictly as their hit policy says, with reasons."""

from pathways.dmn.errors import NoRuleMatched, RulesOverlap
from pathways.dmn.evaluate import decide
from pathways.dmn.reader import read_decision

__all__ = ["NoRuleMatched", "RulesOverlap", "decide", "read_decision"]
