"""When the store itself cannot be used; what went wrong inside it stays inside it."""

from workflow.model.errors import WorkflowError


class StoreUnavailable(WorkflowError):
    """The database is busy, full, read-only or gone; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            "Fingerpost cannot read or keep anything just now. "
            "Nothing was lost: please try again in a minute."
        )
