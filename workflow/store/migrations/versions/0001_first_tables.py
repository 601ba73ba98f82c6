"""The first tables.

Revision ID: 0001
Revises:
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: Rows of these tables are written once and stay.
_APPEND_ONLY = ("answers", "event", "version")

#: For PostgreSQL, whose triggers call a function.
_REFUSE = """
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$
"""


def upgrade() -> None:
    """Create everything."""
    _create_people()
    _create_children()
    _create_cases()
    _create_parties()
    _create_record()
    _create_history()
    _create_timers()
    _create_jobs()
    _create_letters()
    _create_visits()
    _refuse_changes()


def _refuse_changes() -> None:
    """Have the database itself refuse to change what has been written."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_REFUSE)
        for table in _APPEND_ONLY:
            for action, each in (("update", "row"), ("delete", "row"), ("truncate", "statement")):
                op.execute(
                    f"create trigger {table}_refuses_{action} before {action} on {table} "
                    f"for each {each} execute function refuse_change()"
                )
        return
    for table in _APPEND_ONLY:
        for action in ("update", "delete"):
            op.execute(
                f"create trigger {table}_refuses_{action} before {action} on {table} "
                f"begin select raise(abort, '{table} is append-only'); end"
            )


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [_text(name) for name in names]


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _belongs_to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _index_only(name: str, table: str, columns: list[str], *, where: str) -> None:
    """Create an index that holds only the rows that fulfil a condition."""
    rows = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=rows, postgresql_where=rows)


