"""One language: its patterns, how it counts, quotes and lists, what it calls each kind."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from babel import Locale

from pathways.model.action import action_of
from pathways.model.node import Choice, Event, EventPosition, Node, Step, Trigger
from pathways.words.messages import Message, headings, kinds, ways
from pathways.words.messages.kinds import KindMessages
from pathways.words.patterns import Filling, Reference, filled
from pathways.words.values import Part, Sentence, spoken

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
#: Ways in which languages count, in the order in which their forms are written down.
_FORMS = ("zero", "one", "two", "few", "many", "other")
_PLAIN_WORDS = re.compile(r"[^\W_][\w '’,/%£&.-]*")
#: A name, or the headline style of some files: `"Legal Entity"`, but not `"The EHC plan"`.
_CAPITAL = re.compile(r"\s[A-Z]\w*[a-z]")
#: English words that keep their capital inside of a sentence.
_CAPITALS_STAY = frozenset({"I"})
#: English words that are no abbreviation where they are written in capitals.
_NO_ABBREVIATIONS = frozenset({"YES", "NO"})
#: What some write at the beginning of an answer, and a sentence about it says by itself.
_IF = re.compile(r"(?:if|when)\s+(?=\S)", re.IGNORECASE)
#: It would read as if the sentence referred to a step.
_LIKE_A_REFERENCE = re.compile(r"\bstep \d", re.IGNORECASE)
_ENGLISH = "en"


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
    """The wordings of one language."""

    #: BCP 47, e.g. `"en-GB"`.
    language: str
    #: A message's context -> its forms in this language; English is in the messages themselves.
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING, repr=False)

    def text(self, message: Message) -> str:
        """Return a message's pattern."""
        return self.texts.get(message.context, (message.text,))[0]

    def sentence(self, message: Message, **fillings: Filling) -> Sentence:
        """Return a message with its places filled."""
        return filled(self.text(message), fillings)

    def phrase(self, message: Message, **fillings: str) -> str:
        """Return a message with its places filled by texts."""
        return spoken(filled(self.text(message), fillings))

    def counted(self, message: Message, count: int) -> str:
        """Return `"1 step"` or `"27 steps"`, by the rule of the language."""
        forms = self.texts.get(message.context, (message.text, message.plural))
        index = min(_form(self.language, count), len(forms) - 1)
        return spoken(filled(forms[index], {"count": str(count)}))

    def reference(self, number: int, anchor: str) -> Reference:
        """Return how a step is referred to."""
        plain, of = (
            Part(self.phrase(message, number=str(number)), number, anchor)
            for message in (headings.STEP, headings.STEP_OF)
        )
        return Reference((plain,), (of,))

    def listed(self, references: Sequence[Reference], last: Message = headings.AND) -> Reference:
        """Return several references as one: `"step 3, step 4 and step 5"`."""
        return Reference(
            self._listed([each.plain for each in references], last),
            self._listed([each.of for each in references], last),
        )

    def answer(self, answer: Part) -> Part:
        """Return an answer as it stands after "if": `"Yes"` becomes `"yes"`.

        What is not plain words of the same language stands in quotation marks.
        """
        if answer.language or not _flows(answer.text):
            return Part(self.phrase(headings.QUOTED, text=answer.text), language=answer.language)
        return Part(self.phrase(ways.ANSWER, text=self.mid_sentence(answer.text)))

    def without_if(self, answer: Part) -> Part:
        """Return an answer for a sentence that says "if" itself: `"If late"` becomes `"late"`."""
        if answer.language or primary(self.language) != _ENGLISH:
            return answer
        found = _IF.match(answer.text)
        return Part(answer.text[found.end() :]) if found else answer

    def mid_sentence(self, answer: str) -> str:
        """Return an answer as it is written inside of a sentence: `"Yes"` becomes `"yes"`."""
        if primary(self.language) != _ENGLISH:
            return answer.rstrip(".")
        if answer.rstrip(".") in _NO_ABBREVIATIONS:
            return answer.rstrip(".").lower()
        first, rest = answer[:1], answer[1:]
        word = answer.split(maxsplit=1)[0].strip(",.:;") if answer.split() else ""
        if word in _CAPITALS_STAY or rest[:1].isupper() or rest[:1].isdigit():
            return answer.rstrip(".")
        return f"{first.lower()}{rest}".rstrip(".")

    def kind(self, node: Node, *, outermost: bool = True) -> Kind:
        """Return how a node is spoken of; `outermost` is false inside of parts."""
        return self.said(kind_messages(node, outermost=outermost))

    def said(self, messages: KindMessages) -> Kind:
        """Return a kind in this language."""
        return Kind(
            short=self.text(messages.short),
            plain=self.text(messages.plain),
            unnamed=self.text(messages.unnamed),
        )

    def named(self, node: Node) -> str:
        """Return a node's name, or what stands for it where it has none."""
        return node.name or self.kind(node).unnamed

    def picture_title(self, name: str) -> str:
        """Return the title of a picture."""
        return self.phrase(headings.PICTURE, name=name) if name else self.text(_UNNAMED_PICTURE)

    @property
    def picture_description(self) -> str:
        """What a picture is and how it is used."""
        return self.text(headings.PICTURE_DESCRIPTION)

    def _listed(self, sentences: Sequence[Sentence], last: Message) -> Sentence:
        between = {1: self.text(last)}  # counted from the end
        joined: list[Part] = []
        for left, sentence in zip(range(len(sentences) - 1, -1, -1), sentences, strict=True):
            joined += sentence
            if left:
                joined.append(Part(between.get(left, self.text(headings.COMMA))))
        return tuple(joined)


