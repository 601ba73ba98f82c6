"""What answers and outcomes are called: by the words of the forms, never by their codes."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import partial

from pathways.feel import Expression, Value
from pathways.feel.nodes import Path
from pathways.model.decision import Decision
from pathways.model.drawing import Drawing
from pathways.model.form import Question, Widget
from pathways.model.node import Step, StepKind
from pathways.model.pathway import Pathway
from pathways.words import ENGLISH
from webapp.presenters import values

#: What a value is called in its place.
Naming = Callable[[Value], str]

#: An address in the case record: `("check_the_plan", "kind")`.
Address = tuple[str, ...]

_CODE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_PLACES = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
_BRACES = {"{{": "{", "}}": "}"}
_SHORT = re.compile(r", | \(")
_FACTS = {
    "child.id": "which child or young person it is",
    "child.siblings": "their brothers and sisters here",
    "child.preferred_name": "the child’s or young person’s name",
    "child.born_on": "when they were born",
    "child.over_compulsory_school_age": "whether they are over the age of compulsory school",
    "case.opened_on": "when the request was begun",
    "case.reference": "the reference of the request",
    "setting.name": "the name of the school or college",
}


def in_words(text: str) -> str:
    """Return a code as words, `"not_yet"` as `"not yet"`; anything else as it is."""
    return text.replace("_", " ") if _CODE.fullmatch(text) else text


def plain(value: Value) -> str:
    """Return what a value is called where no form has a name for it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:,f}"
    if isinstance(value, date):
        return str(values.said(value))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return in_words(value) if isinstance(value, str) else str(value)


def capital(text: str) -> str:
    """Return a text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def with_item(words: str, item: str) -> str:
    """Return words about a task, with which of several it is about, where it is one of several."""
    return f"{words} (for: {item})" if item else words


def one_of(said: Iterable[str], joint: str = "or") -> str:
    """Return `"a"`, `"a or b"`, `"a, b or c"`; where a comma or an "or" stands inside, clearer."""
    every = list(dict.fromkeys(said))
    if len(every) == 1:
        return every[0]
    if any("," in one for one in every):
        return f"{'; '.join(every[:-1])}; {joint} {every[-1]}"
    inside = "," if any(f" {joint} " in one for one in every) else ""
    return f"{', '.join(every[:-1])}{inside} {joint} {every[-1]}"


def because(text: str) -> str:
    """Return a rule's reason as it is published: its places hold what each case says there."""
    return _PLACES.sub(lambda found: _BRACES.get(found.group(), "…"), text)


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one pathway for its own answers and outcomes."""

    pathway: Pathway

    def question(self, address: Address) -> Question | None:
        """Return the question whose answer stands at an address; None where there is none."""
        form = self.pathway.forms.get(address[0]) if len(address) > 1 else None
        asked = form.questions if form is not None else ()
        return next((one for one in asked if one.name == address[1]), None)

    def naming(self, expression: Expression, *, short: bool = False) -> Naming:
        """Return what the values of an expression are called: by its question, if it is one.

        Args:
            expression: What is looked at.
            short: Whether an option's label ends at its first comma or bracket: for lists of many.
        """
        tree = expression.tree
        question = self.question(tree.names) if isinstance(tree, Path) else None
        if question is None:
            return plain
        return partial(_named, _names(question, short=short), question.widget is Widget.MONEY)

    def calling(self, address: Address) -> str:
        """Return what an address is called: its question, its table's column, or a fact."""
        question = self.question(address)
        if question is not None:
            return f"the answer to “{question.label}”"
        decision = self.decision_of(address[0])
        outputs = decision.outputs if decision is not None else ()
        named = [one.label or one.name for one in outputs if one.name == address[-1]]
        return f"“{named[0]}”" if named else _FACTS.get(".".join(address), in_words(address[-1]))

    def decision_of(self, step_id: str) -> Decision | None:
        """Return the table that answers a step; None where none does."""
        node = self.pathway.drawing.nodes.get(step_id)
        if not isinstance(node, Step) or node.kind is not StepKind.DECISION:
            return None
        return self.pathway.decisions.get(node.extensions.get("decision", node.id))


def steps_of(drawing: Drawing, decision_id: str) -> tuple[Step, ...]:
    """Return the steps that a table answers, in the order of the file."""
    return tuple(
        step
        for step in drawing.steps()
        if step.kind is StepKind.DECISION
        and step.extensions.get("decision", step.id) == decision_id
    )


def _names(question: Question, *, short: bool) -> Mapping[str, str]:
    names = {one.value: ENGLISH.mid_sentence(one.label) for one in question.options}
    shorter = {value: _SHORT.split(name)[0] for value, name in names.items()}
    distinct = len(set(shorter.values())) == len(shorter)
    return shorter if short and distinct else names


def _named(names: Mapping[str, str], money: bool, value: Value) -> str:  # noqa: FBT001 - bound by partial, never written out
    if money and isinstance(value, Decimal):
        return values.pounds(value)
    return names[value] if isinstance(value, str) and value in names else plain(value)
