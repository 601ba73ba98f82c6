from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from pathways.bpmn import read_drawing
from pathways.model.drawing import Drawing
from pathways.model.node import ChoiceKind, EventPosition, Loop, StepKind, Trigger
from tests.pathways.generated import any_drawings, sound_drawings
from tests.pathways.generated.token_game import State, TokenGame
from tests.pathways.sketches import sketch, way

SAME = {"task": "parallelGateway"}
MOST_STATES = 3_000
quiet = list(HealthCheck)
slow = settings(max_examples=60, deadline=None, suppress_health_check=quiet)
often = settings(slow, max_examples=250, derandomize=True, database=None)


def states(game: TokenGame) -> dict[State, list[State]] | None:
    """Return every state and what follows it; None where there are too many."""
    following: dict[State, list[State]] = {}
    waiting = [game.start()]
    while waiting:
        state = waiting.pop()
        if state not in following:
            following[state] = list(game.next(state))
            waiting += following[state]
        if len(following) > MOST_STATES:
            return None
    return following


def stuck(following: dict[State, list[State]]) -> set[State]:
    """Return the states from which a case can never end."""
    before: dict[State, list[State]] = {state: [] for state in following}
    for state, after in following.items():
        for each in after:
            before[each].append(state)
    can_end = {state for state in following if not state}
    waiting = list(can_end)
    while waiting:
        found = {state for state in before[waiting.pop()] if state not in can_end}
        can_end |= found
        waiting += found
    return set(following) - can_end


def is_sound(drawing: Drawing) -> bool:
    """Whether in every scope all that begins can end, with one token in one place at most."""
    for scope in {node.scope for node in drawing.nodes.values()}:
        following = states(TokenGame(drawing, scope)) or {}
        twice = any(count > 1 for state in following for _, count in state)
        if stuck(following) or twice:
            return False
    return True


@slow
@given(sound_drawings())
def test_in_every_scope_of_a_sound_drawing_all_that_begins_can_end(xml: bytes) -> None:
    assert is_sound(read_drawing(xml))


@pytest.mark.parametrize(
    ("split", "join"),
    [
        ("exclusiveGateway", "parallelGateway"),
        ("inclusiveGateway", "parallelGateway"),
        ("parallelGateway", "exclusiveGateway"),
        ("task", "exclusiveGateway"),
    ],
)
def test_a_drawing_that_gets_stuck_or_does_things_twice_is_not_sound(split: str, join: str) -> None:
    inside = (
        f'<startEvent id="s"/><{split} id="x"/><task id="a"/><task id="b"/><{join} id="y"/>'
        f'<endEvent id="e"/>{way("s", "x", "a", "y", "e")}{way("x", "b", "y")}'
    )

    assert not is_sound(read_drawing(sketch(inside)))
    assert is_sound(read_drawing(sketch(inside.replace(join, SAME.get(split, split)))))


SHOWN: dict[str, Callable[[Drawing], bool]] = {
    "several pools": lambda drawing: len(drawing.pools) > 1,
    "a black box": lambda drawing: any(pool.process is None for pool in drawing.pools.values()),
    "a message": lambda drawing: bool(drawing.messages),
    "lanes in lanes": lambda drawing: any(lane.inside for lane in drawing.lanes.values()),
    "notes": lambda drawing: bool(drawing.associations),
    "a sub-process in another": lambda drawing: any(
        node.inside and drawing.nodes[node.inside].inside for node in drawing.nodes.values()
    ),
    "a picture of a sub-process": lambda drawing: len(drawing.planes) > 1,
    "an event that ends a step": lambda drawing: any(
        event.position is EventPosition.BOUNDARY and event.interrupting
        for event in drawing.events()
    ),
    "an event that does not": lambda drawing: any(
        not each.interrupting for each in drawing.events()
    ),
    "a split without a choice": lambda drawing: any(
        len(drawing.outgoing(step.id)) > 1 for step in drawing.steps()
    ),
    "a merge without a choice": lambda drawing: any(
        len(drawing.incoming(step.id)) > 1 for step in drawing.steps()
    ),
    "a choice that merges and splits": lambda drawing: any(
        min(len(drawing.incoming(each.id)), len(drawing.outgoing(each.id))) > 1
        for each in drawing.choices()
    ),
    "a name of two lines": lambda drawing: b"&#10;" in drawing.xml,
    "a name with markup": lambda drawing: any("<" in node.name for node in drawing.nodes.values()),
}
WILD: dict[str, Callable[[Drawing], bool]] = {
    "every choice": lambda drawing: (
        len({each.kind for each in drawing.choices()}) >= len(ChoiceKind) - 1
    ),
    "a loose arrow": lambda drawing: any(each.rule == "loose_flow" for each in drawing.findings),
    "no start": lambda drawing: (
        bool(drawing.nodes)
        and all(each.position is not EventPosition.START for each in drawing.events())
    ),
    "nothing": lambda drawing: not drawn(drawing),
    "no picture": lambda drawing: bool(drawing.nodes) and not drawing.planes,
    "a link": lambda drawing: any(each.trigger is Trigger.LINK for each in drawing.events()),
    "several triggers": lambda drawing: any(
        each.trigger is Trigger.MULTIPLE for each in drawing.events()
    ),
    "a loop": lambda drawing: any(step.loop is not Loop.NONE for step in drawing.steps()),
    "a transaction": lambda drawing: any(
        step.kind is StepKind.TRANSACTION for step in drawing.steps()
    ),
    "a sub-process by an event": lambda drawing: any(step.by_event for step in drawing.steps()),
    "an arrow from a step to itself": lambda drawing: any(
        flow.source == flow.target for flow in drawing.flows.values()
    ),
    "an arrow into another scope": lambda drawing: any(
        drawing.nodes[flow.source].scope != drawing.nodes[flow.target].scope
        for flow in drawing.flows.values()
    ),
    "an id with spaces": lambda drawing: any(" " in name for name in drawing.nodes),
    "an id with quotes": lambda drawing: any('"' in name for name in drawing.nodes),
    "a call of a process of the file": lambda drawing: any(
        process.called for process in drawing.processes.values()
    ),
}


def drawn(drawing: Drawing) -> bool:
    return bool(drawing.nodes)


def shown(strategy: SearchStrategy[bytes], looks: dict[str, Callable[[Drawing], bool]]) -> set[str]:
    """Return what shows up in a few hundred drawings."""
    seen: set[str] = set()

    @often
    @given(strategy)
    def look(xml: bytes) -> None:
        drawing = read_drawing(xml)
        seen.update(name for name, shows in looks.items() if shows(drawing))

    look()
    return seen


def test_sound_drawings_have_all_that_people_draw() -> None:
    assert shown(sound_drawings(), SHOWN) == set(SHOWN)


def test_any_drawings_have_all_that_a_file_can_hold() -> None:
    assert shown(any_drawings(), SHOWN | WILD) == set(SHOWN | WILD)
