"""A step's id is made of words: its answers, its form and its anchor are called by it."""

import re
from collections.abc import Iterator

from pathways.checks.ours import is_ours
from pathways.model.action import action_of
from pathways.model.finding import Severity
from pathways.model.node import StepKind
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import shortened

_WORDS = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_NUMBERED = re.compile(r"(?:user|manual|send|service)?_?(?:task|activity|step|element|node)_?\d+")
_NAMED_BY_ID = frozenset(
    {StepKind.USER, StepKind.MANUAL, StepKind.PLAIN, StepKind.DECISION, StepKind.SEND}
)
_LONGEST = 40


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    for step in subject.drawing.steps():
        named = step.kind in _NAMED_BY_ID or action_of(step) is not None
        if named and not _rhymes(step.id):
            better = snake_case(step.name)
            offer = f", such as “{better}”" if better else ""
            yield about(
                step,
                f"{{it}} has the id “{shortened(step.id)}”, which says nothing to whoever writes a "
                f"condition or opens its form. Give it an id in words{offer}.",
            )


def snake_case(name: str) -> str:
    """Return a name as an id: `"agree_the_plan"` of “Agree the plan”; empty where it cannot be."""
    plain = re.sub(r"['’]", "", name.casefold())
    words = "_".join(re.findall(r"[a-z0-9]+", plain[:_LONGEST]))
    return words if _WORDS.fullmatch(words) else ""


def _rhymes(name: str) -> bool:
    return _WORDS.fullmatch(name) is not None and _NUMBERED.fullmatch(name) is None


RULE = Rule(
    name="tool_made_id",
    severity=Severity.ADVICE,
    title="The id of a step is made of words, best those of its name.",
    look=_look,
)
