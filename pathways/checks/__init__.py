"""What is wrong with a pathway or a drawing: one rule a module, each finding with what to do."""

from pathways.checks.check import check, check_drawing
from pathways.checks.registry import GROUPS, RULES

__all__ = ["GROUPS", "RULES", "check", "check_drawing"]
