"""What happens: versions, cases with their parties and tasks, the case record, the history."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from workflow.store.tables.base import (
    Moment,
    belongs_to,
    index_of_those_with,
    metadata,
    one_of,
    one_party,
)

#: One published edition of a pathway; never changed, never deleted.
version = Table(
    "version",
    metadata,
    #: `"quick_one_off@3"`.
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("published_at", Moment, nullable=False),
    #: All files of the pathway in one.
    Column("sources", LargeBinary, nullable=False),
    UniqueConstraint("key", "number"),
)

#: `case` is a word of SQL itself; this name needs no quotes.
case = Table(
    "pathway_case",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    belongs_to("version.id", name="version_id"),
    belongs_to("child.id", name="child_id"),
    Column("status", Text, nullable=False),
    #: Live tokens as the interpreter writes them.
    Column("snapshot", Text, nullable=False),
    #: Counts saves; an update names the one that it read.
    Column("revision", Integer, nullable=False),
    Column("opened_at", Moment, nullable=False),
    #: When it came to its end, or was terminated.
    Column("completed_at", Moment),
    #: Id of the end event reached.
    Column("outcome", Text),
    #: How many events the case has, and the hash of the last: a shortened history shows.
    Column("history_length", Integer, nullable=False),
    Column("history_head", Text, nullable=False),
    one_of("status", "active", "suspended", "completed", "terminated"),
    Index(None, "child_id"),
)

party = Table(
    "party",
    metadata,
    belongs_to("pathway_case.id", name="case_id"),
    Column("role", Text, nullable=False),
    belongs_to("account.id", name="account_id", nullable=True),
    belongs_to("organisation.id", name="organisation_id", nullable=True),
    #: The case's own, so that a page of somebody's cases is read from one index.
    Column("opened_at", Moment, nullable=False),
    UniqueConstraint("case_id", "role", "account_id"),
    UniqueConstraint("case_id", "role", "organisation_id"),
    one_party(),
    index_of_those_with("account_id", "role", "opened_at", "case_id"),
    index_of_those_with("organisation_id", "role", "opened_at", "case_id"),
)

task = Table(
    "task",
    metadata,
    Column("id", Text, primary_key=True),
    belongs_to("pathway_case.id", name="case_id"),
    #: The token that waits; unique in the case.
    Column("token", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("offered_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("ended_at", Moment),
    belongs_to("account.id", name="ended_by_account", nullable=True),
    Column("ended_by_name", Text),
    #: Who has claimed it, while it is reserved.
    belongs_to("account.id", name="assignee_account", nullable=True),
    Column("assignee_name", Text),
    one_of("status", "ready", "reserved", "completed", "exited", "obsolete"),
    UniqueConstraint("case_id", "token"),
    #: Worklists and moves look at waiting tasks only, however many have been done.
    Index(None, "case_id", "status", "role"),
)

#: Each waiting task, once for each party that takes its lane: a page of somebody's worklist is read
#: from one index, however much waits for others.
offer = Table(
    "offer",
    metadata,
    belongs_to("task.id", name="task_id"),
    #: An account's id, or an organisation's with a role in it (`workflow.store.parties`).
    Column("taker", Text, nullable=False),
    Column("step", Text, nullable=False),
    #: As of the task; a day that never comes where it has none.
    Column("due_at", Moment, nullable=False),
    Column("offered_at", Moment, nullable=False),
    PrimaryKeyConstraint("task_id", "taker"),
    Index("ix_offer_soonest", "taker", "due_at", "offered_at", "task_id"),
    Index("ix_offer_step_soonest", "taker", "step", "due_at", "offered_at", "task_id"),
)

#: The case record: one row per completed step or decision. Append-only; triggers refuse the rest.
answers = Table(
    "answers",
    metadata,
    belongs_to("pathway_case.id", name="case_id"),
    #: Counts the rows of the case from 1.
    Column("sequence", Integer, nullable=False),
    Column("step", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("kind", Text, nullable=False),
    #: Sealed by the codec; read and written by nothing else.
    Column("content", LargeBinary, nullable=False),
    belongs_to("account.id", name="by_account", nullable=True),
    Column("by_name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("at", Moment, nullable=False),
    belongs_to("version.id", name="version_id"),
    #: The sequence of the row whose answers were changed; NULL where nothing was.
    Column("replaces", Integer),
    PrimaryKeyConstraint("case_id", "sequence"),
    one_of("kind", "person", "decision"),
    CheckConstraint("sequence >= 1", name="sequence_from_one"),
    #: Who has done what, for the separation of duties.
    Index(None, "case_id", "by_account", "step"),
)

#: Points at the newest row of each address, so that reading the record does not grow with it.
latest = Table(
    "latest",
    metadata,
    Column("case_id", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("round", Text, nullable=False),
    PrimaryKeyConstraint("case_id", "step", "place"),
    ForeignKeyConstraint(["case_id", "sequence"], ["answers.case_id", "answers.sequence"]),
)

#: What happened, chained by hash (`workflow.store.history`). Append-only; triggers refuse the rest.
event = Table(
    "event",
    metadata,
    belongs_to("pathway_case.id", name="case_id"),
    #: Counts the events of the case from 1.
    Column("sequence", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("kind", Text, nullable=False),
    belongs_to("account.id", name="by_account", nullable=True),
    Column("by_name", Text, nullable=False),
    Column("step", Text),
    #: JSON without anything personal: ids, rule ids, flows travelled.
    Column("details", Text, nullable=False),
    #: Hash of the sealed answers or letter that it is about.
    Column("content_hash", Text),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("case_id", "sequence"),
    CheckConstraint("sequence >= 1", name="sequence_from_one"),
)
