"""Tasks: one a page, its answers looked at once more, then sent."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp import addresses, sealing
from webapp.current import actor, now, workflow
from webapp.fields import Entries, Reading, entered, read
from webapp.keys import idempotency_key, new_key
from webapp.presenters import tasks as wording
from webapp.presenters.next_steps import next_steps
from webapp.security import current_session
from workflow.model.actor import CASE_READERS
from workflow.model.case import Completed
from workflow.model.errors import InvalidAnswers
from workflow.model.task import TaskSheet

tasks = Blueprint("tasks", __name__)

_SAVE = "save-for-later"
_OURS = frozenset({"csrf_token", _SAVE})
#: Where the session keeps what the thanks will say, before and after the answers are sent.
_SENDING, _SENT = "sending", "sent"


@tasks.get("/tasks/<task_id>")
def show(task_id: str) -> str:
    """Show a task, with the answers that were saved."""
    sheet = workflow().engine.task(actor(), task_id)
    return _page(sheet, entered(sheet.form, sheet.saved), {})


@tasks.post("/tasks/<task_id>")
def answer(task_id: str) -> Response | tuple[str, int]:
    """Save the answers; then look at them once more, or come back later."""
    sheet = workflow().engine.task(actor(), task_id)
    entries = request.form.to_dict(flat=False)
    reading = read(sheet.form, entries, ours=_OURS)
    later = _SAVE in entries
    problems = _problems(task_id, reading, complete=not later)
    if problems:
        return _page(sheet, entries, problems), 422
    if later:
        flash(wording.saved())
        return redirect(url_for("worklist.show"), 303)
    _remember(sheet)
    return redirect(url_for("tasks.check", task_id=task_id), 303)


@tasks.get("/tasks/<task_id>/check")
def check(task_id: str) -> Response | str:
    """Show all answers once more before they are sent."""
    sheet = workflow().engine.task(actor(), task_id)
    reading = read(sheet.form, entered(sheet.form, sheet.saved))
    try:
        workflow().engine.check(actor(), task_id, reading.sent)
    except InvalidAnswers:
        return redirect(addresses.task(task_id))
    sealed = sealing.seal(reading.sent)
    page = wording.check_page(sheet, reading, sealed=sealed, key=new_key())
    return render_template("tasks/check.html", page=page)


@tasks.post("/tasks/<task_id>/complete")
def complete(task_id: str) -> Response:
    """Send the answers, and go on to what comes next for this person."""
    answers = sealing.unseal(request.form.get(sealing.FIELD, ""))
    key = idempotency_key(request.form)
    done = workflow().engine.complete(actor(), task_id, answers, key=key)
    current_session()[_SENT] = current_session().get(_SENDING, {})
    return redirect(_onward(done), 303)


@tasks.get("/tasks/<task_id>/sent")
def sent(task_id: str) -> Response | str:
    """Say thanks, and what happens next."""
    facts = current_session().get(_SENT, {})
    if facts.get("task_id") != task_id:
        workflow().engine.task(actor(), task_id)
        return redirect(addresses.task(task_id))
    return render_template("tasks/sent.html", page=wording.sent_page(facts))


def _page(sheet: TaskSheet, entries: Entries, problems: dict[str, str]) -> str:
    page = wording.task_page(sheet, entries, pathway=sheet.running, problems=problems, now=now())
    return render_template("tasks/show.html", page=page)


def _problems(task_id: str, reading: Reading, *, complete: bool) -> dict[str, str]:
    """Save what was entered and return what has to be put right."""
    engine = workflow().engine
    try:
        engine.save_answers(actor(), task_id, reading.answers)
        if complete:
            engine.check(actor(), task_id, reading.sent)
    except InvalidAnswers as invalid:
        return {**invalid.problems, **reading.problems}
    return dict(reading.problems) if complete else {}


def _remember(sheet: TaskSheet) -> None:
    """Keep what the thanks will say: afterwards the task is not open to this person any more."""
    current_session()[_SENDING] = {
        "task_id": sheet.task.id,
        "step_name": sheet.step_name,
        "reference": sheet.case_reference,
        "pathway_key": sheet.pathway_key,
        "after": next_steps(sheet.running.drawing, sheet.task.step),
    }


def _onward(done: Completed) -> str:
    if done.next_task is not None:
        return addresses.task(done.next_task.id)
    if done.task.role in CASE_READERS:
        return addresses.case(done.case_id)
    return url_for("tasks.sent", task_id=done.task.id)
