"""What words are made of: steps, ways on, and sentences whose references can be followed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_ALL_THE_SAME: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: plain text, or a reference to another step or side."""

    text: str
    #: Only for references to steps: the number of the step.
    number: int | None = None
    #: Only for references: the anchor of the step or side, without `#`.
    anchor: str | None = None
    #: BCP 47; empty where it is the language of the words.
    language: str = ""


Sentence = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way on from a step."""

    #: Ids of the arrows that are travelled, in order: more than one where mere merges are passed.
    flows: tuple[str, ...]
    #: Id of the step or ending that it leads to.
    to: str
    #: The answer on the arrow, e.g. `"The school agrees"`, or its condition in quotation marks;
    #: empty where there is neither.
    when: str
    #: Whether it leads back: to a step that was told before and leads here again, or to itself.
    back: bool
    #: Its last reference to a step is the step that it leads to.
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One numbered step of the words."""

    #: Unique in the words; safe as an `id` and after `#` in an address.
    anchor: str
    #: Counted from 1 through all parts, without gaps.
    number: int
    #: Id in the drawing.
    element: str
    name: str
    #: What it is, said plainly, without a full stop: `"A letter is sent"`.
    kind: str
    #: Name of the lane, or of the side where there are no lanes; empty where there is none.
    who: str
    #: `"within 10 working days"`; empty where no time is set.
    how_long: str
    #: The law or decision that sets it; empty where there is none.
    how_long_source: str
    #: Kind and time in one sentence, without a full stop: `"It waits, and goes on after 2 days"`.
    what: str
    #: The sentence that a family reads about it; may be empty.
    family: str
    #: The same in easy read; may be empty.
    easy_read: str
    #: What staff read about it; may be empty.
    staff: str
    #: Where whoever does it finds help; may be empty.
    help: str
    #: Deadlines, what is inside, messages, data: everything but the ways on.
    notes: tuple[Sentence, ...]
    next: tuple[Way, ...]
    #: Id of the step inside of which it is; empty outside of any.
    inside: str = ""
    #: Inside of how many steps it is.
    depth: int = 0
    #: Whether the drawing hides the steps inside of it.
    folded: bool = False
    #: Name of a field above -> BCP 47, where its text is not in the language of the words.
    languages: Mapping[str, str] = field(default_factory=lambda: _ALL_THE_SAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldProcess:
    """One process of the words; or one side of which no steps are drawn."""

    #: Id of the process; of the pool where no process is drawn in it.
    id: str
    #: Unique in the words, as the anchors of steps are.
    anchor: str
    #: The process's name, or its pool's; may be empty.
    name: str
    #: BCP 47, where the name is not in the language of the words; empty otherwise.
    language: str = ""
    #: How it begins where that is not plain, messages of the side as a whole, notes beside the way.
    notes: tuple[Sentence, ...] = ()
    #: In reading order; the steps inside of a step come right after it.
    steps: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A pathway, told step by step. Nothing that the picture shows as a way is left out."""

    name: str
    #: `"27 steps. 5 groups of people take part. It can end in 3 ways."`
    summary: str
    #: BCP 47: the language that it is told in.
    language: str = "en-GB"
    #: The process that a case follows first, those that others call last.
    processes: tuple[ToldProcess, ...]
    #: BCP 47, where the name is not in the language of the words; empty otherwise.
    name_language: str = ""

    #: All steps, in reading order.
    steps: tuple[Told, ...] = field(init=False, repr=False, compare=False)
    #: Element id -> anchor, in reading order.
    anchors: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _by_element: Mapping[str, Told] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        steps = tuple(step for process in self.processes for step in process.steps)
        index = {
            "steps": steps,
            "anchors": MappingProxyType({step.element: step.anchor for step in steps}),
            "_by_element": {step.element: step for step in steps},
        }
        for name, value in index.items():  # frozen for everybody else
            object.__setattr__(self, name, value)

    def step(self, element: str) -> Told:
        """Return what is told of an element; KeyError where it is a mere merge or not there."""
        return self._by_element[element]


def spoken(sentence: Sentence) -> str:
    """Return a sentence as plain text."""
    return "".join(part.text for part in sentence)
