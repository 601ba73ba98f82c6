"""The verbs on cases and tasks. Each command is one transaction, and its actor comes first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pathways import forms
from workflow import interpreter
from workflow.engine import opening, receiving, sheets
from workflow.engine.clocks import refuse_too_early
from workflow.engine.duties import done_before, separate_duties
from workflow.engine.editions import Edition, Editions
from workflow.engine.move import Given, Move
from workflow.engine.moving import begin, move
from workflow.engine.standing import refuse_suspended
from workflow.model.actor import SYSTEM, Actor
from workflow.model.case import Case, CaseFile, CaseLine, CaseStatus, Child, Completed, Opened
from workflow.model.errors import (
    CaseNotFound,
    ChildNotFound,
    FormSentBefore,
    InvalidAnswers,
    TaskAlreadyCompleted,
    TaskExited,
    TaskNotFound,
)
from workflow.model.news import NewsLine, NewsSheet
from workflow.model.page import Page
from workflow.model.task import Task, TaskSheet, TaskStatus, WorklistEntry
from workflow.ports import Jobs, Time
from workflow.store import (
    Store,
    Transaction,
    cases,
    children,
    saved,
    submissions,
    tasks,
    timers,
)
from workflow.store.worklists import Asked


@dataclass(frozen=True, slots=True)
class Engine:
    """Opens cases, completes tasks, lets deadlines happen, and tells how a case stands."""

    store: Store
    jobs: Jobs
    time: Time
    editions: Editions = field(default_factory=Editions)

    # Questions.

    def children(self, actor: Actor) -> tuple[Child, ...]:
        """Return the children and young people for whom an actor may ask."""
        with self.store.read() as tx:
            return children.asked_for_by(tx, actor)

    def worklist(
        self, actor: Actor, mark: str = "", *, step: str = "", until: datetime | None = None
    ) -> Page[WorklistEntry]:
        """Return a page of the tasks that wait for an actor: overdue ones first, then by due date.

        Args:
            actor: Who asks.
            mark: Which page: `previous` or `following` of another; the first where it is neither.
            step: Of one step alone; its id.
            until: Due before this moment alone; aware.
        """
        asked = Asked(mark=mark, step=step, until=until)
        with self.store.read() as tx:
            return sheets.worklist(tx, self.editions, actor, asked, now=self.time.now())

    def cases(self, actor: Actor, mark: str = "") -> Page[CaseLine]:
        """Return a page of the cases that an actor may read whole, newest first.

        Args:
            actor: Who asks.
            mark: Which page: `previous` or `following` of another; the first where it is neither.
        """
        with self.store.read() as tx:
            return sheets.case_lines(tx, self.editions, actor, mark)

    def case_with(self, actor: Actor, reference: str) -> str | None:
        """Return the id of the case with a reference, as typed; None for none that they may read.

        Args:
            actor: Who asks.
            reference: With or without hyphens, in capitals or not.
        """
        with self.store.read() as tx:
            return cases.readable_with(tx, actor, opening.as_reference(reference))

    def task(self, actor: Actor, task_id: str) -> TaskSheet:
        """Return what a candidate sees of a waiting task.

        Raises:
            TaskNotFound: If there is none that this actor may act on.
            TaskAlreadyCompleted: If somebody has completed it.
            TaskExited: If the case has gone on without it.
            SameActorTwice: If another person must do this step.
        """
        with self.store.read() as tx:
            task, _ = self._doable(tx, actor, task_id)
            return sheets.task_sheet(tx, self.editions, actor, task, now=self.time.now())

    def case_file(self, actor: Actor, case_id: str) -> CaseFile:
        """Return everything of a case that its parties may read.

        Raises:
            CaseNotFound: If there is none, or the actor is no party that reads it whole.
        """
        with self.store.read() as tx:
            role = cases.reading_role(tx, actor, case_id)
            if role is None:
                raise CaseNotFound(case_id)
            return sheets.case_file(tx, self.editions, case_id, role)

    def news(self, actor: Actor) -> tuple[NewsLine, ...]:
        """Return the messages and signals that are waited for in an actor's lanes."""
        with self.store.read() as tx:
            return receiving.news_lines(tx, self.editions, actor)

    def news_sheet(self, actor: Actor, awaited_id: str) -> NewsSheet:
        """Return what somebody sees who says that news has come.

        Raises:
            NewsNotFound: If there is none that this actor may say has come.
            NewsNotAwaited: If the case does not wait for it any more.
        """
        with self.store.read() as tx:
            line = receiving.found_news(tx, actor, awaited_id)
            receiving.expect_waiting(line.awaited)
            return receiving.news_sheet(tx, self.editions, actor, line)

    # Commands.

    def open_case(self, actor: Actor, pathway_key: str, child_id: str, *, key: str) -> Opened:
        """Begin a case on the newest version of a pathway.

        Args:
            actor: Somebody who speaks for the child or young person.
            pathway_key: Which pathway.
            child_id: For whom.
            key: Idempotency key: the same key again gives the same case.

        Raises:
            ChildNotFound: If the actor may not ask for this child.
            PathwayNotFound: If no such pathway is published.
            FormSentBefore: If the key is that of another form.
            PathwayFault: If the pathway cannot begin as drawn.
        """
        now = self.time.now()
        with self.store.write() as tx:
            if not children.may_ask(tx, actor, child_id):
                raise ChildNotFound(child_id)
            submissions.hold(tx, key)
            case_id = submissions.case_opened_with(tx, key, actor)
            if case_id is None:
                case = self._open(tx, actor, pathway_key, child_id, now=now)
                submissions.insert(tx, key, actor, at=now, case_id=case.id)
            else:
                case = self._opened_before(tx, case_id, pathway_key, child_id)
            return Opened(case=case, task=self._next_task(tx, actor, case.id))

    def save_answers(self, actor: Actor, task_id: str, answers: Mapping[str, Any]) -> None:
        """Keep answers that are not sent yet; they need not be complete or right.

        Raises:
            TaskNotFound, TaskAlreadyCompleted, TaskExited, SameActorTwice: As in `task`.
            InvalidAnswers: If they answer questions that the form does not ask, or are too large.
        """
        with self.store.write() as tx:
            tasks.hold_case(tx, task_id)
            task, edition = self._doable(tx, actor, task_id)
            problems = forms.check_saved(edition.form(task.step), answers)
            if problems:
                raise InvalidAnswers(problems)
            kept = forms.plain_answers(answers)
            saved.put(tx, task, actor, kept, at=self.time.now())

    def check(self, actor: Actor, task_id: str, answers: Mapping[str, Any]) -> None:
        """Say whether answers would complete a task, without completing it.

        Raises:
            TaskNotFound, TaskAlreadyCompleted, TaskExited, SameActorTwice: As in `task`.
            InvalidAnswers: If they would not.
        """
        with self.store.read() as tx:
            task, edition = self._doable(tx, actor, task_id)
            refuse_suspended(cases.row(tx, task.case_id).case)
            _check(edition, task, answers)

    def complete(
        self, actor: Actor, task_id: str, answers: Mapping[str, Any], *, key: str
    ) -> Completed:
        """Complete a task and let the case go on to where people or deadlines are waited for.

        Args:
            actor: A party to the case in the task's lane.
            task_id: The task.
            answers: Question name -> answer; JSON-like, numbers int or Decimal.
            key: Idempotency key of the submitted form: the same key again gives the same result.

        Raises:
            TaskNotFound, TaskAlreadyCompleted, TaskExited: As in `task`.
            SameActorTwice: If another person must do this step.
            TooEarly: If the law gives the family time that is not over.
            InvalidAnswers: If the answers do not fit the form.
            PathwayFault: If the pathway cannot go on as drawn.
            CaseChanged: If somebody else changed the case at the same moment.

        Whatever is raised, nothing has been written.
        """
        now = self.time.now()
        with self.store.write() as tx:
            tasks.hold_case(tx, task_id)
            task = _task(tx, actor, task_id)
            if not _sent_before(tx, key, actor, task):
                _expect_waiting(task)
                before = cases.row(tx, task.case_id)
                refuse_suspended(before.case)
                edition = self.editions.edition(tx, before.case.version_id)
                separate_duties(tx, edition, actor, task)
                refuse_too_early(tx, edition, task, now=now)
                _check(edition, task, answers)
                submissions.insert(tx, key, actor, at=now, task_id=task_id)
                this = begin(tx, self.jobs, edition, before, actor=actor, now=now)
                task = _complete(this, task, forms.plain_answers(answers))
                saved.forget(tx, task_id)
            next_task = self._next_task(tx, actor, task.case_id)
            return Completed(case_id=task.case_id, task=task, next_task=next_task)

    def receive(
        self, actor: Actor, awaited_id: str, answers: Mapping[str, Any], *, key: str
    ) -> str:
        """Say that news has come for which a case waits, and let the case go on.

        Args:
            actor: A party to the case in the lane of the event, or its case officer.
            awaited_id: The wait.
            answers: What the form of the event asks; as in `complete`.
            key: Idempotency key of the submitted form.

        Returns:
            The id of the case.

        Raises:
            NewsNotFound, NewsNotAwaited: As in `news_sheet`.
            InvalidAnswers: If the answers do not fit the form.
            PathwayFault, CaseChanged: As in `complete`.

        Whatever is raised, nothing has been written.
        """
        now = self.time.now()
        with self.store.write() as tx:
            line = receiving.found_news(tx, actor, awaited_id)
            cases.hold(tx, line.awaited.case_id)
            line = receiving.found_news(tx, actor, awaited_id)
            wait = line.awaited
            if submissions.case_opened_with(tx, key, actor) == wait.case_id:
                return wait.case_id
            receiving.expect_waiting(wait)
            before = cases.row(tx, wait.case_id)
            edition = self.editions.edition(tx, line.version_id)
            problems = forms.check(edition.form(wait.step), answers)
            if problems:
                raise InvalidAnswers(problems)
            submissions.insert(tx, key, actor, at=now, case_id=wait.case_id)
            this = begin(tx, self.jobs, edition, before, actor=actor, now=now)
            receiving.receive(this, wait, answers)
            return wait.case_id

    def fire_timer(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Let a deadline happen; the job may come twice, late, or for nothing.

        Args:
            tx: The job's transaction.
            args: `{"id": timer id}`.
            now: The present moment; aware, UTC.
        """
        case_id = timers.case_of(tx, args["id"])
        cases.hold(tx, case_id)
        before = cases.row(tx, case_id)
        if before.case.status is CaseStatus.SUSPENDED:
            return  # resuming the case promises it once more
        timer = timers.fire(tx, args["id"], at=now)
        if timer is None:
            return
        edition = self.editions.edition(tx, before.case.version_id)
        this = begin(tx, self.jobs, edition, before, actor=SYSTEM, now=now)
        move(this, interpreter.Occur(timer.token, timer.step), kind="TimerFired")

    def _open(
        self, tx: Transaction, actor: Actor, pathway_key: str, child_id: str, *, now: datetime
    ) -> Case:
        edition = self.editions.edition(tx, opening.newest_version(tx, pathway_key))
        before = opening.insert_case(tx, edition, child_id, now=now)
        this = begin(tx, self.jobs, edition, before, actor=actor, now=now)
        return move(this, interpreter.Start(), kind="CaseOpened")

    def _opened_before(
        self, tx: Transaction, case_id: str, pathway_key: str, child_id: str
    ) -> Case:
        case = cases.row(tx, case_id).case
        key = self.editions.edition(tx, case.version_id).version.key
        if (key, case.child.id) != (pathway_key, child_id):
            raise FormSentBefore
        return case

    def _doable(self, tx: Transaction, actor: Actor, task_id: str) -> tuple[Task, Edition]:
        """Return a waiting task that this actor may do, with the version that it belongs to."""
        task = _task(tx, actor, task_id)
        _expect_waiting(task)
        edition = self._edition(tx, task)
        separate_duties(tx, edition, actor, task)
        return task, edition

    def _next_task(self, tx: Transaction, actor: Actor, case_id: str) -> Task | None:
        for task in tasks.ready_for(tx, actor, case_id):
            if done_before(tx, self._edition(tx, task), actor, task) is None:
                return task
        return None

    def _edition(self, tx: Transaction, task: Task) -> Edition:
        return self.editions.edition(tx, cases.version_of(tx, task.case_id))


def _task(tx: Transaction, actor: Actor, task_id: str) -> Task:
    task = tasks.by_id(tx, actor, task_id)
    if task is None:
        raise TaskNotFound(task_id)
    return task


def _expect_waiting(task: Task) -> None:
    ended_at = task.ended_at or task.offered_at
    if task.status is TaskStatus.EXITED:
        raise TaskExited(task.id, ended_at)
    if task.status is TaskStatus.COMPLETED:
        raise TaskAlreadyCompleted(task.id, task.ended_by or "", ended_at)


def _sent_before(tx: Transaction, key: str, actor: Actor, task: Task) -> bool:
    """Return whether this very form has completed the task: a second click, a browser's retry."""
    if task.status is not TaskStatus.COMPLETED:
        return False
    return submissions.task_completed_with(tx, key, actor) == task.id


def _check(edition: Edition, task: Task, answers: Mapping[str, Any]) -> None:
    problems = forms.check(edition.form(task.step), answers)
    if problems:
        raise InvalidAnswers(problems)


def _complete(this: Move, task: Task, answers: Mapping[str, Any]) -> Task:
    form = this.edition.form(task.step)
    this.record.put(task.step, task.place, task.round, forms.typed(form, answers))
    done = tasks.end(this.tx, task, TaskStatus.COMPLETED, by=this.actor, at=this.now)
    given = Given(task=task, answers=answers)
    move(this, interpreter.Complete(task.token), kind="TaskCompleted", given=given)
    return done
