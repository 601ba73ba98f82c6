"""What happens by itself when a case is opened: tokens go on until each meets a person or a wait.

A game of tokens on what runs by itself. Conditions that name anything are not true, because nobody
has answered yet; a choice then goes its default way.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

from pathways.executable.running import called_process
from pathways.feel import NotFeel, Refused, Value, parse
from pathways.model.drawing import Drawing, Flow
from pathways.model.node import (
    Again,
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Node,
    Step,
    Trigger,
)

#: How many things a case may pass by itself. The engine stops at 300, steps of its own included.
MOST_MOVES = 280
#: Steps of the engine's own around what is drawn: of a part, and of a step with events on its edge.
_OF_A_PART = 2
_OF_AN_EDGE = 3
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
#: What a step can be repeated for so that it is not done at all; nobody has answered yet.
_NONE: tuple[Value, ...] = (None, Decimal(0), ())
_FROM_INSIDE = frozenset({Trigger.ERROR, Trigger.ESCALATION, Trigger.CANCEL})


@dataclass(slots=True)
class _Part:
    """A process or sub-process that runs: whose inside it is, and how many tokens it has."""

    host: str | None = None
    outer: "_Part | None" = None
    tokens: int = 0
    over: bool = False
    #: Join -> the arrows on which tokens wait there.
    joins: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Opening:
    """A case that is opened, as far as it goes by itself."""

    drawing: Drawing
    #: The node at which it goes round, or waits for what cannot come; None where all is well.
    circling: str | None = None
    stuck: str | None = None
    _rests: bool = False
    _moves: int = 0
    _arriving: deque[tuple[str, str, _Part]] = field(default_factory=deque)
    _parts: list[_Part] = field(default_factory=list)

    def run(self) -> None:
        """Move all tokens until none can go on."""
        self._rests = any(step.by_event for step in self.drawing.steps())  # something may happen
        self._begin(self.drawing.id, _Part())
        while self.circling is None and (self._arriving or self._merge()):
            if self._arriving:
                name, flow, part = self._arriving.popleft()
                if not part.over:
                    self._arrive(self.drawing.nodes[name], flow, part)
        waiting = [join for part in self._parts if not part.over for join in part.joins]
        if waiting and not self._rests and self.circling is None:
            self.stuck = waiting[0]

    def _begin(self, scope: str, part: _Part) -> None:
        self._parts.append(part)
        self._moves += _OF_A_PART
        if self._moves > MOST_MOVES:
            self.circling = part.host
            return
        for event in _starts(self.drawing, scope):
            self._put(event.id, "", part)
        if not part.tokens:
            self._end(part)

    def _put(self, name: str, flow: str, part: _Part) -> None:
        part.tokens += 1
        self._arriving.append((name, flow, part))

    def _arrive(self, node: Node, flow: str, part: _Part) -> None:
        self._moves += 0 if _is_for_a_person(node) else 1
        self._moves += _OF_AN_EDGE if self.drawing.boundaries(node.id) else 0
        if self._moves > MOST_MOVES:
            self.circling = node.id
        elif isinstance(node, Step):
            self._at_step(node, part)
        elif isinstance(node, Choice):
            self._at_choice(node, flow, part)
        elif isinstance(node, Event):
            self._at_event(node, part)

    def _at_step(self, step: Step, part: _Part) -> None:
        if step.again is not None and not step.for_a_person and _is_endless(step.again):
            self.circling = step.id
            return
        if _is_for_nobody(step):
            self._rests = True  # facts of the case may say otherwise
            self._leave(self.drawing.outgoing(step.id), part)
            return
        inside = step.id if step.holds_steps else called_process(step, self.drawing)
        if inside is not None:
            self._rests = self._rests or bool(self.drawing.boundaries(step.id))
            self._begin(inside, _Part(host=step.id, outer=part))
        elif step.for_a_person:
            self._rests = True
        else:
            self._leave(self.drawing.outgoing(step.id), part)

    def _at_event(self, event: Event, part: _Part) -> None:
        if event.position in {EventPosition.CATCH, EventPosition.BOUNDARY}:
            self._rests = True
        elif event.trigger in _FROM_INSIDE:
            self._rests = True  # whoever hears it goes on; that is too much to follow
        elif event.position is EventPosition.END:
            part.tokens = 0 if event.trigger is Trigger.TERMINATE else part.tokens - 1
            if not part.tokens:
                self._end(part)
        else:
            self._leave(self.drawing.outgoing(event.id), part)

    def _at_choice(self, choice: Choice, flow: str, part: _Part) -> None:
        flows = self.drawing.outgoing(choice.id)
        if choice.kind is ChoiceKind.EVENT_BASED:
            self._rests = True
        elif choice.kind is ChoiceKind.EXCLUSIVE:
            self._leave(_chosen(choice, flows)[:1], part)
        elif len(self.drawing.incoming(choice.id)) > 1:
            self._join(choice, flow, part)
        else:
            self._leave(_chosen(choice, flows), part)

    def _join(self, choice: Choice, flow: str, part: _Part) -> None:
        waiting = part.joins.setdefault(choice.id, [])
        waiting.append(flow)
        if choice.kind is ChoiceKind.PARALLEL:
            wanted = {each.id for each in self.drawing.incoming(choice.id)}
            if wanted <= set(waiting):
                self._fire(choice, part)

    def _merge(self) -> bool:
        """Let an inclusive join go on that nothing can come to any more."""
        for part in self._parts if not self._rests else ():
            for name in part.joins if not part.over else ():
                choice = self.drawing.nodes[name]
                if isinstance(choice, Choice) and choice.kind is ChoiceKind.INCLUSIVE:
                    self._fire(choice, part)
                    return True
        return False

    def _fire(self, choice: Choice, part: _Part) -> None:
        """Take one token of each way in, and send on what they become."""
        waiting = part.joins.pop(choice.id)
        taken = set(waiting)
        left = list(waiting)
        for flow in taken:
            left.remove(flow)
        if left:
            part.joins[choice.id] = left
        part.tokens -= len(taken) - 1
        self._leave(_chosen(choice, self.drawing.outgoing(choice.id)), part)

    def _leave(self, flows: tuple[Flow, ...], part: _Part) -> None:
        for flow in flows:
            self._put(flow.target, flow.id, part)
        part.tokens -= 1
        if not part.tokens:
            self._end(part)

    def _end(self, part: _Part) -> None:
        part.over = True
        if part.outer is not None and part.host is not None and not part.outer.over:
            self._leave(self.drawing.outgoing(part.host), part.outer)


def _is_endless(again: Again) -> bool:
    return again.most is None and _is_true(again.condition)


def _is_for_nobody(step: Step) -> bool:
    """Whether it is not done at all before anybody has answered anything."""
    if step.again is not None:
        return (
            step.again.before and bool(step.again.condition) and not _is_true(step.again.condition)
        )
    if step.several is None:
        return False
    text = step.several.collection or step.several.number
    return _value(text) in _NONE


def _is_for_a_person(node: Node) -> bool:
    return isinstance(node, Step) and node.for_a_person


def _chosen(choice: Choice, flows: tuple[Flow, ...]) -> tuple[Flow, ...]:
    if choice.kind is ChoiceKind.PARALLEL or len(flows) == 1:
        return flows
    true = tuple(
        flow for flow in flows if flow.id != choice.default and _is_true(flow.condition or "")
    )
    return true or tuple(flow for flow in flows if flow.id == choice.default)


def _is_true(condition: str) -> bool:
    return _value(condition) is True


def _value(text: str) -> Value:
    """Return what an expression says before anybody has answered; None where that depends."""
    try:
        expression = parse(text)
        return None if expression.names else expression.evaluate({}, now=_NEVER)
    except (NotFeel, Refused):
        return None


def _starts(drawing: Drawing, scope: str) -> list[Event]:
    return [
        event
        for event in drawing.events()
        if event.scope == scope and event.position is EventPosition.START
    ]
