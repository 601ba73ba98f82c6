"""The members of a team are found without looking through all.

Revision ID: 0003
Revises: 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the index."""
    op.create_index(
        op.f("ix_membership_organisation_id_role"), "membership", ["organisation_id", "role"]
    )
