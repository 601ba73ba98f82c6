"""The tables, by noun. What is said of a column here holds for every row of it."""

from workflow.store.tables.base import Moment, metadata
from workflow.store.tables.cases import answers, case, event, latest, offer, party, task, version
from workflow.store.tables.clocks import clock, clock_exception, clock_notice, closure
from workflow.store.tables.corrections import correction
from workflow.store.tables.news import awaited, message, news_offer
from workflow.store.tables.people import (
    account,
    child,
    child_party,
    desk,
    membership,
    organisation,
)
from workflow.store.tables.visits import demo_clock, session, submission, throttle
from workflow.store.tables.work import job, letter, saved_answers, timer

__all__ = [
    "Moment",
    "account",
    "answers",
    "awaited",
    "case",
    "child",
    "child_party",
    "clock",
    "clock_exception",
    "clock_notice",
    "closure",
    "correction",
    "demo_clock",
    "desk",
    "event",
    "job",
    "latest",
    "letter",
    "membership",
    "message",
    "metadata",
    "news_offer",
    "offer",
    "organisation",
    "party",
    "saved_answers",
    "session",
    "submission",
    "task",
    "throttle",
    "timer",
    "version",
]
