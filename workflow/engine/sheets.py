"""What people see of cases and tasks: no more than their part in the case opens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pathways import feel
from pathways.model.form import Form
from workflow import interpreter
from workflow.engine.clocks import time_to_leave
from workflow.engine.duties import kept_from
from workflow.engine.editions import Edition, Editions
from workflow.engine.exceptions import may_be_relied_on
from workflow.engine.items import said_items
from workflow.engine.moving import read_record
from workflow.model.actor import OFFICERS, Actor
from workflow.model.case import Case, CaseFile, CaseLine, CaseStatus, Event, Wait
from workflow.model.clock import CaseClock
from workflow.model.correction import CorrectionKind, Pause
from workflow.model.errors import PathwayFault
from workflow.model.page import Page
from workflow.model.task import Task, TaskSheet, WorklistEntry
from workflow.store import (
    Transaction,
    awaited,
    cases,
    clocks,
    corrections,
    events,
    letters,
    parties,
    record,
    saved,
    tasks,
    timers,
    worklists,
)
from workflow.store.worklists import Asked, WaitingLine


def worklist(
    tx: Transaction, editions: Editions, actor: Actor, asked: Asked, *, now: datetime
) -> Page[WorklistEntry]:
    """Return a page of the tasks that an actor may do: by due date, overdue ones first."""

    def entries(lines: Sequence[WaitingLine]) -> list[WorklistEntry | None]:
        found = [(line, editions.edition(tx, line.version_id)) for line in lines]
        kept = kept_from(tx, actor, [(edition, line.task) for line, edition in found])
        ids = {line.task.case_id for line in lines}
        notices = clocks.noticed_in(tx, actor, ids)
        return [
            None
            if line.task.id in kept
            else _entry(line, edition, clock=notices.get(line.task.case_id), now=now)
            for line, edition in found
        ]

    return worklists.page(tx, actor, entries, asked)


def _entry(
    line: WaitingLine, edition: Edition, *, clock: CaseClock | None, now: datetime
) -> WorklistEntry:
    due_at = line.task.due_at
    return WorklistEntry(
        task=line.task,
        step_name=edition.name(line.task.step),
        case_reference=line.case_reference,
        child_name=line.child_name,
        pathway_name=edition.version.pathway.about.name,
        overdue=due_at is not None and due_at < now,
        item=said_items(edition.running, line.task.place),
        clock=clock,
        paused=line.suspended,
    )


def case_lines(tx: Transaction, editions: Editions, actor: Actor, mark: str = "") -> Page[CaseLine]:
    """Return a page of the cases that an actor may read whole, newest first."""
    page = cases.readable(tx, actor, mark)
    lines = tuple(
        CaseLine(
            case=case,
            pathway_name=editions.edition(tx, case.version_id).version.pathway.about.name,
            role=role,
        )
        for case, role in page
    )
    return Page(lines=lines, previous=page.previous, following=page.following)


def task_sheet(
    tx: Transaction, editions: Editions, actor: Actor, task: Task, *, now: datetime
) -> TaskSheet:
    """Return what a candidate sees of a waiting task."""
    row = cases.row(tx, task.case_id)
    case = row.case
    edition = editions.edition(tx, case.version_id)
    pathway = edition.version.pathway
    form = edition.form(task.step)
    scope = interpreter.view(
        row.snapshot or "",
        edition.specification,
        task.token,
        record=read_record(tx, edition, case, now=now),
        rules=edition.rules,
        now=now,
    )
    return TaskSheet(
        task=task,
        step_name=edition.name(task.step),
        form=form,
        case_reference=case.reference,
        child_name=case.child.preferred_name,
        pathway_key=pathway.key,
        pathway_name=pathway.about.name,
        item=said_items(edition.running, task.place, scope),
        not_before=time_to_leave(tx, edition, task, now=now),
        pause=_pause(tx, case),
        version=edition.version,
        running=edition.running,
        may_read_case=cases.reading_role(tx, actor, case.id) is not None,
        shown=_shown(edition, form, scope, now=now),
        saved=saved.answers(tx, task, actor),
    )


def _pause(tx: Transaction, case: Case) -> Pause | None:
    """Return that a case is suspended, by whom and since when; None where it is not."""
    if case.status is not CaseStatus.SUSPENDED:
        return None
    suspended = corrections.newest(tx, case.id, CorrectionKind.SUSPENDED)
    assert suspended is not None
    return Pause(by=suspended.by, since=suspended.at, look_again_on=suspended.said.look_again_on)


def _shown(
    edition: Edition, form: Form, scope: Mapping[str, feel.Value], *, now: datetime
) -> tuple[tuple[str, feel.Value], ...]:
    try:
        return tuple(
            (one.label, edition.rules.condition(one.expression, scope, now=now))
            for one in form.shows
        )
    except feel.Refused as refused:
        raise PathwayFault(edition.name(form.step), str(refused)) from refused


def case_file(tx: Transaction, editions: Editions, case_id: str, role: str) -> CaseFile:
    """Return everything of a case that a party who reads it whole may see."""
    case = cases.row(tx, case_id).case
    history = events.of_case(tx, case_id)
    edition = editions.edition(tx, case.version_id)
    running = clocks.with_exceptions(tx, case_id)
    return CaseFile(
        case=case,
        version=edition.version,
        running=edition.running,
        stands_for=edition.stands_for,
        role=role,
        parties=parties.of_case(tx, case_id),
        open_tasks=tasks.ready(tx, case_id),
        record=record.whole(tx, case_id),
        history=history,
        letters=letters.of_case(tx, case_id),
        waits=_waits(tx, edition, case_id),
        news=awaited.of_case(tx, case_id),
        clocks=running,
        excusable=frozenset(
            one.id for one in running if role in OFFICERS and may_be_relied_on(edition, one)
        ),
        corrections=corrections.of_case(tx, case_id),
        travelled=_travelled(history),
    )


def _waits(tx: Transaction, edition: Edition, case_id: str) -> tuple[Wait, ...]:
    """Return the deadlines of a case, by what is drawn."""
    waits = timers.waits(tx, case_id)
    return tuple(replace(wait, step=edition.drawn(wait.step)) for wait in waits)


def _travelled(history: tuple[Event, ...]) -> frozenset[str]:
    return frozenset(flow for event in history for flow in event.details.get("flows", ()))
