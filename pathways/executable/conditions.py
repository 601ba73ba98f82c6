"""Which conditions of a drawing can be answered by a rule, and how a made-up one is written."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from pathways.executable.derived import Derived, Revision
from pathways.executable.made_up_forms import DONE
from pathways.executable.tables import table_of
from pathways.feel import Expression, NotFeel, parse
from pathways.feel.nodes import Literal
from pathways.model.action import Action, action_of, written_down
from pathways.model.facts import FACTS
from pathways.model.news import brings_values, brought
from pathways.model.node import Node, Step, StepKind

_PARTS_OF_AN_ADDRESS = 2
_ASKS_NOTHING = frozenset({DONE})


class Readable:
    """What a condition can read: answers, outcomes of tables, and the facts of a case."""

    def __init__(self, revision: Revision, *, more: Collection[str] = ()) -> None:
        """Look at a drawing; `more` names are known besides."""
        #: First part of an address -> what can come after it; None where it can be anything.
        self._known: dict[str, Collection[str] | None] = {
            **FACTS,
            **dict.fromkeys(more),
        }
        for step in revision.drawing.steps():
            if step.several is not None and step.several.item:
                self._known.setdefault(step.several.item, None)
        for node in revision.drawing.nodes.values():
            self._known.update(_read_of(node, revision.before))

    def reads(self, text: str | None) -> bool:
        """Whether a condition can come out true: it is FEEL, and all that it names is there."""
        expression = None if text is None else _parsed(text)
        if expression is None:
            return False
        if isinstance(expression.tree, Literal) and not isinstance(expression.tree.value, bool):
            return False
        return self._are_known(expression)

    def gives(self, text: str) -> bool:
        """Whether a text can give a value: it is FEEL, and all that it names is there."""
        expression = _parsed(text)
        return expression is not None and self._are_known(expression)

    def lists(self, text: str) -> bool:
        """Whether a text can give a list: it is FEEL, and all that it names is there."""
        expression = _parsed(text)
        plain = expression is None or isinstance(expression.tree, Literal)
        return expression is not None and not plain and self._are_known(expression)

    def counts(self, text: str) -> bool:
        """Whether a text can give a number: it is FEEL, and all that it names is there."""
        expression = _parsed(text)
        if expression is None:
            return False
        tree = expression.tree
        if isinstance(tree, Literal):
            return isinstance(tree.value, Decimal)
        return self._are_known(expression)

    def _are_known(self, expression: Expression) -> bool:
        return all(self._is_known(name) for name in expression.names - expression.item_names)

    def _is_known(self, name: tuple[str, ...]) -> bool:
        if name[0] not in self._known:
            return False
        seconds = self._known[name[0]]
        return seconds is None or (len(name) >= _PARTS_OF_AN_ADDRESS and name[1] in seconds)


def _parsed(text: str) -> Expression | None:
    try:
        return parse(text)
    except NotFeel:
        return None


def answered(step: str, question: str, answer: str) -> str:
    """Return the condition that a question was answered so."""
    return f'{step}.{question} = "{answer}"'


def among(step: str, question: str, answer: str) -> str:
    """Return the condition that an answer is among those that were chosen."""
    return f'list contains({step}.{question}, "{answer}")'


def _read_of(node: Node, before: Derived) -> Iterator[tuple[str, Collection[str] | None]]:
    """Yield the id of a node with what can be read of it; nothing where nothing can."""
    if brings_values(node):
        names = _brought(node, before)
        if names is None or names:
            yield node.id, names
    if not isinstance(node, Step):
        return
    if node.for_a_person:
        yield node.id, _questions(node, before)
    elif node.kind is StepKind.DECISION:
        yield node.id, _outputs(node, before)
    elif action_of(node) is Action.SET_VALUES:
        yield node.id, written_down(node)


def _questions(step: Step, before: Derived) -> Collection[str] | None:
    if step.id in before.forms:
        return frozenset(question.name for question in before.forms[step.id].questions)
    if before.papers is None:
        return None
    return before.papers.questions.get(step.id, _ASKS_NOTHING)


def _brought(node: Node, before: Derived) -> Collection[str] | None:
    asked = None if before.papers is None else before.papers.questions.get(node.id, ())
    return None if asked is None else brought(node) | frozenset(asked)


def _outputs(step: Step, before: Derived) -> Collection[str] | None:
    if before.papers is None:
        return None
    outputs: Mapping[str, Collection[str] | None] = before.papers.outputs
    return outputs.get(table_of(step), frozenset())
