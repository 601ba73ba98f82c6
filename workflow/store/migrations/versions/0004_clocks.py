"""Periods of the law that run in cases, the exceptions relied on, and when schools are closed.

Revision ID: 0004
Revises: 0003
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

#: Rows of this table are written once and stay.
_APPEND_ONLY = "clock_exception"


def upgrade() -> None:
    """Create the tables."""
    _create_clocks()
    _create_exceptions()
    _create_closures()
    for action in ("update", "delete"):
        _refuse(_APPEND_ONLY, action)


def _create_clocks() -> None:
    op.create_table(
        "clock",
        *_texts("id", "case_id", "code", "bound", "state"),
        *_moments("started_at", "due_at"),
        *_moments("met_at", "noticed_at", nullable=True),
        _check("ck_clock_bound_known", "bound in ('at most', 'at least')"),
        _check("ck_clock_state_known", "state in ('running', 'met', 'missed', 'ended')"),
        _belongs_to("clock", "case_id", "pathway_case"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock")),
    )
    op.create_index(op.f("ix_clock_case_id_code"), "clock", ["case_id", "code"])
    noticed = sa.text("noticed_at is not null")
    op.create_index(
        "ix_clock_noticed", "clock", ["due_at"], sqlite_where=noticed, postgresql_where=noticed
    )


def _create_exceptions() -> None:
    op.create_table(
        "clock_exception",
        *_texts("id", "key", "clock_id", "exception", "letter_id", "by_account", "by_name"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        *_moments("at"),
        _belongs_to("clock_exception", "by_account", "account"),
        _belongs_to("clock_exception", "clock_id", "clock"),
        _belongs_to("clock_exception", "letter_id", "letter"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_exception")),
        sa.UniqueConstraint("key", name=op.f("uq_clock_exception_key")),
    )
    op.create_index(op.f("ix_clock_exception_clock_id"), "clock_exception", ["clock_id"])


def _create_closures() -> None:
    op.create_table(
        "closure",
        *_texts("id", "what"),
        sa.Column("setting_id", sa.Text()),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        _check("ck_closure_first_before_last", "first_on <= last_on"),
        _belongs_to("closure", "setting_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    op.create_index(op.f("ix_closure_setting_id"), "closure", ["setting_id"])


def _refuse(table: str, action: str) -> None:
    """Have the database itself refuse an action on the rows of a table."""
    trigger = f"create trigger {table}_refuses_{action} before {action} on {table} "
    refusal = f"{table} is append-only"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"{trigger}begin select raise(abort, '{refusal}'); end")
        return
    op.execute(
        f"create function {table}_refuses_{action}() returns trigger language plpgsql as "
        f"$$ begin raise exception '{refusal}'; end $$"
    )
    op.execute(f"{trigger}for each row execute function {table}_refuses_{action}()")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _moments(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=nullable) for name in names]


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _belongs_to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
