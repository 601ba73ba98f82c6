"""What tokens have around them in one command: rules, record, clock, and what is to be told.

It takes the place of the library's script engine: nothing drawn is ever evaluated as Python.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NoReturn, TypeVar, cast

from SpiffWorkflow.bpmn.script_engine import BasePythonScriptEngineEnvironment, PythonScriptEngine
from SpiffWorkflow.task import Task
from typing_extensions import override

from pathways.feel import Value
from workflow.interpreter.advances import Acted, Decided, Sent
from workflow.interpreter.errors import RuleFailed, TooMuchAtOnce
from workflow.interpreter.memory import memory
from workflow.interpreter.record import Record
from workflow.interpreter.repetition import Repetition
from workflow.interpreter.rules import Rules
from workflow.interpreter.scope import Scope
from workflow.interpreter.specification import Specification
from workflow.interpreter.standing import instances, own_turns, place
from workflow.interpreter.turns import Turns
from workflow.interpreter.ways import Way
from workflow.model.place import Place, Round

_T = TypeVar("_T")

#: Name -> how to look it up.
_Items = Mapping[str, Callable[[], Value]]


#: For how many items all repeated steps together may begin in one command.
MOST_ITEMS_AT_ONCE = 5_000


class Surroundings(BasePythonScriptEngineEnvironment):
    """One command's surroundings."""

    def __init__(
        self, specification: Specification, rules: Rules, record: Record, *, now: datetime
    ) -> None:
        """Begin with nothing told and nothing counted."""
        super().__init__()
        self.specification = specification
        self.rules = rules
        self.record = record
        self.now = now
        self.turns = Turns(specification, {})
        self.decided: list[Decided] = []
        self.acted: list[Acted] = []
        self.sent: list[Sent] = []
        self.ended: list[str] = []
        self.travelled: list[str] = []
        self._items_left = MOST_ITEMS_AT_ONCE

    def value(self, token: Task, text: str, items: _Items | None = None) -> Value:
        """Return what an expression gives, seen from a token."""
        scope = self.scope(token, items)
        return self._answer(token, text, lambda: self.rules.condition(text, scope, now=self.now))

    def decide(self, token: Task, decision: str) -> None:
        """Ask a decision table, seen from a token, and write its outcome to the record."""
        step, here, scope = token.task_spec.bpmn_id or "", place(token), self.scope(token)
        outcome = self._answer(
            token, decision, lambda: self.rules.decide(decision, scope, now=self.now)
        )
        number = self.round(token, step, here)
        self.record.put(step, here, number, outcome.outputs)
        self.decided.append(Decided(step, here, number, outcome))

    def act(self, token: Task, values: Mapping[str, str]) -> None:
        """Work out values, seen from a token, write them to the record, and tell of the step.

        Args:
            token: Where the step is.
            values: Name -> FEEL.
        """
        step, here = token.task_spec.bpmn_id or "", place(token)
        number = self.round(token, step, here)
        written = {name: self.value(token, text) for name, text in values.items()}
        if written:
            self.record.put(step, here, number, written)
        self.acted.append(Acted(step, here, number, written, self._scope_now(token)))

    def send(self, token: Task, name: str = "") -> None:
        """Tell that a message has gone out at a token."""
        step, here = token.task_spec.bpmn_id or "", place(token)
        number = self.round(token, step, here)
        self.sent.append(Sent(step, here, number, name, self._scope_now(token)))

    def round(self, token: Task, step: str, there: Place) -> Round:
        """Return the present round of a step at a place, as a token sees it."""
        if not self.specification.turns.get(step):
            return ""
        return self.turns.round(step, there, own_turns(token))

    def next_round(self, token: Task, step: str, part: str) -> Round:
        """Return the round that a step inside a part will have when the part is run next."""
        here, own = place(token), own_turns(token)
        number = self.turns.runs(step, part, here, own) + 1
        return self.turns.round(step, here, own | {part: number})

    def scope(self, token: Task, items: _Items | None = None) -> Scope:
        """Return what a rule can name, seen from a token."""
        return Scope(
            self.record,
            place(token),
            lambda step, there: self.round(token, step, there),
            steps=self.specification.turns,
            items={**self._items(token), **(items or {})},
        )

    def _scope_now(self, token: Task) -> Scope:
        """Return what a rule can name, seen from a token, however the loops go on after this."""
        turns, own = Turns(self.specification, self.turns.counts), own_turns(token)
        return Scope(
            self.record,
            place(token),
            lambda step, there: turns.round(step, there, own),
            steps=self.specification.turns,
            items=self._items(token),
        )

    def repeated(self, token: Task, repetition: Repetition) -> Mapping[str, Value]:
        """Return what a step is repeated for, seen from a token: key -> item."""
        value = self.value(token, repetition.text)
        return self._answer(token, repetition.text, lambda: repetition.items(value))

    def begin_items(self, step: str, number: int) -> None:
        """Take note that a step begins for so many; steps in each other multiply.

        Raises:
            TooMuchAtOnce: If it is too many for one command.
        """
        self._items_left -= number
        if self._items_left < 0:
            raise TooMuchAtOnce(step, MOST_ITEMS_AT_ONCE)

    def _items(self, token: Task) -> _Items:
        """Return the loop items that a token stands in, by name, inner ones hiding outer ones."""
        found: dict[str, Callable[[], Value]] = {}
        for instance in instances(token):
            loop = instance.parent
            repetition = self.specification.repetitions.get(instance.task_spec.bpmn_id or "")
            if loop is not None and repetition is not None and repetition.item_name:
                found[repetition.item_name] = _item(self, loop, repetition, memory(instance)["key"])
        return found

    def travel(self, token: Task, ways: tuple[Way, ...]) -> None:
        """Tell which flows a token takes, and count the loops that it goes back to.

        To be called when the tokens behind it have been put on their way, and before they arrive.
        """
        for way in ways:
            self.travelled.append(way.flow)
            loops = self.specification.loops[token.workflow.spec.name]
            head = loops.returning.get(way.flow)
            step = token.task_spec.bpmn_id or ""
            if head is not None:
                self.turns.again(step, head, place(token), own_turns(token))
            beside = loops.beside.get(way.flow)
            if beside:
                self._keep_turns(token, way, beside)

    def _keep_turns(self, token: Task, way: Way, heads: tuple[str, ...]) -> None:
        """Let a token that leaves a loop which goes on remember in which round it did."""
        own, here = own_turns(token), place(token)
        node = token.task_spec.bpmn_id or ""
        numbers = {
            head: self.turns.number(node, head, here, own) for head in heads if head not in own
        }
        for child in token.children:
            if child.task_spec.name == way.target and numbers:
                memory(child)["turns"] = memory(child).get("turns", {}) | numbers

    def _answer(self, token: Task, text: str, ask: Callable[[], _T]) -> _T:
        try:
            return ask()
        except Exception as cause:
            raise RuleFailed(token.task_spec.bpmn_id or "", text, cause) from cause

    @override
    def evaluate(
        self, expression: str, context: object, external_context: object = None
    ) -> NoReturn:
        raise _nothing_as_code(expression)

    @override
    def execute(self, script: str, context: object, external_context: object = None) -> NoReturn:
        raise _nothing_as_code(script)

    @override
    def call_service(self, context: object, **kwargs: object) -> NoReturn:
        raise _nothing_as_code("service")


class Engine(PythonScriptEngine):
    """Stands where the library keeps its script engine, and evaluates nothing."""

    @override
    def evaluate(self, task: Task, expression: str, external_context: object = None) -> NoReturn:
        raise _nothing_as_code(expression)

    @override
    def execute(self, task: Task, script: str, external_context: object = None) -> NoReturn:
        raise _nothing_as_code(script)

    @override
    def call_service(self, task: Task, **kwargs: object) -> NoReturn:
        raise _nothing_as_code("service")


def around(token: Task) -> Surroundings:
    """Return the surroundings of a token."""
    return cast("Surroundings", token.workflow.script_engine.environment)


def _item(
    surroundings: Surroundings, loop: Task, repetition: Repetition, key: str
) -> Callable[[], Value]:
    return lambda: surroundings.repeated(loop, repetition).get(key)


def _nothing_as_code(text: str) -> RuntimeError:
    return RuntimeError(f"Nothing drawn is ever run as code, but this was to be: {text}")
