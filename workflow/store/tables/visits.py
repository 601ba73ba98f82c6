"""What the pages need to remember: forms already sent, sessions, counts of attempts, demo time."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from workflow.store.tables.base import Moment, belongs_to, metadata

#: The idempotency key of every form that was sent: a second try finds it here.
submission = Table(
    "submission",
    metadata,
    Column("key", Text, primary_key=True),
    #: What the form was about: a task, or the case that it opened.
    belongs_to("task.id", name="task_id", nullable=True),
    belongs_to("pathway_case.id", name="case_id", nullable=True),
    belongs_to("account.id", name="account_id"),
    Column("at", Moment, nullable=False),
    CheckConstraint("task_id is not null or case_id is not null", name="about_something"),
)

session = Table(
    "session",
    metadata,
    #: SHA-256 of the token in the cookie: who reads the table cannot sign in.
    Column("token_hash", Text, primary_key=True),
    belongs_to("account.id", name="account_id", nullable=True),
    #: JSON.
    Column("content", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Index(None, "account_id"),
    Index(None, "ends_at"),
)

throttle = Table(
    "throttle",
    metadata,
    #: What is counted, e.g. a hash of an address; nothing personal.
    Column("key", Text, nullable=False),
    Column("window_start", Moment, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("key", "window_start"),
)

#: How far demo time runs ahead; one row at most.
demo_clock = Table(
    "demo_clock",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("offset_seconds", Integer, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("offset_seconds >= 0", name="only_forward"),
)
