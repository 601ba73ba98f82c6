"""Looks through a whole database for what must never be: the judge of the tests of faults."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import msgspec
from sqlalchemy import Row, Table, select, text

from workflow import interpreter
from workflow.bootstrap import Workflow
from workflow.engine.keeping import DELIVER_LETTER
from workflow.engine.moving import read_record
from workflow.interpreter import Advance, Awaits, Look
from workflow.model.case import CaseStatus
from workflow.model.correction import CorrectionKind
from workflow.store import Transaction, cases, events, jobs
from workflow.store.history import content_hash
from workflow.store.tables import (
    answers,
    awaited,
    case,
    clock,
    correction,
    event,
    job,
    latest,
    letter,
    message,
    news_offer,
    offer,
    party,
    submission,
    task,
    timer,
)

_MOVES = (
    "CaseOpened",
    "TaskCompleted",
    "TimerFired",
    "MessageReceived",
    "SignalReceived",
    "ConditionMet",
)
_ANSWERS = ("TaskCompleted", "DecisionMade", "ValuesWritten")
_BROUGHT = ("CaseOpened", "MessageReceived", "SignalReceived")
#: Kinds of jobs -> the table whose rows they carry on, the first part of their keys after the kind.
_OF_NEWS = {
    "route_message": message,
    "expire_message": message,
    "spread_signal": message,
    "start_case": message,
    "deliver_news": message,
    "match_message": awaited,
    "look_again": awaited,
}
_UNFINISHED = ("queued", "running")

AnyRow = Row[*tuple[Any, ...]]


def faults(house: Workflow, *case_ids: str) -> list[str]:
    """Return everything that is wrong, as sentences; with cases and jobs of all, or of some."""
    with house.store.read() as tx:
        ids = case_ids or tuple(tx.execute(select(case.c.id)).scalars())
        found = [*_damage(tx)] if house.store.alone and not case_ids else []
        for case_id in ids:
            found += [f"{case_id}: {fault}" for fault in _CaseAudit(tx, house, case_id).faults()]
        found += [] if case_ids else _ghosts(tx)
    return found


def _damage(tx: Transaction) -> Iterator[str]:
    for pragma in ("integrity_check", "foreign_key_check"):
        rows = [tuple(row) for row in tx.execute(text(f"pragma {pragma}"))]
        if rows not in ([], [("ok",)]):
            yield f"{pragma}: {rows}"


def _ghosts(tx: Transaction) -> Iterator[str]:
    """Tell of jobs that belong to nothing."""
    known = {f"fire_timer:{one}" for one in tx.execute(select(timer.c.id)).scalars()}
    known |= {f"deliver_letter:{one}" for one in tx.execute(select(letter.c.id)).scalars()}
    known |= {f"end_clock:{one}" for one in tx.execute(select(clock.c.id)).scalars()}
    warned = {f"warn_of_clock:{one}" for one in tx.execute(select(clock.c.id)).scalars()}
    news = {
        f"{kind}:{one}"
        for kind, table in _OF_NEWS.items()
        for one in tx.execute(select(table.c.id)).scalars()
    }
    for key in tx.execute(select(job.c.key)).scalars():
        if ":".join(key.split(":")[:2]) in news:
            continue
        # Of the second kind, and of timers promised anew after a pause, the key says which.
        if key not in known and key.rpartition(":")[0] not in warned | known:
            yield f"job {key} belongs to nothing"
    for incident in jobs.incidents(tx):
        # A letter whose worker vanished twice on its way waits for somebody to look at it.
        if (incident.kind, incident.error) != (DELIVER_LETTER, "Interrupted"):
            yield f"job {incident.key} was given up: {incident.error}"


@dataclass
class _CaseAudit:
    tx: Transaction
    house: Workflow
    case_id: str

    def faults(self) -> Iterator[str]:
        yield from self._history()
        yield from self._record()
        yield from self._tokens()
        yield from self._letters()
        yield from self._timers()
        yield from self._offers()
        yield from self._forms()
        yield from self._clocks()
        yield from self._news()
        yield from self._corrections()

    def rows(self, table: Table) -> list[AnyRow]:
        return list(self.tx.execute(select(table).where(table.c.case_id == self.case_id)))

    @cached_property
    def told(self) -> list[AnyRow]:
        return sorted(self.rows(event), key=lambda one: int(one.sequence))

    @cached_property
    def row(self) -> cases.CaseRow:
        return cases.row(self.tx, self.case_id)

    @cached_property
    def standing(self) -> Advance:
        """Where the tokens stand, as the snapshot says; nothing moves."""
        edition = self.house.engine.editions.edition(self.tx, self.row.case.version_id)
        now = self.house.time.now()
        return interpreter.advance(
            self.row.snapshot,
            edition.specification,
            version=edition.version.id,
            rules=edition.rules,
            record=read_record(self.tx, edition, self.row.case, now=now),
            command=Look(),
            now=now,
        )

    def job_of(self, key: str) -> AnyRow | None:
        return self.tx.execute(select(job).where(job.c.key == key)).first()

    def _history(self) -> Iterator[str]:
        broken = events.first_break(self.tx, self.case_id)
        if broken is not None:
            yield f"history is broken at {broken}"
        moves = sum(one.kind in _MOVES or '"noted":true' in one.details for one in self.told)
        if self.row.case.revision != moves:
            yield f"revision {self.row.case.revision}, but {moves} moves"

    def _record(self) -> Iterator[str]:
        rows = {one.sequence: one for one in self.rows(answers)}
        told = {
            one.sequence: one
            for one in self.told
            if one.kind in _ANSWERS or (one.kind in _BROUGHT and one.content_hash)
        }
        for sequence in rows.keys() ^ told.keys():
            yield f"answers without event or event without answers: {sequence}"
        for sequence in rows.keys() & told.keys():
            one, vouched = rows[sequence], told[sequence]
            if (one.step, one.by_account, content_hash(one.content)) != (
                vouched.step,
                vouched.by_account,
                vouched.content_hash,
            ):
                yield f"answers {sequence} are not those that its event tells of"
        newest = {(one.step, one.place): sequence for sequence, one in sorted(rows.items())}
        pointed = {(one.step, one.place): one.sequence for one in self.rows(latest)}
        if newest != pointed:
            yield f"the newest answers are {newest}, but {pointed} are pointed at"

    def _tokens(self) -> Iterator[str]:
        tasks = self.rows(task)
        ready = {(one.token, one.step) for one in tasks if one.status == "ready"}
        wanted = {(one.token, one.step) for one in self.standing.open}
        if ready != wanted:
            yield f"tasks {ready} wait, but tokens {wanted} do"
        for status, kind in (("completed", "TaskCompleted"), ("exited", "TaskExited")):
            ended = Counter(one.step for one in tasks if one.status == status)
            told = Counter(one.step for one in self.told if one.kind == kind)
            if ended != told:
                yield f"{status} tasks {ended}, but the history tells of {told}"
        offered = Counter(one.step for one in self.told if one.kind == "TaskOffered")
        if offered != Counter(one.step for one in tasks):
            yield "tasks that the history does not tell of, or the reverse"
        completed = self.row.case.completed_at is not None
        if completed != self.standing.done or completed != (self._last_move() == "CaseCompleted"):
            yield "ended and not ended at once"

    def _last_move(self) -> str:
        """Return the last that is told but for what was noted since, with its letter."""
        kinds = [one.kind for one in self.told if '"noted":true' not in one.details]
        while kinds[-1] == "LetterWritten" and "CaseCompleted" in kinds:
            kinds.pop()
        return kinds[-1]

    def _letters(self) -> Iterator[str]:
        rows = self.rows(letter)
        told = {
            (one.sequence, one.step, one.content_hash)
            for one in self.told
            if one.kind == "LetterWritten"
        }
        if told != {(one.sequence, one.step or None, content_hash(one.content)) for one in rows}:
            yield "letters that the history does not tell of, or the reverse"
        for one in rows:
            carrying = self.job_of(f"deliver_letter:{one.id}")
            if carrying is None:
                yield f"letter {one.step} has no job"
            elif (carrying.status == "done") != (one.status == "sent"):
                yield f"letter {one.step} is {one.status}, its job {carrying.status}"

    def _offers(self) -> Iterator[str]:
        """Each waiting task is offered to everybody who takes its lane, and nothing else is."""
        tasks = self.rows(task)
        takers: dict[str, set[str]] = {}
        for one in self.rows(party):
            who = one.account_id or f"{one.organisation_id}/{one.role}"
            takers.setdefault(one.role, set()).add(who)
        wanted = {
            (one.id, who)
            for one in tasks
            if one.status == "ready"
            for who in takers.get(one.role, ())
        }
        of_case = select(offer.c.task_id, offer.c.taker).where(
            offer.c.task_id.in_([one.id for one in tasks])
        )
        found = {tuple(row) for row in self.tx.execute(of_case)}
        if found != wanted:
            yield f"{len(found ^ wanted)} offers are missing or of tasks that do not wait"

    def _timers(self) -> Iterator[str]:
        rows = self.rows(timer)
        waiting = {(one.token_id, one.step, one.due_at) for one in rows if one.status == "waiting"}
        ends = self._ends_of_back_stops()
        wanted = {
            (one.token, one.step, ends.get(one.step, one.due_at))
            for one in self.standing.awaited
            if one.due_at
        }
        if waiting != wanted:
            yield f"timers {waiting} wait, but tokens {wanted} do"
        for one in rows:
            firing = self.job_of(f"fire_timer:{one.id}")
            if firing is None:
                yield f"timer {one.step} has no job"
            elif one.status == "waiting" and not self._promised(one.id):
                yield f"timer {one.step} waits, its job is {firing.status}"
            elif firing.attempt == 0 and firing.due_at != one.due_at:
                yield f"timer {one.step} is due at {one.due_at}, its job at {firing.due_at}"
        fired = Counter(one.step for one in rows if one.status == "fired")
        if fired != Counter(one.step for one in self.told if one.kind == "TimerFired"):
            yield f"timers fired {fired}, but the history tells of others"

    def _promised(self, timer_id: str) -> bool:
        """Whether a timer that waits will fire: a job will see to it, or the case is suspended."""
        if self.row.case.status is CaseStatus.SUSPENDED:
            return True
        jobs_of_it = select(job.c.status).where(job.c.key.startswith(f"fire_timer:{timer_id}"))
        return bool(set(self.tx.execute(jobs_of_it).scalars()) & set(_UNFINISHED))

    def _corrections(self) -> Iterator[str]:
        rows = {
            (one.sequence, one.kind, content_hash(one.content)) for one in self.rows(correction)
        }
        kinds = {kind.value for kind in CorrectionKind}
        told = {
            (one.sequence, one.kind, one.content_hash) for one in self.told if one.kind in kinds
        }
        if rows != told:
            yield f"corrections {rows}, but the history tells of {told}"

    def _forms(self) -> Iterator[str]:
        done = [one.id for one in self.rows(task) if one.status == "completed"]
        sent = Counter(
            self.tx.execute(
                select(submission.c.task_id).where(submission.c.task_id.in_(done))
            ).scalars()
        )
        if sent != Counter(done):
            yield "tasks that were completed without a form, or with several"

    def _ends_of_back_stops(self) -> dict[str, datetime]:
        """Back-stop in the drawing -> when it must fall due, as the rows of the clocks tell it."""
        edition = self.house.engine.editions.edition(self.tx, self.row.case.version_id)
        fired = {one.step for one in self.rows(timer) if one.status == "fired"}
        drawn = edition.version.pathway.clocks
        return {
            drawn[one.code].back_stop: one.due_at
            for one in self.rows(clock)
            if one.code in drawn
            and drawn[one.code].back_stop not in fired
            and (one.state == "running" or (one.state == "missed" and one.met_at is None))
        }

    def _clocks(self) -> Iterator[str]:
        rows = self.rows(clock)
        told = Counter(one.kind for one in self.told if one.kind.startswith("Clock"))
        states = Counter(one.state for one in rows)
        counted = {
            "ClockStarted": len(rows),
            "ClockMet": states["met"],
            "ClockEnded": states["ended"],
        }
        for kind, count in counted.items():
            if told[kind] != count:
                yield f"{kind} is told {told[kind]} times, and the clocks are {states}"
        if told["ClockMissed"] + told["ClockCutShort"] != states["missed"]:
            yield f"clocks {states}, but the history tells of {told}"
        for one in rows:
            ending = self.job_of(f"end_clock:{one.id}")
            if ending is None:
                yield f"the clock {one.code} has no job"
            elif one.state == "running" and ending.status not in _UNFINISHED:
                yield f"the clock {one.code} runs, its job is {ending.status}"

    def _news(self) -> Iterator[str]:
        rows = self.rows(awaited)
        waiting = {(one.token, one.step) for one in rows if one.status == "waiting"}
        kinds = {Awaits.MESSAGE, Awaits.SIGNAL, Awaits.CONDITION}
        wanted = {(one.token, one.step) for one in self.standing.awaited if one.kind in kinds}
        if waiting != wanted:
            yield f"news {waiting} is waited for, but tokens {wanted} wait"
        offered = {
            one.awaited_id
            for one in self.tx.execute(
                select(news_offer).join(awaited).where(awaited.c.case_id == self.case_id)
            )
        }
        open_ = {one.id for one in rows if one.status == "waiting" and one.kind != "condition"}
        if not offered <= open_:
            yield "news is offered that nobody waits for"
        come = sum(one.status == "come" for one in rows)
        received = sum(one.kind in ("MessageReceived", "SignalReceived") for one in self.told)
        if come != received:
            yield f"{come} waits are over, but {received} messages were received"
        yield from self._sent()

    def _sent(self) -> Iterator[str]:
        rows = self.rows(message)
        told = {
            msgspec.json.decode(one.details)["message"]
            for one in self.told
            if one.kind in ("MessageSent", "SignalGiven", "StartAsked")
        }
        if told != {one.id for one in rows}:
            yield "messages that the history does not tell of, or the reverse"
        for one in rows:
            found = self.tx.execute(
                select(event.c.case_id).where(
                    event.c.kind == "MessageReceived", event.c.details.contains(one.id)
                )
            )
            received = list(found.scalars())
            arrived = [one.to_case] if (one.kind, one.status) == ("message", "delivered") else []
            if received != arrived:
                yield f"message {one.step} arrived at {arrived}, and was received at {received}"
