"""Verbs on cases and tasks: open, complete, let deadlines happen; and how a case stands."""

from workflow.engine.editions import Edition, Editions, read_edition
from workflow.engine.engine import Engine
from workflow.engine.opening import newest_version

__all__ = ["Edition", "Editions", "Engine", "newest_version", "read_edition"]
