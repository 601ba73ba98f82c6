"""News: what cases wait for that is no time and no task, and what they send each other."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from pathways.model.form import Form
from pathways.model.pathway import Pathway
from workflow.model.place import Place, Round
from workflow.model.version import Version


class NewsKind(Enum):
    """What sort of news it is."""

    #: From a person, or from one case to one other that waits for it.
    MESSAGE = "message"
    #: To every case that waits for it at that moment.
    SIGNAL = "signal"
    #: Something has become so; nobody sends it.
    CONDITION = "condition"
    #: Another case is to be started; nobody waits for it.
    START = "start"


class AwaitedStatus(Enum):
    """Where a wait for news is in its life."""

    WAITING = "waiting"
    COME = "come"
    #: The case went on without it.
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedNews:
    """One wait of one case for news."""

    id: str
    case_id: str
    #: The token that waits, and the id of the event or step in the drawing.
    token: str
    step: str
    place: Place
    round: Round
    kind: NewsKind
    #: Of the message or signal; empty for a condition.
    name: str
    #: Digest of what a message must be about (`workflow.engine.correlation`); empty where only a
    #: person can say that it has come.
    about: str
    #: The lane that may say so, besides the case officer.
    role: str
    since: datetime
    status: AwaitedStatus = AwaitedStatus.WAITING


class SentStatus(Enum):
    """Where news that a case has sent is in its life."""

    #: Nobody has waited for it yet.
    KEPT = "kept"
    DELIVERED = "delivered"
    #: Nobody waited for it in time.
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentNews:
    """News that a case has sent to others."""

    id: str
    #: Who sent it, and where in the drawing.
    case_id: str
    step: str
    kind: NewsKind
    #: Of the message or signal; for a start the key of the pathway.
    name: str
    #: Digest of what it is about; empty for a signal and a start.
    about: str
    sent_at: datetime
    keep_until: datetime
    #: Names all news that one act of a person, or one deadline, has led to.
    chain: str
    #: How many deliveries lie between that act and this.
    hops: int
    status: SentStatus = SentStatus.KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """News that somebody may say has come, as a list tells it."""

    awaited: AwaitedNews
    #: What the drawing calls it.
    name: str
    case_reference: str
    child_name: str
    pathway_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSheet:
    """What somebody sees who says that news has come: enough to say it, no more of the case."""

    line: NewsLine
    #: What the event asks of whoever says it; without questions where it asks nothing.
    form: Form
    #: The other side that sends it, as drawn; empty where none is drawn.
    sender: str
    #: Whether the actor may also read the whole case.
    may_read_case: bool
    version: Version
    running: Pathway
