"""What cases wait for that is no time and no task, and what they send each other."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from workflow.store.tables.base import Moment, belongs_to, metadata, one_of

#: A wait for a message, a signal or a condition; one that is over stays, as timers do.
awaited = Table(
    "awaited",
    metadata,
    Column("id", Text, primary_key=True),
    belongs_to("pathway_case.id", name="case_id"),
    #: The token that waits, and the id of the event or step in the drawing.
    Column("token", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("kind", Text, nullable=False),
    #: Of the message or signal; empty for a condition.
    Column("name", Text, nullable=False),
    #: Digest of what the message must be about; empty where only a person can say that it came.
    Column("about", Text, nullable=False),
    #: The lane that may say that it has come.
    Column("role", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("status", Text, nullable=False),
    Column("ended_at", Moment),
    one_of("kind", "message", "signal", "condition"),
    one_of("status", "waiting", "come", "gone"),
    Index(None, "case_id", "status"),
    Index(None, "status", "kind", "name", "about", "since"),
)

#: Who may say that news has come, by the lane of its event: as an offer of a task.
news_offer = Table(
    "news_offer",
    metadata,
    belongs_to("awaited.id", name="awaited_id"),
    #: As of an offer.
    Column("taker", Text, nullable=False),
    #: As of the wait.
    Column("since", Moment, nullable=False),
    PrimaryKeyConstraint("awaited_id", "taker"),
    Index("ix_news_offer_longest", "taker", "since", "awaited_id"),
)

#: What a case has sent to others: a message, a signal, or the start of another case.
message = Table(
    "message",
    metadata,
    Column("id", Text, primary_key=True),
    #: Who sent it.
    belongs_to("pathway_case.id", name="case_id"),
    Column("step", Text, nullable=False),
    Column("kind", Text, nullable=False),
    #: Of the message or signal; for a start the key of the pathway.
    Column("name", Text, nullable=False),
    #: Digest of what it is about; empty for a signal and a start.
    Column("about", Text, nullable=False),
    #: Sealed by the codec; read and written by nothing else.
    Column("content", LargeBinary, nullable=False),
    Column("sent_at", Moment, nullable=False),
    #: Until when it is kept for somebody who begins to wait for it.
    Column("keep_until", Moment, nullable=False),
    #: Id of the message that began the chain, and how many were between; bounds storms.
    Column("chain", Text, nullable=False),
    Column("hops", Integer, nullable=False),
    Column("status", Text, nullable=False),
    #: The case that it has reached, where that is one.
    belongs_to("pathway_case.id", name="to_case", nullable=True),
    Column("ended_at", Moment),
    one_of("kind", "message", "signal", "start"),
    one_of("status", "kept", "delivered", "expired"),
    Index(None, "status", "kind", "name", "about", "sent_at"),
    Index(None, "chain"),
    Index(None, "case_id"),
)