def kind_messages(node: Node, *, outermost: bool = True) -> KindMessages:
    """Return what kind a node is; `outermost` is false inside of parts."""
    if isinstance(node, Step):
        action = action_of(node)
        if action is not None:
            return kinds.ACTIONS[action]
        return kinds.MEANWHILE if node.by_event else kinds.STEPS[node.kind]
    if isinstance(node, Choice):
        return kinds.WAITS_FOR_ALL if node.all_events else kinds.CHOICES[node.kind]
    assert isinstance(node, Event)
    return _event(node, outermost=outermost and node.inside is None)


def _flows(answer: str) -> bool:
    """Whether an answer can be a part of a sentence as it is."""
    odd = _CAPITAL.search(answer) or _LIKE_A_REFERENCE.search(answer)
    return bool(_PLAIN_WORDS.fullmatch(answer)) and not odd


def primary(language: str) -> str:
    """Return the language without region and script: `"en"` of `"en-GB"`."""
    return language.partition("-")[0].lower()


def _event(event: Event, *, outermost: bool) -> KindMessages:
    if event.position is EventPosition.START:
        return kinds.STARTS if outermost else kinds.INNER_STARTS
    if event.position is EventPosition.END:
        return kinds.ENDS if outermost else kinds.INNER_ENDS
    table, otherwise = _TABLES[event.position]
    return table.get(event.trigger, table[otherwise])


_TABLES: Mapping[EventPosition, tuple[Mapping[Trigger, KindMessages], Trigger]] = {
    EventPosition.CATCH: (kinds.WAITS, Trigger.NONE),
    EventPosition.THROW: (kinds.SENDS, Trigger.MULTIPLE),
    EventPosition.BOUNDARY: (kinds.EDGES, Trigger.NONE),
}
_UNNAMED_PICTURE = headings.PICTURE_UNNAMED


@lru_cache(maxsize=4096)
def _form(language: str, count: int) -> int:
    """Which of a language's forms a count takes, by the rules of Unicode's CLDR."""
    rule = Locale.parse(language, sep="-").plural_form
    used = [form for form in _FORMS if form in rule.tags or form == "other"]
    return used.index(rule(count))


ENGLISH = Catalogue(language="en-GB")
