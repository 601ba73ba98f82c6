"""Brings the tables of a database up to this release."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run the migrations that have not been run, in the transaction of this connection.

    Args:
        connection: Where a transaction has begun.
        to: The last one to run.
    """
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def revision(connection: Connection) -> str | None:
    """Return the last migration that a database has seen; None where it has seen none."""
    return MigrationContext.configure(connection).get_current_revision()


def is_known(wanted: str) -> bool:
    """Return whether a migration is one of this release's."""
    return any(one.revision == wanted for one in _scripts().walk_revisions())


def heads() -> list[str]:
    """Return the newest migrations; more than one means that two people migrated at once."""
    return _scripts().get_heads()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("workflow.store") / "migrations"))
    config.set_main_option("path_separator", "os")
    return config
