"""What can go wrong while a decision is made: one exception for each kind of problem.

The messages hold what a person answered: show them to those who may read the case, keep them out
of logs.
"""

from collections.abc import Mapping

from pathways.dmn.spoken import looked_at, say
from pathways.feel import Value
from pathways.model.decision import Problem, ProblemKind
from pathways.model.decision_table import DecisionTable, Input, Rule
from pathways.model.item_type import ItemType


class Undecided(Exception):
    """Something is null, as the standard says, and nobody may be decided about by that."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


class NoRuleMatched(Undecided):
    """A table has no rule for what it was asked, or was asked something that it does not allow."""

    def __init__(
        self, table: DecisionTable, inputs: Mapping[str, Value], *, refused: Input | None = None
    ) -> None:
        self.table = table
        #: Input label -> the value looked at.
        self.inputs = inputs
        #: The input whose value the table does not allow; None where simply no rule fits.
        self.refused = refused
        super().__init__(
            Problem(
                kind=ProblemKind.INPUT_NOT_ALLOWED if refused else ProblemKind.NO_RULE_FITS,
                where=table.id,
                message=self._not_allowed(refused) if refused else self._none_fits(),
            )
        )

    def _none_fits(self) -> str:
        asked = looked_at(self.inputs) or "a question without inputs"
        return (
            f"“{self.table.name}”: no rule fits {asked}. "
            "Add a rule for this to the table, or correct the answer."
        )

    def _not_allowed(self, refused: Input) -> str:
        allowed = refused.allowed.text if refused.allowed else ""
        return (
            f"“{self.table.name}”: “{refused.label}” is {say(self.inputs[refused.label])}, "
            f"and the table takes only {allowed}. "
            "Correct the answer, or add the value to the column's allowed values."
        )


class RulesOverlap(Undecided):
    """Several rules fit where only one may, or where all must agree."""

    def __init__(self, table: DecisionTable, rules: tuple[Rule, ...]) -> None:
        self.table = table
        #: The rules that fit, in the order of the table.
        self.rules = rules
        numbers = [str(rule.number) for rule in rules]
        which = f"{', '.join(numbers[:-1])} and {numbers[-1]}"
        policy = table.hit_policy.value
        message = (
            f"“{table.name}”: rules {which} fit at the same time, and the hit policy {policy} "
            f"{_WANTS.get(policy, 'does not allow that')}. "
            "Change their conditions so that they no longer disagree."
        )
        super().__init__(
            Problem(
                kind=ProblemKind.RULES_OVERLAP,
                where=table.id,
                message=message,
                rules=tuple(rule.id for rule in rules),
            )
        )


class WrongType(Undecided):
    """A value is not of the type that it was said to have, or not among the values allowed."""

    def __init__(self, where: str, name: str, value: Value, kind: ItemType) -> None:
        #: What was found.
        self.value = value
        allowed = " and ".join(each.text for each in kind.allowed)
        only = f", one of {allowed}" if allowed else ""
        message = (
            f"“{name}” is {say(value)}, and it was to be of the type {kind.name}{only}. "
            "Correct the value, or the type."
        )
        super().__init__(Problem(kind=ProblemKind.WRONG_TYPE, where=where, message=message))


_WANTS = {
    "UNIQUE": "wants exactly one",
    "ANY": "wants all of them to say the same",
}
