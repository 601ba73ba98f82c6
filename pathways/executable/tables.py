"""Which table answers a step."""

from pathways.model.node import Step


def table_of(step: Step) -> str:
    """Return the id of the table that answers a decision step: the step's own, unless it says."""
    return step.extensions.get("decision") or step.id
