"""Who there is: accounts, organisations, children, and who speaks for whom."""

from sqlalchemy import Column, Date, Index, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from workflow.store.tables.base import (
    Moment,
    belongs_to,
    index_of_those_with,
    metadata,
    one_of,
    one_party,
)

account = Table(
    "account",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    #: Signs in with it; kept in lower case by who writes it.
    Column("email", Text, unique=True),
    #: argon2id in its own text format; NULL where another way of signing in is used.
    Column("password_hash", Text),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
)

organisation = Table(
    "organisation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    one_of("kind", "council", "setting"),
)

membership = Table(
    "membership",
    metadata,
    belongs_to("account.id", name="account_id"),
    belongs_to("organisation.id", name="organisation_id"),
    Column("role", Text, nullable=False),
    PrimaryKeyConstraint("account_id", "organisation_id", "role"),
    #: Who is to be told what concerns a team.
    Index(None, "organisation_id", "role"),
)

child = Table(
    "child",
    metadata,
    Column("id", Text, primary_key=True),
    Column("preferred_name", Text, nullable=False),
    Column("born_on", Date, nullable=False),
    #: The school or college they go to.
    belongs_to("organisation.id", name="setting_id", nullable=True),
)

#: Who speaks for or looks after a child; copied to a case's parties when it is opened.
child_party = Table(
    "child_party",
    metadata,
    belongs_to("child.id", name="child_id"),
    Column("role", Text, nullable=False),
    belongs_to("account.id", name="account_id", nullable=True),
    belongs_to("organisation.id", name="organisation_id", nullable=True),
    UniqueConstraint("child_id", "role", "account_id"),
    UniqueConstraint("child_id", "role", "organisation_id"),
    one_party(),
    index_of_those_with("account_id"),
    index_of_those_with("organisation_id", "role"),
)

#: Which team takes a lane for every case.
desk = Table(
    "desk",
    metadata,
    Column("role", Text, nullable=False),
    belongs_to("organisation.id", name="organisation_id"),
    PrimaryKeyConstraint("role", "organisation_id"),
)
