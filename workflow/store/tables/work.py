"""What is waiting to be done: timers, jobs, letters in the outbox, answers not yet sent."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from workflow.store.tables.base import Moment, belongs_to, metadata, one_of

timer = Table(
    "timer",
    metadata,
    Column("id", Text, primary_key=True),
    belongs_to("pathway_case.id", name="case_id"),
    #: The token that waits.
    Column("token_id", Text, nullable=False),
    #: Id of the timer event in the drawing.
    Column("step", Text, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("status", Text, nullable=False),
    Column("ended_at", Moment),
    one_of("status", "waiting", "fired", "cancelled"),
    Index(None, "case_id", "status"),
    Index(None, "status", "due_at"),
)

#: Work that has been promised in a transaction. Arguments are ids, never anything personal.
job = Table(
    "job",
    metadata,
    Column("id", Integer, primary_key=True),
    #: Promising the same thing twice is promising it once.
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    #: JSON object.
    Column("args", Text, nullable=False),
    #: Jobs with the same lock (a case's id) never run at the same time.
    Column("lock", Text),
    Column("status", Text, nullable=False),
    #: When it may be taken: its own time while queued, the end of the lease while running.
    Column("due_at", Moment, nullable=False),
    #: How often it has been taken; the fence against a worker that was believed dead.
    Column("attempt", Integer, nullable=False),
    #: How often its worker vanished in the middle.
    Column("interruptions", Integer, nullable=False),
    Column("ended_at", Moment),
    #: Class of the last error; no message, because that may hold something personal.
    Column("last_error", Text),
    one_of("status", "queued", "running", "done", "failed"),
    CheckConstraint("attempt >= 0", name="attempt_counts"),
    Index(
        "ix_job_unfinished",
        "due_at",
        "id",
        sqlite_where=text("status in ('queued', 'running')"),
        postgresql_where=text("status in ('queued', 'running')"),
    ),
    Index(
        "ix_job_running",
        "lock",
        sqlite_where=text("status = 'running'"),
        postgresql_where=text("status = 'running'"),
    ),
    Index(
        "ix_job_failed",
        "ended_at",
        sqlite_where=text("status = 'failed'"),
        postgresql_where=text("status = 'failed'"),
    ),
)

letter = Table(
    "letter",
    metadata,
    Column("id", Text, primary_key=True),
    belongs_to("pathway_case.id", name="case_id"),
    #: Of the event that tells of it: letters of one moment have their order.
    Column("sequence", Integer, nullable=False),
    Column("step", Text, nullable=False),
    Column("to_role", Text, nullable=False),
    Column("to_name", Text, nullable=False),
    #: Nothing personal: it may travel as an e-mail's subject.
    Column("subject", Text, nullable=False),
    #: Sealed by the codec; read and written by nothing else.
    Column("content", LargeBinary, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("status", Text, nullable=False),
    Column("sent_at", Moment),
    #: `unknown`: a worker vanished while it was being sent.
    one_of("status", "queued", "sending", "sent", "unknown"),
    Index(None, "case_id"),
)

#: A form that a person has begun and not yet sent.
saved_answers = Table(
    "saved_answers",
    metadata,
    belongs_to("task.id", name="task_id"),
    belongs_to("account.id", name="account_id"),
    #: Sealed by the codec; read and written by nothing else.
    Column("content", LargeBinary, nullable=False),
    Column("saved_at", Moment, nullable=False),
    PrimaryKeyConstraint("task_id", "account_id"),
)
