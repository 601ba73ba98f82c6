"""A step's name says what is done, to what."""

from collections.abc import Iterator

from pathways.checks.english import hides_a_verb, may_be_verb, verb_of, words_in
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about

_OF = frozenset({"of", "for", "to", "by", "with", "on"})
_ADVICE = "Start with what is done, then say to what: “Decide the request”, “Check the plan”."


def _look(subject: Subject) -> Iterator[Complaint]:
    for step in subject.drawing.steps():
        problem = _problem(step.name)
        if problem:
            yield about(step, f"The name {{it}} {problem}")


def _problem(name: str) -> str:
    words = words_in(name)
    if not words:
        return ""
    if name.rstrip().endswith("?"):
        return f"is a question, and a step is something that somebody does. {_ADVICE}"
    if may_be_verb(words[0]):
        alone = len(words) == 1
        return f"says what is done, but not to what or whom. {_ADVICE}" if alone else ""
    verb = verb_of(words[0])
    if verb:
        return f"says what goes on. Start with “{verb.capitalize()}”: a step is something to do."
    first = hides_a_verb(words[0]) and (len(words) == 1 or words[1] in _OF)
    last = hides_a_verb(words[-1]) and not any(may_be_verb(word) for word in words)
    if first or last:
        return f"is a thing, not something to do. {_ADVICE}"
    return ""


RULE = Rule(
    name="step_name",
    severity=Severity.ADVICE,
    title="A step is named by what is done, to what: a verb and its object.",
    look=_look,
)
