"""Periods of the law that run in cases, the exceptions relied on, and when schools are closed."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from workflow.store.tables.base import Moment, belongs_to, metadata, one_of

clock = Table(
    "clock",
    metadata,
    Column("id", Text, primary_key=True),
    belongs_to("pathway_case.id", name="case_id"),
    #: Of the period in the pathway and in the law, e.g. `"FINAL_PLAN"`.
    Column("code", Text, nullable=False),
    Column("bound", Text, nullable=False),
    Column("started_at", Moment, nullable=False),
    #: The first moment after its last day. Never changed.
    Column("due_at", Moment, nullable=False),
    Column("state", Text, nullable=False),
    #: When its target was reached, in time or not.
    Column("met_at", Moment),
    #: Since when somebody should look at it; NULL where nobody need.
    Column("noticed_at", Moment),
    one_of("bound", "at most", "at least"),
    one_of("state", "running", "met", "missed", "ended"),
    Index(None, "case_id", "code"),
)

#: Each clock that somebody should look at, once for each party that should; what offers are for
#: tasks.
clock_notice = Table(
    "clock_notice",
    metadata,
    belongs_to("clock.id", name="clock_id"),
    #: As of an offer.
    Column("taker", Text, nullable=False),
    #: As of the clock.
    Column("due_at", Moment, nullable=False),
    PrimaryKeyConstraint("clock_id", "taker"),
    Index("ix_clock_notice_soonest", "taker", "due_at", "clock_id"),
)

#: An exception of the law that was relied on. Append-only; triggers refuse the rest.
clock_exception = Table(
    "clock_exception",
    metadata,
    Column("id", Text, primary_key=True),
    #: The idempotency key of the form: a second try finds it here.
    Column("key", Text, nullable=False, unique=True),
    belongs_to("clock.id", name="clock_id"),
    Column("exception", Text, nullable=False),
    #: Sealed by the codec; read and written by nothing else.
    Column("content", LargeBinary, nullable=False),
    belongs_to("letter.id", name="letter_id"),
    belongs_to("account.id", name="by_account"),
    Column("by_name", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "clock_id"),
)

#: Days on which a setting is closed, or, without one, all that have no dates of their own.
closure = Table(
    "closure",
    metadata,
    Column("id", Text, primary_key=True),
    belongs_to("organisation.id", name="setting_id", nullable=True),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("what", Text, nullable=False),
    CheckConstraint("first_on <= last_on", name="first_before_last"),
    Index(None, "setting_id"),
)
