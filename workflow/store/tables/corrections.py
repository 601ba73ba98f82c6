"""What officers put right in cases."""

from sqlalchemy import Column, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from workflow.model.correction import CorrectionKind
from workflow.store.tables.base import Moment, belongs_to, metadata, one_of

#: One thing that was put right. Append-only; triggers refuse the rest.
correction = Table(
    "correction",
    metadata,
    belongs_to("pathway_case.id", name="case_id"),
    #: Of the event that tells of it.
    Column("sequence", Integer, nullable=False),
    #: The idempotency key of the form: a second try finds it here.
    Column("key", Text, nullable=False, unique=True),
    #: The kind of its event.
    Column("kind", Text, nullable=False),
    Column("step", Text),
    #: Sealed by the codec; read and written by nothing else.
    Column("content", LargeBinary, nullable=False),
    belongs_to("letter.id", name="letter_id", nullable=True),
    belongs_to("account.id", name="by_account"),
    Column("by_name", Text, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("case_id", "sequence"),
    one_of("kind", *(kind.value for kind in CorrectionKind)),
)
