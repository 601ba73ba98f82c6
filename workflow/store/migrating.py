"""Brings the tables of a database up to this release."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    """Run the migrations that have not been run, in the transaction of this connection."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def heads() -> list[str]:
    """Return the newest migrations; more than one means that two people migrated at once."""
    return ScriptDirectory.from_config(_config()).get_heads()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("workflow.store") / "migrations"))
    config.set_main_option("path_separator", "os")
    return config
