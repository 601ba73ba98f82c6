"""Stand-ins for what the house does not own: time and the post."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from workflow.model.case import Outgoing, Sent


@dataclass(slots=True)
class FakeTime:
    """Time that stands still until a test moves it."""

    moment: datetime = datetime(2027, 1, 11, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        self.moment = moment

    def advance(self, by: timedelta) -> None:
        self.moment += by


@dataclass(slots=True)
class FakePost:
    """A notifier that keeps what it was given, and can be out of order."""

    letters: list[Sent] = field(default_factory=list)
    broken: bool = False

    def send(self, outgoing: Outgoing) -> None:
        if self.broken:
            raise OSError("the post is on strike")
        self.letters.append(outgoing.letter)
