"""News that a person says has come: a reply by post, a telephone call, another side's message."""

from collections.abc import Mapping
from typing import Any

from pathways import forms
from pathways.model.drawing import Drawing
from workflow import interpreter
from workflow.engine.editions import Edition, Editions
from workflow.engine.move import Brought, Move
from workflow.engine.moving import move
from workflow.model.actor import Actor
from workflow.model.errors import NewsNotAwaited, NewsNotFound
from workflow.model.news import AwaitedNews, AwaitedStatus, NewsKind, NewsLine, NewsSheet
from workflow.store import Transaction, awaited, cases
from workflow.store.awaited import AwaitedLine

#: So many waits are listed for one person; case pages show the others.
MOST_LISTED = 50

_COME = {NewsKind.MESSAGE: "MessageReceived", NewsKind.SIGNAL: "SignalReceived"}


def news_lines(tx: Transaction, editions: Editions, actor: Actor) -> tuple[NewsLine, ...]:
    """Return the news that is waited for in lanes that an actor takes, the longest wait first."""
    found = awaited.in_lanes_of(tx, actor, most=MOST_LISTED)
    return tuple(_said(editions.edition(tx, line.version_id), line) for line in found)


def found_news(tx: Transaction, actor: Actor, awaited_id: str) -> AwaitedLine:
    """Return news, waited for or not, that an actor may say has come.

    Raises:
        NewsNotFound: If there is none that they may.
    """
    line = awaited.for_actor(tx, actor, awaited_id)
    if line is None:
        raise NewsNotFound(awaited_id)
    return line


def expect_waiting(wait: AwaitedNews) -> None:
    """Refuse news that a case does not wait for any more.

    Raises:
        NewsNotAwaited: If it has come, or the case went on without it.
    """
    if wait.status is not AwaitedStatus.WAITING:
        raise NewsNotAwaited(wait.id, come=wait.status is AwaitedStatus.COME)


def news_sheet(tx: Transaction, editions: Editions, actor: Actor, line: AwaitedLine) -> NewsSheet:
    """Return what somebody sees who says that news has come."""
    edition = editions.edition(tx, line.version_id)
    wait = line.awaited
    return NewsSheet(
        line=_said(edition, line),
        form=edition.form(wait.step),
        sender=_sender(edition.version.pathway.drawing, edition.drawn(wait.step)),
        may_read_case=cases.reading_role(tx, actor, wait.case_id) is not None,
        version=edition.version,
        running=edition.running,
    )


def receive(this: Move, wait: AwaitedNews, answers: Mapping[str, Any]) -> None:
    """Let news come that a case waits for; the answers have been checked.

    Raises:
        PathwayFault, NobodyTakesLane, CaseChanged: As in `move`.
    """
    form = this.edition.form(wait.step)
    kept = forms.plain_answers(answers)
    if kept:
        this.record.put(wait.step, wait.place, wait.round, forms.typed(form, kept))
    awaited.end(this.tx, wait.id, AwaitedStatus.COME, at=this.now)
    given = Brought(
        step=wait.step, place=wait.place, round=wait.round, role=wait.role, content=kept
    )
    command = interpreter.Occur(wait.token, wait.step)
    move(this, command, kind=_COME[wait.kind], given=given)


def _said(edition: Edition, line: AwaitedLine) -> NewsLine:
    wait = line.awaited
    node = edition.running.drawing.nodes[wait.step]
    return NewsLine(
        awaited=wait,
        name=node.name or wait.name,
        case_reference=line.case_reference,
        child_name=line.child_name,
        pathway_name=edition.version.pathway.about.name,
    )


def _sender(drawing: Drawing, node_id: str) -> str:
    """Return the name of the side from which a drawn message comes to a node; empty without one."""
    sources = (flow.source for flow in drawing.messages.values() if flow.target == node_id)
    for source in sources:
        node = drawing.nodes.get(source)
        process = None if node is None else node.process
        for pool in drawing.pools.values():
            if pool.id == source or (process is not None and pool.process == process):
                return pool.name
    return ""
