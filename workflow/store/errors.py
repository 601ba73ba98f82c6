"""When the store itself cannot be used; what went wrong inside it stays inside it."""

from workflow.model.errors import WorkflowError


class StoreUnavailable(WorkflowError):
    """The database is busy, full, read-only or gone; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            "Fingerpost cannot read or keep anything just now. "
            "Nothing was lost: please try again in a minute."
        )


class BackupTrouble(Exception):
    """A backup cannot be made or restored; the message is for who runs the command."""


class BackupDamaged(BackupTrouble):
    """A file is no backup, a part of one, or has been changed."""

    def __init__(self) -> None:
        super().__init__(
            "This file is not a whole backup: it was cut off, changed, or is something else. "
            "Nothing was written. Take another copy of it, or an older backup."
        )


class BackupTooNew(BackupTrouble):
    """A backup was made by a later release."""

    def __init__(self) -> None:
        super().__init__(
            "This backup was made by a later release of Fingerpost. Nothing was written. "
            "Take that release, or a later one, and restore the backup with it."
        )


class NothingToBackUp(BackupTrouble):
    """A database has none of our tables."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing of Fingerpost in this database. Look at how it is named."
        )


class DatabaseNotEmpty(BackupTrouble):
    """A backup can only be restored into an empty database."""

    def __init__(self) -> None:
        super().__init__(
            "This database has something in it already. Nothing was written. "
            "Name a new file, or a PostgreSQL database without tables."
        )


class DatabaseDamaged(BackupTrouble):
    """The database says that its own file is not in order."""

    def __init__(self, told: str) -> None:
        super().__init__(
            f"The database is damaged ({told}), so no backup was made of it. "
            "Leave its file as it is, and restore the last backup."
        )
        self.told = told
