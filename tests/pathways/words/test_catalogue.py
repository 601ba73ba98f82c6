import pytest

from pathways.model.drawing import ChoiceKind, StepKind
from pathways.words import ENGLISH


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Yes", "yes"),
        ("The school agrees", "the school agrees"),
        ("I agree", "I agree"),
        ("EHC plan in force", "EHC plan in force"),
        ("No.", "no"),
        ("", ""),
    ],
)
def test_an_answer_fits_into_a_sentence(answer: str, said: str) -> None:
    assert ENGLISH.mid_sentence(answer) == said


def test_every_kind_of_step_and_choice_has_its_words() -> None:
    assert set(ENGLISH.steps) == set(StepKind)
    assert set(ENGLISH.choices) == set(ChoiceKind)


def test_no_wording_uses_the_jargon_of_drawings() -> None:
    kinds = [*ENGLISH.steps.values(), *ENGLISH.choices.values(), ENGLISH.starts, ENGLISH.ends]
    said = " ".join(f"{kind.short} {kind.plain} {kind.unnamed}" for kind in kinds).lower()

    for jargon in ("gateway", "event", "flow", "process", "bpmn", "node"):
        assert jargon not in said
