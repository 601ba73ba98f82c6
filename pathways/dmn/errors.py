"""What can go wrong while a table decides.

The messages hold what a person answered: show them to those who may read the case, keep them out
of logs.
"""

from collections.abc import Mapping

from pathways.dmn.spoken import looked_at, say
from pathways.feel import Value
from pathways.model.decision import Decision, Input, Rule


class NoRuleMatched(Exception):
    """A table has no rule for what it was asked, or was asked something that it does not allow."""

    def __init__(
        self, decision: Decision, inputs: Mapping[str, Value], *, refused: Input | None = None
    ) -> None:
        self.decision = decision
        #: Input label -> the value looked at.
        self.inputs = inputs
        #: The input whose value the table does not allow; None where simply no rule fits.
        self.refused = refused
        super().__init__(self._not_allowed(refused) if refused else self._none_fits())

    def _none_fits(self) -> str:
        asked = looked_at(self.inputs) or "a question without inputs"
        return (
            f"“{self.decision.name}”: no rule fits {asked}. "
            "Add a rule for this to the table, or correct the answer."
        )

    def _not_allowed(self, refused: Input) -> str:
        allowed = refused.allowed.text if refused.allowed else ""
        return (
            f"“{self.decision.name}”: “{refused.label}” is {say(self.inputs[refused.label])}, "
            f"and the table takes only {allowed}. "
            "Correct the answer, or add the value to the column's allowed values."
        )


class RulesOverlap(Exception):
    """Several rules fit where only one may, or where all must agree."""

    def __init__(self, decision: Decision, rules: tuple[Rule, ...]) -> None:
        self.decision = decision
        #: The rules that fit, in the order of the table.
        self.rules = rules
        numbers = [str(rule.number) for rule in rules]
        which = f"{', '.join(numbers[:-1])} and {numbers[-1]}"
        policy = decision.hit_policy.value
        super().__init__(
            f"“{decision.name}”: rules {which} fit at the same time, and the hit policy {policy} "
            f"{_WANTS.get(policy, 'does not allow that')}. "
            "Change their conditions so that they no longer disagree."
        )


_WANTS = {
    "UNIQUE": "wants exactly one",
    "ANY": "wants all of them to say the same",
}
