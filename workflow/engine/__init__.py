"""Verbs on cases, tasks and clocks; and how a case stands."""

from workflow.engine.editions import Edition, Editions, read_edition
from workflow.engine.engine import Engine
from workflow.engine.items import said_items
from workflow.engine.opening import newest_version
from workflow.engine.statutory import StatutoryClocks

__all__ = [
    "Edition",
    "Editions",
    "Engine",
    "StatutoryClocks",
    "newest_version",
    "read_edition",
    "said_items",
]
