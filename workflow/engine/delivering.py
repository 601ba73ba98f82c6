"""Carries on what cases send: the jobs that bring messages and signals, and start cases.

Every job may come twice, late, or for nothing: what has been sent and what is waited for are rows
whose change is seen in the same transaction, so each message arrives once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pathways.feel import Value
from pathways.model.node import EventPosition
from workflow import interpreter, notices
from workflow.engine import opening
from workflow.engine.editions import Edition, Editions
from workflow.engine.keeping import keep_letter
from workflow.engine.move import Brought, Cause, Move
from workflow.engine.moving import begin, move
from workflow.engine.noting import note
from workflow.engine.sending import SPREAD_SIGNAL
from workflow.engine.waiting import promise_look
from workflow.model.actor import CASE_OFFICER, SYSTEM
from workflow.model.case import CaseStatus, Values
from workflow.model.news import AwaitedNews, AwaitedStatus, NewsKind, SentNews, SentStatus
from workflow.ports import Jobs
from workflow.store import Transaction, awaited, cases, messages, parties

#: The kind of the job that brings one message or signal to one wait.
DELIVER_NEWS = "deliver_news"
#: How many waits one job tells of a signal; the next job goes on after them.
BATCH = 100

#: After this time it is tried again to bring news to a case that is suspended.
_WHILE_SUSPENDED = timedelta(hours=1)

_COME = {NewsKind.MESSAGE: "MessageReceived", NewsKind.SIGNAL: "SignalReceived"}


@dataclass(frozen=True, slots=True)
class Delivering:
    """The handlers of the jobs that news needs (`workflow.ports.Handler`)."""

    jobs: Jobs
    editions: Editions

    def route(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Find who waits longest for a message `{"id": message id}`; else it stays kept."""
        self._route(tx, messages.by_id(tx, args["id"]), now)

    def match(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Find the oldest message that is kept for a wait `{"id": awaited id}`."""
        self._match(tx, awaited.by_id(tx, args["id"]), now)

    def spread(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Bring a signal `{"id": message id, "after": awaited id}` to all who listened then."""
        news = messages.by_id(tx, args["id"])
        told = awaited.listening(
            tx,
            news.name,
            before=news.sent_at,
            after=args["after"],
            but=news.case_id,
            most=BATCH,
        )
        for wait in told:
            self._promise(tx, news, wait, now)
        if len(told) < BATCH:
            messages.arrive(tx, news.id, None, at=now)
            return
        last = told[-1].id
        more, key = {"id": news.id, "after": last}, f"{SPREAD_SIGNAL}:{news.id}:{last}"
        self.jobs.enqueue(tx, SPREAD_SIGNAL, more, key=key, run_at=now)

    def deliver(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Bring news `{"news": message id, "awaited": awaited id}` to the case that waits for it.

        Where the wait is over, or the message went elsewhere, the other of the two looks on.
        """
        case_id = awaited.case_of(tx, args["awaited"])
        cases.hold(tx, case_id)
        if cases.row(tx, case_id).case.status is CaseStatus.SUSPENDED:
            self._try_later(tx, args, case_id, now)
            return
        news, wait = messages.by_id(tx, args["news"]), awaited.by_id(tx, args["awaited"])
        if wait.status is not AwaitedStatus.WAITING:
            if news.kind is NewsKind.MESSAGE:
                self._route(tx, news, now)
        elif news.kind is NewsKind.SIGNAL or messages.arrive(tx, news.id, wait.case_id, at=now):
            self._bring(tx, news, wait, now)
        else:
            self._match(tx, wait, now)

    def start(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Start the case that another asked for: `{"id": message id}`.

        Raises:
            PathwayNotFound: If no such pathway is published: an incident, until it is.
        """
        cases.hold(tx, messages.case_of(tx, args["id"]))
        news = messages.by_id(tx, args["id"])
        if news.status is not SentStatus.KEPT:
            return
        edition = self.editions.edition(tx, opening.newest_version(tx, news.name))
        before = cases.row(tx, news.case_id)
        row = opening.insert_case(tx, edition, before.case.child.id, now=now)
        messages.arrive(tx, news.id, row.case.id, at=now)
        this = begin(tx, self.jobs, edition, row, actor=SYSTEM, now=now, cause=_caused_by(news))
        step = _start_of(edition)
        given = _handed_over(this, step, messages.values(tx, news.id), from_case=news.case_id)
        move(this, interpreter.Start(), kind="CaseOpened", given=given)
        sender = self._again(tx, news.case_id, now)
        sender.tell(
            "CaseStarted", news.step, case=row.case.id, reference=row.case.reference, noted=True
        )
        note(sender)

    def expire(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """End the keeping of a message `{"id": message id}` and tell the sender's case officer."""
        cases.hold(tx, messages.case_of(tx, args["id"]))
        news = messages.by_id(tx, args["id"])
        if not messages.expire(tx, news.id, at=now):
            return
        sender = self._again(tx, news.case_id, now)
        sender.tell("MessageExpired", news.step, message=news.id, noted=True)
        to = parties.of_role(tx, news.case_id, CASE_OFFICER)
        if to:
            name = sender.edition.name(news.step)
            keep_letter(sender, notices.not_received(news, step_name=name, to=to, now=now))
        note(sender)

    def look(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Look at a condition `{"id": awaited id}` on a new day: its facts may have changed."""
        cases.hold(tx, awaited.case_of(tx, args["id"]))
        wait = awaited.by_id(tx, args["id"])
        if wait.status is AwaitedStatus.WAITING:
            this = self._again(tx, wait.case_id, now)
            promise_look(this, wait)
            if this.before.case.status is CaseStatus.SUSPENDED:
                return
            move(this, interpreter.Look(), kind="ConditionMet")

    def _try_later(
        self, tx: Transaction, args: Mapping[str, Any], case_id: str, now: datetime
    ) -> None:
        """Bring news later to a case that is suspended; it is lost for no pause."""
        at = now + _WHILE_SUSPENDED
        key = f"{DELIVER_NEWS}:{args['news']}:{args['awaited']}:{at.isoformat()}"
        self.jobs.enqueue(tx, DELIVER_NEWS, args, key=key, run_at=at, lock=case_id)

    def _route(self, tx: Transaction, news: SentNews, now: datetime) -> None:
        if news.status is SentStatus.KEPT and now < news.keep_until:
            wait = awaited.first(tx, news.name, news.about)
            if wait is not None:
                self._promise(tx, news, wait, now)

    def _match(self, tx: Transaction, wait: AwaitedNews, now: datetime) -> None:
        if wait.status is AwaitedStatus.WAITING:
            news = messages.oldest_kept(tx, wait.name, wait.about, now=now)
            if news is not None:
                self._promise(tx, news, wait, now)

    def _promise(self, tx: Transaction, news: SentNews, wait: AwaitedNews, now: datetime) -> None:
        args, key = {"news": news.id, "awaited": wait.id}, f"{DELIVER_NEWS}:{news.id}:{wait.id}"
        self.jobs.enqueue(tx, DELIVER_NEWS, args, key=key, run_at=now, lock=wait.case_id)

    def _bring(self, tx: Transaction, news: SentNews, wait: AwaitedNews, now: datetime) -> None:
        awaited.end(tx, wait.id, AwaitedStatus.COME, at=now)
        before = cases.row(tx, wait.case_id)
        edition = self.editions.edition(tx, before.case.version_id)
        this = begin(tx, self.jobs, edition, before, actor=SYSTEM, now=now, cause=_caused_by(news))
        values = {
            name: value
            for name, value in messages.values(tx, news.id).items()
            if name in edition.brought(wait.step)
        }
        if values:
            this.record.put(wait.step, wait.place, wait.round, values)
        given = Brought(
            step=wait.step,
            place=wait.place,
            round=wait.round,
            role=wait.role,
            content=Values(values),
            details={"message": news.id},
        )
        move(this, interpreter.Occur(wait.token, wait.step), kind=_COME[news.kind], given=given)

    def _again(self, tx: Transaction, case_id: str, now: datetime) -> Move:
        before = cases.row(tx, case_id)
        edition = self.editions.edition(tx, before.case.version_id)
        return begin(tx, self.jobs, edition, before, actor=SYSTEM, now=now)


def _handed_over(this: Move, step: str, values: Mapping[str, Value], *, from_case: str) -> Brought:
    """Return what a case begins with, and put it into its record."""
    known = {name: value for name, value in values.items() if name in this.edition.brought(step)}
    if known:
        this.record.put(step, (), "", known)
    details, role = {"from_case": from_case}, this.edition.role(step)
    return Brought(step=step, place=(), round="", role=role, content=Values(known), details=details)


def _start_of(edition: Edition) -> str:
    """Return the id of the event at which a case begins."""
    drawing = edition.running.drawing
    return next(
        event.id
        for event in drawing.events()
        if event.position is EventPosition.START and event.scope == drawing.id
    )


def _caused_by(news: SentNews) -> Cause:
    return Cause(chain=news.chain, hops=news.hops + 1)
