"""What officers put right in cases: one verb a module, each with its reason and its event."""

from workflow.corrections.corrections import Corrections

__all__ = ["Corrections"]
