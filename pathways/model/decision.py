"""Decisions, in DMN's own words: what they require, what they are made of, what came out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from pathways.feel import Value
from pathways.model.boxed import Boxed, Function, boxes_in
from pathways.model.decision_table import DecisionTable, Output
from pathways.model.item_type import ItemType


@dataclass(frozen=True, slots=True, kw_only=True)
class InputData:
    """Something that decisions are told: by its name, of its type."""

    id: str
    name: str
    type: ItemType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeModel:
    """A function that decisions call (DMN's business knowledge model)."""

    id: str
    name: str
    function: Function
    requires: "Requirements" = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What a decision or a knowledge model leans on; there are no circles in it."""

    decisions: tuple["Decision", ...] = ()
    data: tuple[InputData, ...] = ()
    knowledge: tuple["KnowledgeModel", ...] = ()
    services: tuple["DecisionService", ...] = ()

    def whole_decisions(self, seen: dict[str, None]) -> Iterator["Decision"]:
        """Yield the decisions that are asked, directly or not, those not yet seen."""
        offered = [decision for service in self.services for decision in service.outputs]
        for decision in (*self.decisions, *offered):
            if decision.id not in seen:
                seen[decision.id] = None
                yield from decision.requires.whole_decisions(seen)
                yield decision

    def whole_knowledge(self, seen: dict[str, None]) -> Iterator["KnowledgeModel"]:
        """Yield the knowledge models that are called, directly or not, those not yet seen."""
        for model in self.knowledge:
            if model.id not in seen:
                seen[model.id] = None
                yield from model.requires.whole_knowledge(seen)
                yield model


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision: a table, or another boxed expression."""

    id: str
    #: A question, e.g. `"Can I ask now?"`.
    name: str
    #: What other decisions of its file call its answer.
    variable: str
    #: What the answer has to be, where that is said.
    type: ItemType | None = None
    logic: Boxed = field(repr=False)
    #: What steps and letters call its answers: one for a single value, one a column of a table.
    outputs: tuple[Output, ...]
    #: Why, where it is no table; may hold `{expression}`.
    because: str = ""
    #: Names of several words that the reason may use.
    names: frozenset[str] = field(default=frozenset(), repr=False)
    requires: Requirements = field(default=Requirements(), repr=False, compare=False)

    @property
    def table(self) -> DecisionTable | None:
        """The table that it is; None where it is another boxed expression."""
        return self.logic if isinstance(self.logic, DecisionTable) else None

    def tables(self) -> Iterator[DecisionTable]:
        """Yield every table that may be asked for it, once each; its own come last."""
        seen: dict[str, None] = {}
        for decision in self.whole():
            for model in decision.requires.whole_knowledge(seen):
                yield from tables_in(model.function)
            yield from tables_in(decision.logic)

    def whole(self) -> Iterator["Decision"]:
        """Yield the decisions that it requires, directly or not, once each, then itself."""
        yield from self.requires.whole_decisions({self.id: None})
        yield self


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionService:
    """Decisions offered together as one function: what is given, what is asked."""

    id: str
    name: str
    #: What is asked; several are answered as a context.
    outputs: tuple[Decision, ...]
    #: What is given in the place of input data and of decisions, in the order of arguments.
    data: tuple[InputData, ...]
    decisions: tuple[Decision, ...]
    type: ItemType | None = None


def tables_in(logic: Boxed) -> Iterator[DecisionTable]:
    """Yield the tables that stand in a boxed expression."""
    return (box for box in boxes_in(logic) if isinstance(box, DecisionTable))


class ProblemKind(Enum):
    """Why something is null that perhaps should not be."""

    NO_RULE_FITS = "no_rule_fits"
    RULES_OVERLAP = "rules_overlap"
    INPUT_NOT_ALLOWED = "input_not_allowed"
    WRONG_TYPE = "wrong_type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What happened where the standard answers null."""

    kind: ProblemKind
    #: Id of the decision, the knowledge model or the input data.
    where: str
    #: Whole sentences. They hold what a person answered.
    message: str
    #: Ids of the rules that are at odds.
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a decision answered, and why: kept with the case, shown to the family."""

    decision: str
    #: What it is called; what it was called then, where it was renamed since.
    name: str = ""
    #: The one value that DMN says it has: of several outputs a context, of many rules a list.
    answer: Value = None
    #: Output name -> value. Where a table lists, each value is a list, or the aggregate.
    outputs: Mapping[str, Value]
    #: Input label -> value looked at.
    inputs: Mapping[str, Value]
    #: Ids of the rules that fired, in the order of the table.
    rules: tuple[str, ...]
    #: Their reasons, filled in.
    because: tuple[str, ...]
    #: What was decided on the way, in that order: required decisions and tables inside of others.
    before: tuple["Outcome", ...] = ()
    #: Why the answer, or something on the way to it, is null; only the standard's face has any.
    problems: tuple[Problem, ...] = ()

    def whole(self) -> tuple["Outcome", ...]:
        """Return what was decided on the way, and this one last."""
        return (*self.before, self)
