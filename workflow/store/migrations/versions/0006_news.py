"""What cases wait for, and what they send each other.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "awaited",
        *_texts("id", "case_id", "token", "step", "place", "round", "kind", "name", "about"),
        *_texts("role"),
        _moment("since"),
        *_texts("status"),
        _moment("ended_at", nullable=True),
        _check("awaited", "kind", "'message', 'signal', 'condition'"),
        _check("awaited", "status", "'waiting', 'come', 'gone'"),
        _belongs_to_a_case("awaited", "case_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_awaited")),
    )
    _index("awaited", "case_id", "status")
    _index("awaited", "status", "kind", "name", "about", "since")
    op.create_table(
        "news_offer",
        *_texts("awaited_id", "taker"),
        _moment("since"),
        sa.ForeignKeyConstraint(
            ["awaited_id"], ["awaited.id"], name=op.f("fk_news_offer_awaited_id_awaited")
        ),
        sa.PrimaryKeyConstraint("awaited_id", "taker", name=op.f("pk_news_offer")),
    )
    op.create_index("ix_news_offer_longest", "news_offer", ["taker", "since", "awaited_id"])
    op.create_table(
        "message",
        *_texts("id", "case_id", "step", "kind", "name", "about"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _moment("sent_at"),
        _moment("keep_until"),
        *_texts("chain"),
        sa.Column("hops", sa.Integer(), nullable=False),
        *_texts("status"),
        sa.Column("to_case", sa.Text(), nullable=True),
        _moment("ended_at", nullable=True),
        _check("message", "kind", "'message', 'signal', 'start'"),
        _check("message", "status", "'kept', 'delivered', 'expired'"),
        _belongs_to_a_case("message", "case_id"),
        _belongs_to_a_case("message", "to_case"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    _index("message", "status", "kind", "name", "about", "sent_at")
    _index("message", "chain")
    _index("message", "case_id")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _check(table: str, column: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} in ({words})", name=op.f(f"ck_{table}_{column}_known"))


def _belongs_to_a_case(table: str, column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_pathway_case")
    return sa.ForeignKeyConstraint([column], ["pathway_case.id"], name=name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
