"""Every wording in one place, so that another language is another catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.model.drawing import (
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Node,
    Step,
    StepKind,
    Trigger,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How one kind of element is spoken of."""

    #: One or two words in front of its name: `"Task"`.
    short: str
    #: A plain sentence without full stop: `"Somebody does this"`.
    plain: str
    #: Its name where it has none.
    unnamed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The wordings of one language. `{to}` and `{at}` are references, the rest is text."""

    #: BCP 47, e.g. `"en-GB"`.
    language: str
    steps: Mapping[StepKind, Kind]
    choices: Mapping[ChoiceKind, Kind]
    starts: Kind
    inner_starts: Kind
    ends: Kind
    inner_ends: Kind
    side_ends: Kind
    waits: Mapping[Trigger, Kind]
    wait: Kind
    sends: Mapping[Trigger, Kind]
    send: Kind
    deadlines: Mapping[Trigger, Kind]
    deadline: Kind
    #: A reference: `{number}`.
    step: str
    on: str
    back: str
    begins: str
    then: str
    stops: str
    part_stops: str
    side_stops: str
    condition: str
    otherwise: str
    otherwise_named: str
    one_way: str
    several: str
    several_if: str
    several_otherwise: str
    first: str
    joined: str
    within: str
    after: str
    deadline_ends: str
    deadline_beside: str
    event_ends: str
    event_beside: str
    at_edge: str
    inside: str
    inside_ends: str
    dead_end: str
    units: Mapping[str, tuple[str, str]]
    and_: str
    steps_count: tuple[str, str]
    groups_count: tuple[str, str]
    ends_count: tuple[str, str]
    no_end: str
    who: str
    how_long: str
    source: str
    picture: str
    picture_description: str
    capitals_stay: frozenset[str]

    def kind(self, node: Node) -> Kind:
        """Return how a node is spoken of."""
        if isinstance(node, Step):
            return self.steps[node.kind]
        if isinstance(node, Choice):
            return self.choices[node.kind]
        assert isinstance(node, Event)
        return self._event(node)

    def named(self, node: Node) -> str:
        """Return a node's name, or what stands for it where it has none."""
        return node.name or self.kind(node).unnamed

    def mid_sentence(self, answer: str) -> str:
        """Return an answer as it is written inside of a sentence: `"Yes"` becomes `"yes"`."""
        first, rest = answer[:1], answer[1:]
        word = answer.split(maxsplit=1)[0].strip(",.:;") if answer.split() else ""
        if word in self.capitals_stay or rest[:1].isupper() or rest[:1].isdigit():
            return answer.rstrip(".")
        return f"{first.lower()}{rest}".rstrip(".")

    def counted(self, forms: tuple[str, str], count: int) -> str:
        """Return `"1 step"` or `"27 steps"`."""
        return forms[0 if count == 1 else 1].replace("{count}", str(count))

    def picture_title(self, name: str) -> str:
        """Return the title of a picture."""
        return self.picture.replace("{name}", name) if name else self.picture.partition(":")[0]

    def _event(self, event: Event) -> Kind:
        if event.position is EventPosition.START:
            return self.starts if event.inside is None else self.inner_starts
        if event.position is EventPosition.END:
            return self.ends if event.inside is None else self.inner_ends
        if event.position is EventPosition.CATCH:
            return self.waits.get(event.trigger, self.wait)
        if event.position is EventPosition.THROW:
            return self.sends.get(event.trigger, self.send)
        return self.deadlines.get(event.trigger, self.deadline)


def _kind(short: str, plain: str, unnamed: str = "") -> Kind:
    return Kind(short=short, plain=plain, unnamed=unnamed or f"{short} without a name")


