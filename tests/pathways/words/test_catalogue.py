from itertools import chain

import pytest

from pathways.model.node import ChoiceKind, EventPosition, Loop, StepKind, Trigger
from pathways.words import ENGLISH, Part, catalogue
from pathways.words.messages import all_messages, events, headings, kinds, notes
from pathways.words.messages.message import Message
from pathways.words.patterns import filled, places

JARGON = ("gateway", "boundary", "sequence flow", "bpmn", "node", "token", "instance", "timer")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Yes", "yes"),
        ("The school agrees", "the school agrees"),
        ("I agree", "I agree"),
        ("EHC plan in force", "EHC plan in force"),
        ("No.", "no"),
        ("NO", "no"),
        ("YES, PLEASE", "YES, PLEASE"),
        ("", ""),
    ],
)
def test_an_answer_fits_into_a_sentence(answer: str, said: str) -> None:
    assert ENGLISH.mid_sentence(answer) == said


def test_an_answer_in_another_language_stays_as_it_is_in_quotation_marks() -> None:
    assert ENGLISH.answer(Part("Ja", language="de")) == Part("“Ja”", language="de")
    assert catalogue("pl").answer(Part("Tak")) == Part("„Tak”")
    assert catalogue("pl").mid_sentence("Tak.") == "Tak"


def test_every_kind_of_step_choice_and_event_has_its_words() -> None:
    assert set(kinds.STEPS) == set(StepKind)
    assert set(kinds.CHOICES) == set(ChoiceKind)
    assert set(notes.LOOPS) == set(Loop) - {Loop.NONE}
    assert {Trigger.TIMER, Trigger.MESSAGE, Trigger.SIGNAL} <= set(events.HAPPENS)
    assert len(EventPosition) == 5


def test_every_message_is_known_by_what_it_is_for() -> None:
    contexts = [message.context for message in all_messages()]

    assert len(contexts) > 300
    assert len(set(contexts)) == len(contexts)


def test_no_wording_uses_the_jargon_of_drawings() -> None:
    said = " ".join(f"{message.text} {message.plural}" for message in all_messages()).lower()

    assert [word for word in JARGON if word in said] == []


def test_sentences_are_short() -> None:
    words = {message.text: len(message.text.split()) for message in all_messages()}

    assert {text: count for text, count in words.items() if count > 18} == {}


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 steps."), (1, "1 step."), (2, "2 steps."), (12, "12 steps.")]
)
def test_english_counts_one_and_several(count: int, said: str) -> None:
    assert ENGLISH.counted(headings.STEPS, count) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 krok."), (2, "2 kroki."), (5, "5 kroków."), (22, "22 kroki."), (112, "112 kroków.")],
)
def test_polish_counts_in_three_forms(count: int, said: str) -> None:
    assert catalogue("pl").counted(headings.STEPS, count) == said


def test_a_text_that_fills_a_place_is_never_a_pattern_itself() -> None:
    sentence = filled("{a} and {b}", {"a": "{b}", "b": Part("{a}", 1, "x")})

    assert sentence == (Part("{b} and "), Part("{a}", 1, "x"))


def test_a_reference_has_a_form_after_of() -> None:
    reference = catalogue("pl").reference(6, "a")

    assert filled("{to}, {to_of}", {"to": reference}) == (
        Part("krok 6", 6, "a"),
        Part(", "),
        Part("kroku 6", 6, "a"),
    )
    assert places("{to_of} {to} {when}") == {"to", "when"}


def test_a_list_of_references_has_a_word_before_the_last() -> None:
    references = [ENGLISH.reference(number, f"s{number}") for number in (1, 2, 3)]

    one, three = ENGLISH.listed(references[:1]), ENGLISH.listed(references, headings.OR)

    assert one.plain == (Part("step 1", 1, "s1"),)
    assert [part.text for part in three.plain] == ["step 1", ", ", "step 2", " or ", "step 3"]


def test_no_sentence_begins_like_a_step_or_a_way() -> None:
    modules = (notes, events)
    messages = chain.from_iterable(module.MESSAGES for module in modules)
    texts = [message for message in messages if isinstance(message, Message)]

    assert [each.text for each in texts if each.text[0] in "{-0123456789"] == []
