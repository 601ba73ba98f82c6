"""What officers put right: suspended and terminated cases, tasks with an assignee, changed answers.

Revision ID: 0007
Revises: 0006
"""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KINDS = (
    "CaseSuspended",
    "CaseResumed",
    "WentBack",
    "TaskSkipped",
    "AnswersChanged",
    "TaskDelegated",
    "PartyChanged",
    "CaseTerminated",
)
_CASE = ("active", "completed"), ("active", "suspended", "completed", "terminated")
_TASK = (
    ("ready", "completed", "exited"),
    ("ready", "reserved", "completed", "exited", "obsolete"),
)


def upgrade() -> None:
    """Create the table, the columns and the words."""
    op.add_column("task", sa.Column("assignee_account", sa.Text()))
    op.add_column("task", sa.Column("assignee_name", sa.Text()))
    op.add_column("answers", sa.Column("replaces", sa.Integer()))
    if op.get_bind().dialect.name == "sqlite":
        _rewrite_sqlite()
    else:
        _know_more_words("pathway_case", _CASE[1])
        _know_more_words("task", _TASK[1])
        op.create_foreign_key(
            op.f("fk_task_assignee_account_account"),
            "task",
            "account",
            ["assignee_account"],
            ["id"],
        )
    _create_corrections()
    for action in ("update", "delete"):
        _refuse("correction", action)


def _create_corrections() -> None:
    op.create_table(
        "correction",
        *(_text(name) for name in ("case_id", "key", "kind", "by_account", "by_name")),
        *(_text(name, nullable=True) for name in ("step", "letter_id")),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(_in("kind", _KINDS), name=op.f("ck_correction_kind_known")),
        _belongs_to("by_account", "account"),
        _belongs_to("case_id", "pathway_case"),
        _belongs_to("letter_id", "letter"),
        sa.PrimaryKeyConstraint("case_id", "sequence", name=op.f("pk_correction")),
        sa.UniqueConstraint("key", name=op.f("uq_correction_key")),
    )


def _know_more_words(table: str, words: tuple[str, ...]) -> None:
    name = op.f(f"ck_{table}_status_known")
    op.drop_constraint(name, table, type_="check")
    op.create_check_constraint(name, table, _in("status", words))


def _rewrite_sqlite() -> None:
    """Change what SQLite cannot alter: the words of two columns, and a foreign key.

    The rows stay as they are, so the text of the tables is all that changes; making the tables
    anew would look through all that refers to them.

    Source: sqlite.org/lang_altertable.html, section 7, the second procedure.
    """
    foreign_key = (
        "CONSTRAINT fk_task_assignee_account_account "
        "FOREIGN KEY(assignee_account) REFERENCES account (id)"
    )
    task = {
        _in("status", _TASK[0]): _in("status", _TASK[1]),
        ", assignee_account TEXT": ", \n\tassignee_account TEXT",
        ", assignee_name TEXT": ", \n\tassignee_name TEXT",
        "\n)": f", \n\t{foreign_key}\n)",
    }
    answers = {", replaces INTEGER": ", \n\treplaces INTEGER"}
    connection = op.get_bind()
    version = connection.exec_driver_sql("pragma schema_version").scalar_one()
    connection.exec_driver_sql("pragma writable_schema = on")
    _rewrite("pathway_case", {_in("status", _CASE[0]): _in("status", _CASE[1])})
    _rewrite("task", task)
    _rewrite("answers", answers)
    connection.exec_driver_sql(f"pragma schema_version = {version + 1}")
    connection.exec_driver_sql("pragma writable_schema = off")


def _rewrite(table: str, changes: Mapping[str, str]) -> None:
    """Replace parts of the text of a table; each must be there, once."""
    named = {"name": table}
    read = sa.text("select sql from sqlite_master where type = 'table' and name = :name")
    sql = op.get_bind().execute(read, named).scalar_one()
    for old, new in changes.items():
        if sql.count(old) != 1:
            raise RuntimeError(f"Expected {table} to have {old} once, but it has not.")
        sql = sql.replace(old, new)
    write = sa.text("update sqlite_master set sql = :sql where type = 'table' and name = :name")
    op.get_bind().execute(write, {**named, "sql": sql})


def _refuse(table: str, action: str) -> None:
    """Have the database itself refuse an action on the rows of a table."""
    trigger = f"create trigger {table}_refuses_{action} before {action} on {table} "
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"{trigger}begin select raise(abort, '{table} is append-only'); end")
        return
    op.execute(f"{trigger}for each row execute function refuse_change()")


def _in(column: str, words: tuple[str, ...]) -> str:
    named = ", ".join(f"'{word}'" for word in words)
    return f"{column} in ({named})"


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _belongs_to(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_correction_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
