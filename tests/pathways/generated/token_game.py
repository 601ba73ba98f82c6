"""The token game on one scope, played in every way: whether all that begins can end.

Each sub-process counts as one step here; its inside is a scope of its own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from pathways.model.drawing import Drawing
from pathways.model.node import Choice, ChoiceKind, Event, EventPosition, Node, Step

#: Tokens on arrows and in steps: sorted (place, count). Steps that have let a side way go are "!".
State = tuple[tuple[str, int], ...]


class TokenGame:
    """The states that one scope of a drawing can be in."""

    def __init__(self, drawing: Drawing, scope: str) -> None:
        self._drawing = drawing
        self._nodes = [node for node in drawing.nodes.values() if node.scope == scope]
        self._reaching = {node.id: self._arrows_before(node.id) for node in self._nodes}

    def start(self) -> State:
        """Return the state in which every start has just begun."""
        starts = (node for node in self._nodes if _position(node) is EventPosition.START)
        return _state(flow.id for node in starts for flow in self._drawing.outgoing(node.id))

    def next(self, state: State) -> Iterator[State]:
        """Yield every state that one move leads to."""
        tokens = Counter(dict(state))
        for node in self._nodes:
            yield from self._moves(node, tokens)

    def _moves(self, node: Node, tokens: Counter[str]) -> Iterator[State]:
        waiting = [each.id for each in self._drawing.incoming(node.id) if tokens[each.id]]
        if isinstance(node, Step):
            yield from (_moved(tokens, [name], [node.id]) for name in waiting)
            yield from self._leave(node, tokens)
        elif isinstance(node, Choice) and self._joins(node):
            if waiting and self._may_join(node, tokens):
                taken = waiting
                yield from (_moved(tokens, taken, given) for given in self._ways(node))
        else:
            for name in waiting:
                yield from (_moved(tokens, [name], given) for given in self._ways(node))

    def _leave(self, step: Step, tokens: Counter[str]) -> Iterator[State]:
        """Yield how a step ends: by itself, or by an event on its edge."""
        for place in (step.id, f"!{step.id}"):
            if not tokens[place]:
                continue
            yield from (_moved(tokens, [place], given) for given in self._ways(step))
            for event in self._drawing.boundaries(step.id):
                side = [flow.id for flow in self._drawing.outgoing(event.id)]
                if event.interrupting:
                    yield _moved(tokens, [place], side)
                elif place == step.id:
                    yield _moved(tokens, [place], [f"!{step.id}", *side])

    def _ways(self, node: Node) -> list[list[str]]:
        """Return every set of arrows on which a node can send tokens."""
        out = [flow.id for flow in self._drawing.outgoing(node.id)]
        kind = node.kind if isinstance(node, Choice) else ChoiceKind.PARALLEL
        if kind is ChoiceKind.PARALLEL or len(out) <= 1:
            return [out]
        if kind is ChoiceKind.INCLUSIVE:
            masks = range(1, 2 ** len(out))
            return [[each for bit, each in enumerate(out) if mask >> bit & 1] for mask in masks]
        return [[each] for each in out]

    def _joins(self, node: Choice) -> bool:
        kinds = {ChoiceKind.PARALLEL, ChoiceKind.INCLUSIVE}
        return node.kind in kinds and len(self._drawing.incoming(node.id)) > 1

    def _may_join(self, node: Choice, tokens: Counter[str]) -> bool:
        incoming = {flow.id for flow in self._drawing.incoming(node.id)}
        empty = {name for name in incoming if not tokens[name]}
        if node.kind is ChoiceKind.PARALLEL:
            return not empty
        return not any(tokens[name] for name in self._reaching[node.id] - incoming)

    def _arrows_before(self, node: str) -> set[str]:
        """The places from which a token can still reach a node without passing it."""
        found: set[str] = set()
        waiting = [node]
        while waiting:
            for flow in self._drawing.incoming(waiting.pop()):
                for name in self._places(flow.source) | {flow.id}:
                    if name not in found and flow.source != node:
                        found.add(name)
                        waiting.append(self._host(flow.source))
        return found

    def _places(self, node: str) -> set[str]:
        host = self._host(node)
        return {host, f"!{host}"}

    def _host(self, node: str) -> str:
        found = self._drawing.nodes[node]
        return (found.attached_to or node) if isinstance(found, Event) else node


def _position(node: Node) -> EventPosition | None:
    return node.position if isinstance(node, Event) else None


def _state(names: Iterable[str]) -> State:
    return tuple(sorted(Counter(names).items()))


def _moved(tokens: Counter[str], taken: Iterable[str], given: Iterable[str]) -> State:
    after = tokens.copy()
    after.subtract(taken)
    after.update(given)
    return tuple(sorted((name, count) for name, count in after.items() if count))
