"""What lies beside a drawing in its pathway: as much of it as the copy that runs has to know."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pathways.model.pathway import Pathway


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The names in the forms, tables, letters and periods of a pathway."""

    #: Step id -> the questions of its form; None where the form cannot be read, and asks anything.
    questions: Mapping[str, Collection[str] | None]
    #: Table id -> what it answers; None where the table cannot be read, and answers anything.
    outputs: Mapping[str, Collection[str] | None]
    #: Ids of the steps that have a letter to send.
    letters: Collection[str]
    #: Codes of the periods.
    periods: Collection[str]


def papers_of(pathway: Pathway) -> Papers:
    """Return what lies beside the drawing of a pathway."""
    return Papers(
        questions={
            step: frozenset(question.name for question in form.questions)
            for step, form in pathway.forms.items()
        },
        outputs={
            name: frozenset(output.name for output in decision.outputs)
            for name, decision in pathway.decisions.items()
        },
        letters=frozenset(pathway.letters),
        periods=frozenset(pathway.periods),
    )