def _create_people() -> None:
    """Create who there is."""
    op.create_table(
        "account",
        *_texts("id", "name"),
        _text("email", nullable=True),
        _text("password_hash", nullable=True),
        _moment("created_at"),
        _moment("disabled_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    op.create_table(
        "organisation",
        *_texts("id", "name", "kind"),
        _check("ck_organisation_kind_known", "kind in ('council', 'setting')"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "membership",
        *_texts("account_id", "organisation_id", "role"),
        _belongs_to("membership", "account_id", "account"),
        _belongs_to("membership", "organisation_id", "organisation"),
        sa.PrimaryKeyConstraint(
            "account_id", "organisation_id", "role", name=op.f("pk_membership")
        ),
    )


def _create_children() -> None:
    """Create children and who speaks for them."""
    op.create_table(
        "child",
        *_texts("id", "preferred_name"),
        sa.Column("born_on", sa.Date(), nullable=False),
        _text("setting_id", nullable=True),
        _belongs_to("child", "setting_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child")),
    )
    op.create_table(
        "child_party",
        *_texts("child_id", "role"),
        _text("account_id", nullable=True),
        _text("organisation_id", nullable=True),
        _check("ck_child_party_one_party", "(account_id is null) <> (organisation_id is null)"),
        _belongs_to("child_party", "account_id", "account"),
        _belongs_to("child_party", "child_id", "child"),
        _belongs_to("child_party", "organisation_id", "organisation"),
        sa.UniqueConstraint(
            "child_id", "role", "account_id", name=op.f("uq_child_party_child_id_role_account_id")
        ),
        sa.UniqueConstraint(
            "child_id",
            "role",
            "organisation_id",
            name=op.f("uq_child_party_child_id_role_organisation_id"),
        ),
    )
    op.create_index(op.f("ix_child_party_account_id"), "child_party", ["account_id"])
    op.create_table(
        "desk",
        *_texts("role", "organisation_id"),
        _belongs_to("desk", "organisation_id", "organisation"),
        sa.PrimaryKeyConstraint("role", "organisation_id", name=op.f("pk_desk")),
    )


def _create_cases() -> None:
    """Create versions and cases."""
    op.create_table(
        "version",
        *_texts("id", "key"),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("sha256"),
        _moment("published_at"),
        sa.Column("sources", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_version")),
        sa.UniqueConstraint("key", "number", name=op.f("uq_version_key_number")),
    )
    op.create_table(
        "pathway_case",
        *_texts("id", "reference", "version_id", "child_id", "status", "snapshot"),
        sa.Column("revision", sa.Integer(), nullable=False),
        _moment("opened_at"),
        _moment("completed_at", nullable=True),
        _text("outcome", nullable=True),
        sa.Column("history_length", sa.Integer(), nullable=False),
        _text("history_head"),
        _check("ck_pathway_case_status_known", "status in ('active', 'completed')"),
        _belongs_to("pathway_case", "child_id", "child"),
        _belongs_to("pathway_case", "version_id", "version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pathway_case")),
        sa.UniqueConstraint("reference", name=op.f("uq_pathway_case_reference")),
    )
    op.create_index(op.f("ix_pathway_case_child_id"), "pathway_case", ["child_id"])


def _create_parties() -> None:
    """Create who takes part in a case, and their tasks."""
    op.create_table(
        "party",
        *_texts("case_id", "role"),
        _text("account_id", nullable=True),
        _text("organisation_id", nullable=True),
        _check("ck_party_one_party", "(account_id is null) <> (organisation_id is null)"),
        _belongs_to("party", "account_id", "account"),
        _belongs_to("party", "case_id", "pathway_case"),
        _belongs_to("party", "organisation_id", "organisation"),
        sa.UniqueConstraint(
            "case_id", "role", "account_id", name=op.f("uq_party_case_id_role_account_id")
        ),
        sa.UniqueConstraint(
            "case_id", "role", "organisation_id", name=op.f("uq_party_case_id_role_organisation_id")
        ),
    )
    op.create_index(op.f("ix_party_account_id_role"), "party", ["account_id", "role"])
    op.create_index(op.f("ix_party_organisation_id_role"), "party", ["organisation_id", "role"])
    op.create_table(
        "task",
        *_texts("id", "case_id", "token", "step", "place", "round", "role", "status"),
        _moment("offered_at"),
        _moment("due_at", nullable=True),
        _moment("ended_at", nullable=True),
        _text("ended_by_account", nullable=True),
        _text("ended_by_name", nullable=True),
        _check("ck_task_status_known", "status in ('ready', 'completed', 'exited')"),
        _belongs_to("task", "case_id", "pathway_case"),
        _belongs_to("task", "ended_by_account", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint("case_id", "token", name=op.f("uq_task_case_id_token")),
    )
    op.create_index(op.f("ix_task_case_id_status_role"), "task", ["case_id", "status", "role"])


def _create_record() -> None:
    """Create the case record."""
    op.create_table(
        "answers",
        _text("case_id"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        *_texts("step", "place", "round", "kind"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _text("by_account", nullable=True),
        *_texts("by_name", "role"),
        _moment("at"),
        _text("version_id"),
        _check("ck_answers_kind_known", "kind in ('person', 'decision')"),
        _check("ck_answers_sequence_from_one", "sequence >= 1"),
        _belongs_to("answers", "by_account", "account"),
        _belongs_to("answers", "case_id", "pathway_case"),
        _belongs_to("answers", "version_id", "version"),
        sa.PrimaryKeyConstraint("case_id", "sequence", name=op.f("pk_answers")),
    )
    op.create_index(
        op.f("ix_answers_case_id_by_account_step"), "answers", ["case_id", "by_account", "step"]
    )
    op.create_table(
        "latest",
        *_texts("case_id", "step", "place"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        _text("round"),
        sa.ForeignKeyConstraint(
            ["case_id", "sequence"],
            ["answers.case_id", "answers.sequence"],
            name=op.f("fk_latest_case_id_sequence_answers"),
        ),
        sa.PrimaryKeyConstraint("case_id", "step", "place", name=op.f("pk_latest")),
    )


def _create_history() -> None:
    """Create the history."""
    op.create_table(
        "event",
        _text("case_id"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        _moment("at"),
        _text("kind"),
        _text("by_account", nullable=True),
        _text("by_name"),
        _text("step", nullable=True),
        _text("details"),
        _text("content_hash", nullable=True),
        *_texts("previous_hash", "hash"),
        _check("ck_event_sequence_from_one", "sequence >= 1"),
        _belongs_to("event", "by_account", "account"),
        _belongs_to("event", "case_id", "pathway_case"),
        sa.PrimaryKeyConstraint("case_id", "sequence", name=op.f("pk_event")),
    )


def _create_timers() -> None:
    """Create the timers."""
    op.create_table(
        "timer",
        *_texts("id", "case_id", "token_id", "step"),
        _moment("due_at"),
        _text("status"),
        _moment("ended_at", nullable=True),
        _check("ck_timer_status_known", "status in ('waiting', 'fired', 'cancelled')"),
        _belongs_to("timer", "case_id", "pathway_case"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timer")),
    )
    op.create_index(op.f("ix_timer_case_id_status"), "timer", ["case_id", "status"])
    op.create_index(op.f("ix_timer_status_due_at"), "timer", ["status", "due_at"])


def _create_jobs() -> None:
    """Create the jobs."""
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("key", "kind", "args"),
        _text("lock", nullable=True),
        _text("status"),
        _moment("due_at"),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("interruptions", sa.Integer(), nullable=False),
        _moment("ended_at", nullable=True),
        _text("last_error", nullable=True),
        _check("ck_job_status_known", "status in ('queued', 'running', 'done', 'failed')"),
        _check("ck_job_attempt_counts", "attempt >= 0"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("key", name=op.f("uq_job_key")),
    )
    _index_only("ix_job_failed", "job", ["ended_at"], where="status = 'failed'")
    _index_only("ix_job_running", "job", ["lock"], where="status = 'running'")
    _index_only(
        "ix_job_unfinished", "job", ["due_at", "id"], where="status in ('queued', 'running')"
    )


def _create_letters() -> None:
    """Create letters and answers not yet sent."""
    op.create_table(
        "letter",
        *_texts("id", "case_id"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        *_texts("step", "to_role", "to_name"),
        _text("subject"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _moment("written_at"),
        _text("status"),
        _moment("sent_at", nullable=True),
        _check("ck_letter_status_known", "status in ('queued', 'sending', 'sent', 'unknown')"),
        _belongs_to("letter", "case_id", "pathway_case"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    op.create_index(op.f("ix_letter_case_id"), "letter", ["case_id"])
    op.create_table(
        "saved_answers",
        *_texts("task_id", "account_id"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _moment("saved_at"),
        _belongs_to("saved_answers", "account_id", "account"),
        _belongs_to("saved_answers", "task_id", "task"),
        sa.PrimaryKeyConstraint("task_id", "account_id", name=op.f("pk_saved_answers")),
    )


def _create_visits() -> None:
    """Create what the pages remember."""
    op.create_table(
        "submission",
        _text("key"),
        _text("task_id", nullable=True),
        _text("case_id", nullable=True),
        _text("account_id"),
        _moment("at"),
        _check("ck_submission_about_something", "task_id is not null or case_id is not null"),
        _belongs_to("submission", "account_id", "account"),
        _belongs_to("submission", "case_id", "pathway_case"),
        _belongs_to("submission", "task_id", "task"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_submission")),
    )
    op.create_table(
        "session",
        _text("token_hash"),
        _text("account_id", nullable=True),
        _text("content"),
        _moment("created_at"),
        _moment("seen_at"),
        _moment("ends_at"),
        _belongs_to("session", "account_id", "account"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_session")),
    )
    op.create_index(op.f("ix_session_account_id"), "session", ["account_id"])
    op.create_index(op.f("ix_session_ends_at"), "session", ["ends_at"])
    op.create_table(
        "throttle",
        _text("key"),
        _moment("window_start"),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "window_start", name=op.f("pk_throttle")),
    )
    op.create_table(
        "demo_clock",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("offset_seconds", sa.Integer(), nullable=False),
        _check("ck_demo_clock_one_row", "id = 1"),
        _check("ck_demo_clock_only_forward", "offset_seconds >= 0"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demo_clock")),
    )