ENGLISH = Catalogue(
    language="en-GB",
    steps={
        StepKind.USER: _kind("Task", "Somebody does this"),
        StepKind.MANUAL: _kind("Task", "Somebody does this, away from the computer"),
        StepKind.PLAIN: _kind("Task", "Somebody does this"),
        StepKind.DECISION: _kind("Decision table", "A table answers this"),
        StepKind.SEND: _kind("Letter", "A letter is sent"),
        StepKind.RECEIVE: _kind("Wait", "The case waits for a message"),
        StepKind.SERVICE: _kind("Automatic step", "A computer does this"),
        StepKind.SCRIPT: _kind("Automatic step", "A computer does this"),
        StepKind.CALL: _kind("Other pathway", "Another pathway is followed"),
        StepKind.SUB_PROCESS: _kind("Group of steps", "Several steps belong together"),
    },
    choices={
        ChoiceKind.EXCLUSIVE: _kind("Choice", "A choice", "Choice"),
        ChoiceKind.PARALLEL: _kind(
            "At the same time", "Several things happen at the same time", "At the same time"
        ),
        ChoiceKind.INCLUSIVE: _kind("Choice", "A choice: one way or several", "Choice"),
        ChoiceKind.EVENT_BASED: _kind(
            "Wait", "The case waits for whatever happens first", "Whatever happens first"
        ),
        ChoiceKind.COMPLEX: _kind("Choice", "A choice with rules of its own", "Choice"),
    },
    starts=_kind("Start", "This is how it begins", "Start"),
    inner_starts=_kind("Start of a part", "This part begins here", "Start of this part"),
    ends=_kind("End", "This is how it can end", "End"),
    inner_ends=_kind("End of a part", "This part ends here", "End of this part"),
    side_ends=_kind(
        "End of a side way", "This side way ends; the rest goes on", "End of a side way"
    ),
    waits={
        Trigger.TIMER: _kind("Wait", "The case waits", "Wait"),
        Trigger.MESSAGE: _kind("Wait", "The case waits for a message", "Wait for a message"),
        Trigger.CONDITION: _kind("Wait", "The case waits until something is so", "Wait"),
    },
    wait=_kind("Wait", "The case waits for something to happen", "Wait"),
    sends={
        Trigger.NONE: _kind("Milestone", "The case has come this far", "Milestone"),
        Trigger.MESSAGE: _kind("Message", "A message is sent", "Message"),
    },
    send=_kind("Notice", "Others are told that this has happened", "Notice"),
    deadlines={
        Trigger.TIMER: _kind("Deadline", "A deadline", "Time is up"),
        Trigger.MESSAGE: _kind("Message", "A message may come meanwhile", "A message comes"),
        Trigger.ERROR: _kind("Problem", "Something may go wrong", "Something goes wrong"),
    },
    deadline=_kind("Event", "Something may happen meanwhile", "Something happens"),
    step="step {number}",
    on="go to {to}",
    back="go back to {to}",
    begins="{to} begins",
    then="Then {on}{joined}.",
    stops="Then it ends: {to}{joined}.",
    part_stops="Then this part ends: {to}{joined}.",
    side_stops="Then this side way ends: {to}{joined}.",
    condition="If {when}, {on}{joined}.",
    otherwise="Otherwise, {on}{joined}.",
    otherwise_named="Otherwise ({when}), {on}{joined}.",
    one_way="One way: {on}{joined}.",
    several="At the same time, {begins}{joined}.",
    several_if="If {when}, {begins}{joined}.",
    several_otherwise="If none of these is so, {begins}{joined}.",
    first="If “{name}” happens first, {on}{joined}.",
    joined=", when the other ways that lead there are done too",
    within="within {time}",
    after="after {time}",
    deadline_ends="If this is not done after {time}, it is taken back and {to} follows.",
    deadline_beside="If this is not done after {time}, {to} follows, and this stays open.",
    event_ends="If something happens meanwhile ({name}), this is taken back and {to} follows.",
    event_beside="If something happens meanwhile ({name}), {to} follows, and this stays open.",
    at_edge="This belongs to {at}.",
    inside="It begins with {to}.",
    inside_ends="What follows is told at {at}.",
    dead_end="Nothing is drawn after this.",
    units={
        "Y": ("{count} year", "{count} years"),
        "M": ("{count} month", "{count} months"),
        "W": ("{count} week", "{count} weeks"),
        "D": ("{count} day", "{count} days"),
        "TH": ("{count} hour", "{count} hours"),
        "TM": ("{count} minute", "{count} minutes"),
        "TS": ("{count} second", "{count} seconds"),
    },
    and_=" and ",
    steps_count=("{count} step.", "{count} steps."),
    groups_count=("{count} group of people takes part.", "{count} groups of people take part."),
    ends_count=("It can end in {count} way.", "It can end in {count} ways."),
    no_end="No end is drawn.",
    who="Who: {who}",
    how_long="How long: {time}",
    source="Set by: {source}",
    picture="Picture of the pathway: {name}",
    picture_description=(
        "Every shape leads to its step in the list of steps, which says the same in words."
    ),
    capitals_stay=frozenset({"I"}),
)
