"""What a case sends to others in a move: messages, signals, and the start of another case.

Each is a row and a job, in the transaction of the move; nothing arrives before that is kept.
"""

from collections.abc import Mapping
from datetime import timedelta
from uuid import uuid4

from pathways import feel
from pathways.feel import Value
from pathways.model.news import tells_cases
from pathways.model.node import Event, Node, Trigger
from workflow.engine.correlation import digests
from workflow.engine.keeping import write_letter
from workflow.engine.move import Move
from workflow.interpreter import Acted, Sent
from workflow.model.errors import PathwayFault
from workflow.model.news import NewsKind, SentNews
from workflow.store import messages

#: How long a message is kept for a case that does not wait for it yet.
KEPT_FOR = timedelta(days=90)
#: How many deliveries in a row may lead to further news, without a person or a deadline between.
MOST_HOPS = 20
#: How many messages, signals and starts one act of a person or one deadline may lead to, in all.
MOST_IN_CHAIN = 1000

#: What is said where either is passed.
GOES_ROUND = (
    "Cases tell each other something here again and again, and no person comes between. "
    "Draw a step for a person, or a deadline, before it."
)

#: The kinds of the jobs that carry it on.
ROUTE_MESSAGE = "route_message"
EXPIRE_MESSAGE = "expire_message"
SPREAD_SIGNAL = "spread_signal"
START_CASE = "start_case"


def send(move: Move, sent: Sent) -> None:
    """Write the letter of a step that sends, tell other cases, or both, as is drawn.

    Raises:
        NobodyTakesLane, PathwayFault: If a letter or a message cannot be written.
    """
    node = move.edition.running.drawing.nodes[sent.step]
    if sent.step in move.edition.version.pathway.letters:
        write_letter(move, sent)
    if tells_cases(node):
        _tell(move, node, sent)
    elif isinstance(node, Event) and node.trigger is Trigger.SIGNAL:
        news = _post(move, node, NewsKind.SIGNAL, sent.name, {})
        move.tell("SignalGiven", node.id, message=news.id)
        _promise(move, SPREAD_SIGNAL, news, after="")


def start_case(move: Move, acted: Acted) -> None:
    """Promise that another case is started for the same child.

    Raises:
        PathwayFault: If what is handed over cannot be worked out or kept.
    """
    node = move.edition.step(acted.step)
    values = _values(move, node, acted.scope)
    news = _post(move, node, NewsKind.START, node.extensions["pathway"], values)
    move.tell("StartAsked", node.id, message=news.id)
    _promise(move, START_CASE, news)


def _tell(move: Move, node: Node, sent: Sent) -> None:
    """Send a message to whoever waits for it: one for each thing that it is about."""
    value = _worked_out(move, node, node.extensions["about"], sent.scope)
    values = _values(move, node, sent.scope)
    try:
        things = digests(value)
    except ValueError as problem:
        raise PathwayFault(move.edition.name(node.id), str(problem)) from problem
    for about in things:
        news = _post(move, node, NewsKind.MESSAGE, sent.name, values, about=about)
        move.tell("MessageSent", node.id, message=news.id)
        _promise(move, ROUTE_MESSAGE, news)
        move.promise(EXPIRE_MESSAGE, news.id, run_at=news.keep_until)
    if not things:
        move.tell("NobodyToTell", node.id)


def _values(move: Move, node: Node, scope: Mapping[str, Value]) -> dict[str, Value]:
    return {
        value.name: _worked_out(move, node, value.source, scope)
        for value in node.values
        if value.source
    }


def _worked_out(move: Move, node: Node, text: str, scope: Mapping[str, Value]) -> Value:
    try:
        return move.rules.condition(text, scope, now=move.now)
    except feel.Refused as refused:
        raise PathwayFault(move.edition.name(node.id), str(refused)) from refused


def _post(
    move: Move,
    node: Node,
    kind: NewsKind,
    name: str,
    values: Mapping[str, Value],
    *,
    about: str = "",
) -> SentNews:
    """Write news as it is sent."""
    _bound(move, node)
    news = SentNews(
        id=str(uuid4()),
        case_id=move.case_id,
        step=node.id,
        kind=kind,
        name=name,
        about=about,
        sent_at=move.now,
        keep_until=move.now + KEPT_FOR,
        chain=move.chain,
        hops=move.cause.hops,
    )
    try:
        sealed = messages.seal(move.case_id, values)
    except ValueError as problem:
        raise PathwayFault(move.edition.name(node.id), str(problem)) from problem
    messages.insert(move.tx, news, sealed)
    return news


def _bound(move: Move, node: Node) -> None:
    """Refuse what goes round among cases by itself.

    Raises:
        PathwayFault: If this is too far from the last person or deadline, or too much.
    """
    too_far = move.cause.hops > MOST_HOPS
    if too_far or messages.in_chain(move.tx, move.chain) >= MOST_IN_CHAIN:
        raise PathwayFault(
            move.edition.name(node.id),
            GOES_ROUND,
        )


def _promise(move: Move, kind: str, news: SentNews, **more: str) -> None:
    key = ":".join([kind, news.id, *more.values()])
    lock = move.case_id if kind == START_CASE else None
    args = {"id": news.id, **more}
    move.jobs.enqueue(move.tx, kind, args, key=key, run_at=move.now, lock=lock)
