"""Scenarios: one person's story through a pathway, written down so that it can be run."""

from pathways.scenarios.reader import read_scenario

__all__ = ["read_scenario"]
