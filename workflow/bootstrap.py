"""Puts the real parts of the house together; nothing else knows them all."""

from dataclasses import dataclass
from pathlib import Path

from workflow.clocks import DemoTime, SystemTime
from workflow.corrections import Corrections
from workflow.demo import Demo
from workflow.engine import Engine, StatutoryClocks
from workflow.engine.clocks import END_CLOCK, WARN_OF_CLOCK
from workflow.engine.delivering import DELIVER_NEWS, Delivering
from workflow.engine.keeping import DELIVER_LETTER
from workflow.engine.sending import EXPIRE_MESSAGE, ROUTE_MESSAGE, SPREAD_SIGNAL, START_CASE
from workflow.engine.waiting import FIRE_TIMER, LOOK_AGAIN, MATCH_MESSAGE
from workflow.jobs import DistributedJobs, EmbeddedJobs, HouseJobs
from workflow.notices import Delivery, Folder, Mail, MailServer
from workflow.people import People
from workflow.ports import Jobs, Notifier, Time
from workflow.publishing import Publishing, shipped_pathways
from workflow.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """How people are told by e-mail that a letter waits for them."""

    server: MailServer
    #: Whom the e-mails come from.
    sender: str
    #: Where the pages are, e.g. `"https://pathways.example.org"`.
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a council chooses."""

    #: SQLAlchemy URL of the database, e.g. `"sqlite:////srv/fingerpost/fingerpost.db"`.
    database: str
    #: Folder that letters are written to, for printing, where nobody can be told by e-mail.
    outbox: Path
    #: How people are told by e-mail that a letter waits; None where they are not.
    post: Post | None = None
    #: Whether this is a demonstration with fictional people, one-click sign-in and its own time.
    demo: bool = False
    #: The source of time, where it is not this machine's clock.
    time: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """The rooms of the house, put together."""

    store: Store
    time: Time
    jobs: HouseJobs
    engine: Engine
    clocks: StatutoryClocks
    corrections: Corrections
    publishing: Publishing
    people: People
    #: None unless this is a demonstration.
    demo: Demo | None

    def start(self, threads: int = 2) -> None:
        """Run jobs in threads of this process until `stop`."""
        self.jobs.start(threads)

    def stop(self) -> None:
        """Let the threads end what they are at, then close the database."""
        self.jobs.stop()
        self.store.close()


def build(settings: Settings) -> Workflow:
    """Return the house on its database, brought up to this release; no thread runs yet.

    Raises:
        StoreUnavailable: If the database cannot be opened or written.
        ValueError: If the database's URL is none that this release knows.
    """
    store = Store(settings.database)
    store.upgrade()
    clock = settings.time or SystemTime()
    time = DemoTime(store, clock) if settings.demo else clock
    jobs = _jobs(store, time, settings)
    engine = Engine(store, jobs, time)
    jobs.register(FIRE_TIMER, engine.fire_timer)
    clocks = StatutoryClocks(store, jobs, time, engine.editions)
    jobs.register(WARN_OF_CLOCK, clocks.warn)
    jobs.register(END_CLOCK, clocks.let_end)
    jobs.register_errand(DELIVER_LETTER, Delivery(_notifier(settings)))
    _register_news(jobs, Delivering(jobs, engine.editions))
    publishing = Publishing(store, time, engine.editions)
    return Workflow(
        store=store,
        time=time,
        jobs=jobs,
        engine=engine,
        clocks=clocks,
        corrections=Corrections(store, jobs, time, engine.editions),
        publishing=publishing,
        # Sessions end by the real clock, also where a demonstration moves its own on.
        people=People(store, clock),
        demo=Demo(store, time, jobs) if isinstance(time, DemoTime) else None,
    )


def _jobs(store: Store, time: Time, settings: Settings) -> HouseJobs:
    """Return the jobs of one machine, or of several where the database is for several.

    A demonstration moves its own time, which no other machine knows.
    """
    if store.alone or settings.demo:
        return EmbeddedJobs(store, time)
    return DistributedJobs(store, time, settings.database)


def _register_news(jobs: Jobs, delivering: Delivering) -> None:
    jobs.register(ROUTE_MESSAGE, delivering.route)
    jobs.register(MATCH_MESSAGE, delivering.match)
    jobs.register(DELIVER_NEWS, delivering.deliver)
    jobs.register(EXPIRE_MESSAGE, delivering.expire)
    jobs.register(SPREAD_SIGNAL, delivering.spread)
    jobs.register(START_CASE, delivering.start)
    jobs.register(LOOK_AGAIN, delivering.look)


def _notifier(settings: Settings) -> Notifier:
    folder, post = Folder(settings.outbox), settings.post
    if post is None:
        return folder
    return Mail(server=post.server, sender=post.sender, address=post.address, otherwise=folder)


def publish_shipped(workflow: Workflow) -> None:
    """Publish the pathways that come with this release, where they are new or have changed."""
    for files in shipped_pathways().values():
        if not workflow.publishing.is_newest(files):
            workflow.publishing.publish(files)
