"""A demonstration: fictional people, one-click sign-in, and a clock that can be moved on."""

from workflow.demo.demo import Demo, DemoPerson

__all__ = ["Demo", "DemoPerson"]
