"""What can come next in a case, told from where it is, and what happens when time runs out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pathways.model.drawing import Drawing
from pathways.model.node import Choice, Node, Step, StepKind
from pathways.words import Told, Words
from webapp.presenters import times
from webapp.presenters.whereabouts import is_pause
from workflow.model.case import Wait

#: Steps that nobody has to wait for: what comes after them is next too.
_AT_ONCE = frozenset({StepKind.DECISION, StepKind.SEND, StepKind.SERVICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadStep:
    """A step that can come next."""

    #: The answer that leads there; empty where nothing else is possible.
    when: str
    name: str
    href: str
    #: What it means for a family; may be empty.
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """One thing that comes next: a step, or a question with the ways that its answers open."""

    #: Empty where it is a single step.
    question: str
    steps: tuple[AheadStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day on which something happens by itself, unless somebody acts before."""

    day: str
    what: str


def ahead(drawing: Drawing, words: Words, here: Iterable[str]) -> tuple[Ahead, ...]:
    """Return what comes next after the steps where a case is, in the order in which it comes."""
    told = {one.element: one for one in words.steps}
    found: dict[str, Ahead] = {}
    for step_id in here:
        for way in told[step_id].next if step_id in told else ():
            found.update(_following(drawing, told, way.to))
    return tuple(found.values())


def deadlines(drawing: Drawing, words: Words, waits: Iterable[Wait]) -> tuple[Deadline, ...]:
    """Return the deadlines that a case waits for, the nearest first."""
    told = {one.element: one for one in words.steps}
    ordered = sorted(waits, key=lambda wait: wait.due_at)
    return tuple(
        Deadline(
            day=times.day(times.day_of(wait.due_at)),
            what=told[wait.step].family or told[wait.step].name,
        )
        for wait in ordered
        if wait.step in told and not is_pause(drawing, wait)
    )


def _following(drawing: Drawing, told: dict[str, Told], first: str) -> Iterator[tuple[str, Ahead]]:
    """Yield what follows until a choice, a person, a wait or an end, by id."""
    step_id: str | None = first
    seen: set[str] = set()
    while step_id is not None and step_id not in seen and step_id in told:
        seen.add(step_id)
        node, here = drawing.nodes[step_id], told[step_id]
        if isinstance(node, Choice) and here.next:
            yield step_id, _choice(here, told)
            return
        yield step_id, Ahead(question="", steps=(_step(here, ""),))
        step_id = here.next[0].to if _goes_on(node, here) else None


def _goes_on(node: Node, told: Told) -> bool:
    return isinstance(node, Step) and node.kind in _AT_ONCE and len(told.next) == 1


def _choice(told: Told, all_told: dict[str, Told]) -> Ahead:
    ways = [_step(all_told[way.to], way.when) for way in told.next if way.to in all_told]
    return Ahead(question=told.name, steps=tuple(ways))


def _step(told: Told, when: str) -> AheadStep:
    return AheadStep(when=when, name=told.name, href=f"#{told.anchor}", family=told.family)
