"""What words are made of: steps, ways on, and sentences whose references can be followed."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: plain text, or a reference to another step."""

    text: str
    #: Only for references: the number of the step.
    number: int | None = None
    #: Only for references: the step's anchor, without `#`.
    anchor: str | None = None


Sentence = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way on from a step."""

    #: Ids of the arrows that are travelled, in order: more than one where mere merges are passed.
    flows: tuple[str, ...]
    #: Id of the step or ending that it leads to.
    to: str
    #: The answer on the arrow, e.g. `"The school agrees"`; empty where there is none.
    when: str
    #: Whether it leads back to a step that was told before.
    back: bool
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One numbered step of the words."""

    #: Unique in the words; safe as an `id` and after `#` in an address.
    anchor: str
    #: Counted from 1, without gaps.
    number: int
    #: Id in the drawing.
    element: str
    name: str
    #: What it is, said plainly: `"A letter is sent"`.
    kind: str
    #: Name of the lane; empty where there is none.
    who: str
    #: `"within 10 working days"`; empty where no period is set.
    how_long: str
    #: The law or decision that sets it; empty where there is none.
    how_long_source: str
    #: The sentence that a family reads about it; may be empty.
    family: str
    #: Deadlines, what is inside, where it stops: everything but the ways on.
    notes: tuple[Sentence, ...]
    next: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A pathway, told step by step. Nothing that the picture shows as a way is left out."""

    name: str
    #: `"27 steps. 5 groups of people take part. It can end in 3 ways."`
    summary: str
    steps: tuple[Told, ...]

    @property
    def anchors(self) -> Mapping[str, str]:
        """Element id -> anchor, in reading order."""
        return {step.element: step.anchor for step in self.steps}

    def step(self, element: str) -> Told:
        """Return what is told of an element; KeyError where it is a mere merge or not there."""
        for step in self.steps:
            if step.element == element:
                return step
        raise KeyError(element)


def spoken(sentence: Sentence) -> str:
    """Return a sentence as plain text."""
    return "".join(part.text for part in sentence)
