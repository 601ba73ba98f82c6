import pytest

from pathways.bpmn import read_drawing
from pathways.checks.meaning import Meaning, is_no
from pathways.checks.means import DECISION, LOOK_AGAIN, MEANS, REASONS, REFUSAL, SECOND_LOOK
from pathways.model.drawing import Flow
from pathways.model.rule import Subject
from tests.pathways.sketches import flow, sketch

LANES = (
    '<laneSet id="lanes"><lane id="family" name="Parent carer">'
    "<flowNodeRef>ask</flowNodeRef></lane>"
    '<lane id="panel" name="SEND panel"><flowNodeRef>decide</flowNodeRef></lane></laneSet>'
)
STEPS = (
    '<userTask id="ask" name="Ask for it"/><userTask id="decide" name="{decide}"/>'
    '<exclusiveGateway id="choice" name="{asks}"/>'
    '<sendTask id="no" name="Tell them the reasons"/><sendTask id="yes" name="Tell them"/>'
)


def _meaning(
    *, lanes: str = LANES, decide: str = "Decide it", asks: str = "Is it agreed?"
) -> Meaning:
    steps = STEPS.format(decide=decide, asks=asks)
    ways = flow("choice", "no", ' name="No"') + flow("choice", "yes", ' name="Yes"')
    inside = f"{lanes}{steps}{flow('ask', 'decide')}{flow('decide', 'choice')}{ways}"
    return Meaning(Subject(drawing=read_drawing(sketch(inside))))


def test_where_the_drawing_says_nothing_its_names_are_read() -> None:
    meaning = _meaning()

    assert meaning.of(DECISION) == {"decide"}
    assert meaning.of(REFUSAL) == {"choice_no"}
    assert meaning.of(REASONS) == {"no"}


def test_names_are_not_read_where_no_family_takes_part() -> None:
    meaning = _meaning(lanes=LANES.replace("Parent carer", "Buyer").replace('"family"', '"buyer"'))

    assert meaning.of(DECISION) == meaning.of(REFUSAL) == meaning.of(REASONS) == frozenset()


@pytest.mark.parametrize("asks", ["Is more information needed?", "Has the school answered?", ""])
def test_a_no_to_another_question_refuses_nothing(asks: str) -> None:
    assert _meaning(asks=asks).of(REFUSAL) == frozenset()


def test_a_no_that_follows_no_decision_refuses_nothing() -> None:
    assert _meaning(decide="Read it").of(REFUSAL) == frozenset()


def test_what_the_drawing_says_itself_counts_and_names_do_not() -> None:
    means = '<userTask id="other" name="X" fingerpost:means="decision"/>'
    meaning = _meaning(lanes=LANES + means)

    assert meaning.of(DECISION) == {"other"}


def test_whoever_looks_again_is_not_the_family_that_asks_for_it() -> None:
    more = '<userTask id="second" name="Look again"/>'
    ask = '<lane id="child" name="Child"><flowNodeRef>wish</flowNodeRef></lane></laneSet>'
    wish = '<userTask id="wish" name="Look again at it"/>'
    meaning = _meaning(lanes=LANES.replace("</laneSet>", ask) + wish + more)

    assert meaning.of(SECOND_LOOK) == {"second"}
    assert meaning.of(LOOK_AGAIN) == {"wish", "second"}


@pytest.mark.parametrize("answer", ["No", "no, or no answer", "Refused", "Not agreed", " NO "])
def test_a_no_is_said_in_several_ways(answer: str) -> None:
    assert is_no(Flow(id="f", source="a", target="b", name=answer))


@pytest.mark.parametrize("answer", ["", "Yes", "Not sure", "Now", "Nobody knows", "Northern"])
def test_what_begins_like_a_no_is_not_always_one(answer: str) -> None:
    assert not is_no(Flow(id="f", source="a", target="b", name=answer))


def test_every_word_is_explained_in_one_sentence() -> None:
    assert all(said.endswith(".") and said.count(".") == 1 for said in MEANS.values())
