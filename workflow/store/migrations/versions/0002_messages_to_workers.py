"""The tables through which PostgreSQL wakes workers: those of Procrastinate 3.10.

SQLite is for one machine, whose workers wake each other.

Revision ID: 0002
Revises: 0001
"""

from importlib.resources import files

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what the library brings as one script."""
    if op.get_bind().dialect.name == "postgresql":
        script = files("procrastinate.sql").joinpath("schema.sql").read_text("utf-8")
        op.get_bind().exec_driver_sql(script.replace("%", "%%"))
