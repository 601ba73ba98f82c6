"""What an expression may name: answers, outcomes of tables, and a few facts of the case."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pathways.executable.made_up_forms import DONE
from pathways.executable.tables import table_of
from pathways.model.action import Action, action_of, written_down
from pathways.model.decision import Decision
from pathways.model.drawing import Drawing
from pathways.model.facts import FACTS
from pathways.model.news import brings_values, brought
from pathways.model.node import Node, Step, StepKind
from pathways.model.spoken import did_you_mean
from pathways.reading.parts import Parts

_PARTS_OF_AN_ADDRESS = 2


@dataclass(frozen=True, slots=True)
class Addresses:
    """Every known address: first part -> what may come after it; None where that is not known."""

    known: Mapping[str, Collection[str] | None]

    def problem(self, name: tuple[str, ...], *, alone: Iterable[str] = ()) -> str | None:
        """Return what is wrong with a name that an expression reads; None where it is known.

        Args:
            name: The path read, e.g. `("ask_for_it", "what_matters")`.
            alone: Names that are known by themselves at this place.
        """
        if name[0] in alone:
            return None
        seconds = self.known.get(name[0], frozenset())
        if seconds is None or (len(name) >= _PARTS_OF_AN_ADDRESS and name[1] in seconds):
            return None
        written = ".".join(name)
        if name[0] in self.known:
            listed = ", ".join(sorted(f"{name[0]}.{each}" for each in seconds)) or "nothing"
            near = self._near(name, [name[0]])
            return f"“{written}” is not known.{near} “{name[0]}” has: {listed}."
        near = self._near(name, self.known)
        if near or len(name) > 1:
            advice = "Name an answer as step.question, or an outcome as decision_step.output."
        else:
            advice = f'If it is a text, put it in quotation marks: "{written}".'
        return f"“{written}” is not known.{near} {advice}"

    def _near(self, name: tuple[str, ...], firsts: Iterable[str]) -> str:
        candidates = [f"{first}.{each}" for first in firsts for each in self.known[first] or ()]
        return did_you_mean(".".join(name[:_PARTS_OF_AN_ADDRESS]), candidates)


def known_addresses(parts: Parts, drawing: Drawing) -> Addresses:
    """Return every address of a pathway. What could not be read may hold anything."""
    known: dict[str, Collection[str] | None] = dict(FACTS)
    for step in drawing.steps():
        if step.several is not None and step.several.item:
            known.setdefault(step.several.item, None)
    for node in drawing.nodes.values():
        known.update(_read_of(node, parts))
    return Addresses(known)


def _read_of(node: Node, parts: Parts) -> Iterator[tuple[str, Collection[str] | None]]:
    """Yield the id of a node with what can be read of it; nothing where nothing can."""
    if brings_values(node):
        names = _brought(node, parts)
        if names is None or names:
            yield node.id, names
    if not isinstance(node, Step):
        return
    if node.for_a_person:
        yield node.id, _questions(node.id, parts)
    elif node.kind is StepKind.DECISION:
        yield node.id, _outputs(parts.decisions.get(table_of(node)))
    elif action_of(node) is Action.SET_VALUES:
        yield node.id, written_down(node)


def _questions(step: str, parts: Parts) -> frozenset[str] | None:
    if step in parts.forms:
        return frozenset(question.name for question in parts.forms[step].questions)
    return None if step in parts.folder.forms else frozenset({DONE})


def _brought(node: Node, parts: Parts) -> frozenset[str] | None:
    asked = _questions(node.id, parts) if node.id in parts.folder.forms else frozenset()
    return None if asked is None else brought(node) | asked


def _outputs(decision: Decision | None) -> frozenset[str] | None:
    return None if decision is None else frozenset(output.name for output in decision.outputs)
