"""Long lists are read page by page, each from one index.

Revision ID: 0005
Revises: 0004
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what the lists are read from, and fill it."""
    _create_offers()
    _create_clock_notices()
    _date_parties()
    op.drop_index("ix_child_party_account_id", "child_party")
    _index_those_with("child_party", "account_id")
    _index_those_with("child_party", "organisation_id", "role")


def _index_those_with(table: str, *columns: str) -> None:
    """Create an index of the rows that have the first of these columns."""
    there = sa.text(f"{columns[0]} is not null")
    name = op.f(f"ix_{table}_{'_'.join(columns)}")
    op.create_index(name, table, list(columns), sqlite_where=there, postgresql_where=there)


def _create_offers() -> None:
    op.create_table(
        "offer",
        *_texts("task_id", "taker", "step"),
        *_moments("due_at", "offered_at"),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_offer_task_id_task")),
        sa.PrimaryKeyConstraint("task_id", "taker", name=op.f("pk_offer")),
    )
    op.execute(
        "insert into offer (task_id, taker, step, due_at, offered_at) "
        "select task.id, coalesce(party.account_id, party.organisation_id || '/' || party.role), "
        "task.step, coalesce(task.due_at, '9999-12-31 00:00:00.000000'), task.offered_at "
        "from task join party on party.case_id = task.case_id and party.role = task.role "
        "where task.status = 'ready'"
    )
    soonest = ["due_at", "offered_at", "task_id"]
    op.create_index("ix_offer_soonest", "offer", ["taker", *soonest])
    op.create_index("ix_offer_step_soonest", "offer", ["taker", "step", *soonest])


def _create_clock_notices() -> None:
    op.create_table(
        "clock_notice",
        *_texts("clock_id", "taker"),
        *_moments("due_at"),
        sa.ForeignKeyConstraint(
            ["clock_id"], ["clock.id"], name=op.f("fk_clock_notice_clock_id_clock")
        ),
        sa.PrimaryKeyConstraint("clock_id", "taker", name=op.f("pk_clock_notice")),
    )
    op.execute(
        "insert into clock_notice (clock_id, taker, due_at) select distinct "
        "clock.id, coalesce(party.account_id, party.organisation_id || '/' || party.role), "
        "clock.due_at from clock join party on party.case_id = clock.case_id "
        "where clock.noticed_at is not null and party.role in ('case_officer', 'manager')"
    )
    op.create_index("ix_clock_notice_soonest", "clock_notice", ["taker", "due_at", "clock_id"])
    op.drop_index("ix_clock_noticed", "clock")


def _date_parties() -> None:
    """Give each party the moment at which its case was opened."""
    op.add_column("party", sa.Column("opened_at", sa.DateTime(timezone=True)))
    op.execute(
        "update party set opened_at = "
        "(select opened_at from pathway_case where pathway_case.id = party.case_id)"
    )
    for one in ("account_id", "organisation_id"):
        op.drop_index(f"ix_party_{one}_role", "party")
    with op.batch_alter_table("party") as party:
        party.alter_column("opened_at", existing_type=sa.DateTime(timezone=True), nullable=False)
    for one in ("account_id", "organisation_id"):
        _index_those_with("party", one, "role", "opened_at", "case_id")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _moments(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in names]
