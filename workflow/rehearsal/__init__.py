"""Rehearses a pathway: its scenarios are played on real parts, in a database of their own."""

from workflow.rehearsal.rehearsal import Rehearsal, rehearse, scenarios
from workflow.rehearsal.stage import Stage, StageTime

__all__ = ["Rehearsal", "Stage", "StageTime", "rehearse", "scenarios"]
