"""Ways on: sequence flows, as their source sees them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A sequence flow, as its source sees it."""

    #: Id of the sequence flow.
    flow: str
    #: Name of the element it leads to, as the library has it.
    target: str
    #: FEEL, as drawn; None where the flow has none.
    condition: str | None = None
    #: Whether it is taken when no other is.
    default: bool = False
