"""Whatever is sent, the answer is a sentence for people, and nothing is written."""

import math
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeTime
from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.house import (
    ASKED,
    CHECKED,
    KEY,
    ONCE_AROUND,
    REFUSED,
    SmallHouse,
    build_small_house,
)
from workflow.model.actor import CASE_OFFICER, FAMILY
from workflow.model.errors import InvalidAnswers, NobodyTakesLane, PathwayFault
from workflow.store import jobs
from workflow.store.tables import child_party, party
from workflow.store.tables import task as tasks

TEN_MEGABYTES = 10_000_000


def _nested(depth: int) -> list[Any]:
    found: list[Any] = []
    for _ in range(depth):
        found = [found]
    return found


#: What is sent to the officer's form -> the questions that are complained of.
BAD: Mapping[str, tuple[Any, set[str]]] = {
    "nothing": ({}, {"seen", "price", "more"}),
    "no mapping": (["seen"], {""}),
    "nothing at all": (None, {""}),
    "an unknown question": ({**CHECKED, "admin": True}, {"admin"}),
    "a question of another step": ({**CHECKED, "kind": "ours"}, {"kind"}),
    "text for a number": ({**CHECKED, "price": "349.99"}, {"price"}),
    "a number for text": ({**CHECKED, "seen": 5}, {"seen"}),
    "text for yes or no": ({**CHECKED, "more": "yes"}, {"more"}),
    "a number for yes or no": ({**CHECKED, "more": 1}, {"more"}),
    "yes for a number": ({**CHECKED, "price": True}, {"price"}),
    "less than nothing": ({**CHECKED, "price": Decimal(-1)}, {"price"}),
    "half a penny": ({**CHECKED, "price": Decimal("1.005")}, {"price"}),
    "no number": ({**CHECKED, "price": math.nan}, {"price"}),
    "endless": ({**CHECKED, "price": math.inf}, {"price"}),
    "a number beyond all": ({**CHECKED, "price": 10**400}, {"price"}),
    "a list": ({**CHECKED, "seen": ["a"]}, {"seen"}),
    "a mapping": ({**CHECKED, "seen": {"a": "b"}}, {"seen"}),
    "nothing for text": ({**CHECKED, "seen": None}, {"seen"}),
    "a text of ten megabytes": ({**CHECKED, "seen": "x" * TEN_MEGABYTES}, {"seen"}),
    "ten megabytes of another question": ({**CHECKED, "x": "x" * TEN_MEGABYTES}, {""}),
    "a question of ten megabytes": ({**CHECKED, "x" * TEN_MEGABYTES: 1}, {""}),
    "a hundred thousand questions": ({str(number): 1 for number in range(100_000)}, {""}),
    "boxes in boxes": ({**CHECKED, "seen": _nested(10_000)}, {""}),
    "half a character": ({**CHECKED, "seen": "\ud800"}, {"seen"}),
    "a zero character": ({**CHECKED, "seen": "a\0b"}, {"seen"}),
    "names that are no text": ({**CHECKED, 5: "x"}, {"5"}),
}


@pytest.mark.parametrize("what", BAD)
def test_answers_that_do_not_fit_are_refused_with_a_sentence_each(
    house: SmallHouse, what: str
) -> None:
    sent, complained = BAD[what]
    task = house.asked()
    before = everything(house.workflow.store)

    attempts: list[Callable[[], object]] = [
        lambda: house.complete(task, sent),
        lambda: house.workflow.engine.check(house.officer, task.id, sent),
    ]
    for attempt in attempts:
        with pytest.raises(InvalidAnswers) as refused:
            attempt()
        assert complained <= set(refused.value.problems)
        assert all(len(said) < 400 for said in refused.value.problems.values())

    assert everything(house.workflow.store) == before


@pytest.mark.parametrize(
    "what", [what for what, (sent, _) in BAD.items() if sent is not None and sent != {}]
)
def test_saved_answers_need_not_be_complete_but_never_do_harm(house: SmallHouse, what: str) -> None:
    sent, _ = BAD[what]
    engine, task = house.workflow.engine, house.asked()

    try:
        engine.save_answers(house.officer, task.id, sent)
    except InvalidAnswers:
        assert engine.task(house.officer, task.id).saved == {}
    else:
        assert set(engine.task(house.officer, task.id).saved) <= {"seen", "price", "more"}


def test_numbers_as_browsers_and_programs_send_them_are_kept_to_the_penny(
    house: SmallHouse,
) -> None:
    task = house.asked()
    house.workflow.engine.save_answers(house.officer, task.id, {**CHECKED, "price": 349.99})

    house.complete(task, {**CHECKED, "price": 349.99})

    file = house.workflow.engine.case_file(house.family, task.case_id)
    assert file.record[-1].answers["price"] == Decimal("349.99")


def test_a_rule_that_fails_leaves_the_case_exactly_as_it_was_and_says_where(
    house: SmallHouse,
) -> None:
    task = house.open()
    house.workflow.engine.save_answers(house.family, task.id, {"what": "A tablet"})
    before = everything(house.workflow.store)

    with pytest.raises(PathwayFault) as refused:
        house.complete(task, {**ASKED, "kind": "unheard_of"})

    assert refused.value.step_name == "Find the way"
    assert str(refused.value) == (
        "At “Find the way”: “Which way?”: no rule fits “What kind?” “unheard_of”. "
        "Add a rule for this to the table, or correct the answer."
    )
    assert everything(house.workflow.store) == before
    house.complete(task, ASKED)
    assert faults(house.workflow) == []


#: What reads well and can never be worked out: it goes over the budget of an evaluation.
_ENDLESS = "count(for a in 1..1000, b in 1..1000 return a)"


def test_a_letter_that_cannot_be_filled_in_leaves_nothing_of_the_move_and_says_where(
    tmp_path: Path, time: FakeTime
) -> None:
    letter = f"To: family\nSubject: Our answer\n\n{{{_ENDLESS}}}\n".encode()
    house = build_small_house(tmp_path, time, {**ONCE_AROUND, "letters/tell_no.txt": letter})
    task = house.open()
    before = everything(house.workflow.store)

    with pytest.raises(PathwayFault, match="At “Tell the family no”: ") as refused:
        house.complete(task, REFUSED)

    assert refused.value.step_name == "Tell the family no"
    assert everything(house.workflow.store) == before


def test_a_page_that_cannot_show_what_it_should_says_where(tmp_path: Path, time: FakeTime) -> None:
    form = ONCE_AROUND["forms/check_it.json"].replace(b"ask_for_it.what", _ENDLESS.encode())
    house = build_small_house(tmp_path, time, {**ONCE_AROUND, "forms/check_it.json": form})
    task = house.asked()

    with pytest.raises(PathwayFault, match="At “Check it”: "):
        house.workflow.engine.task(house.officer, task.id)


def test_a_way_that_no_condition_opens_is_told_in_the_words_of_the_drawing(
    tmp_path: Path, time: FakeTime
) -> None:
    drawn = ONCE_AROUND["pathway.bpmn"].decode()
    never = "<conditionExpression>which_way.way = null</conditionExpression></sequenceFlow>"
    no_default = drawn.replace(' default="is_it_for_us_no"', "").replace(
        'sourceRef="is_it_for_us" targetRef="tell_no"/>',
        f'sourceRef="is_it_for_us" targetRef="tell_no">{never}',
    )
    assert no_default.count("null") == 1
    files = {**ONCE_AROUND, "pathway.bpmn": no_default.encode()}
    house = build_small_house(tmp_path, time, files)
    task = house.open()
    before = everything(house.workflow.store)

    with pytest.raises(PathwayFault, match="At “Is it for us\\?”: No way leads on") as refused:
        house.complete(task, {**ASKED, "kind": "theirs"})

    assert "Draw a way for all other answers" in str(refused.value)
    assert everything(house.workflow.store) == before


def test_a_lane_that_nobody_takes_is_named_and_nothing_is_written(house: SmallHouse) -> None:
    with house.workflow.store.write() as tx:
        tx.execute(child_party.delete().where(child_party.c.role == CASE_OFFICER))
    task = house.open()
    before = everything(house.workflow.store)

    with pytest.raises(NobodyTakesLane) as refused:
        house.complete(task, ASKED)

    assert (refused.value.lane_name, refused.value.step_name) == ("Case officer", "Check it")
    assert everything(house.workflow.store) == before


def test_a_letter_to_a_lane_that_nobody_takes_is_not_written_to_nobody(house: SmallHouse) -> None:
    task = house.open()
    with house.workflow.store.write() as tx:
        tx.execute(party.delete().where(party.c.role == FAMILY, party.c.case_id == task.case_id))
        names = {"case_id": task.case_id, "role": "family_of_before", "opened_at": house.time.now()}
        tx.execute(party.insert().values(account_id=house.family.id, **names))
        tx.execute(tasks.update().values(role="family_of_before"))
    before = everything(house.workflow.store)

    with pytest.raises(NobodyTakesLane, match="“Tell the family no” is for “Family”"):
        house.workflow.engine.complete(house.family, task.id, REFUSED, key="k")

    assert everything(house.workflow.store) == before


def test_a_deadline_that_cannot_happen_is_tried_again_and_then_shown_as_an_incident(
    tmp_path: Path, time: FakeTime
) -> None:
    letter = f"To: family\nSubject: Our answer\n\n{{{_ENDLESS}}}\n".encode()
    house = build_small_house(tmp_path, time, {**ONCE_AROUND, "letters/tell_no.txt": letter})
    task = house.open()
    before = house.workflow.engine.case_file(house.family, task.case_id)

    for _ in range(40):
        time.advance(timedelta(days=1))
        house.workflow.jobs.tick(time.now())

    with house.workflow.store.read() as tx:
        (incident,) = jobs.incidents(tx)
    assert (incident.kind, incident.lock, incident.error) == (
        "fire_timer",
        task.case_id,
        "PathwayFault",
    )
    assert house.workflow.engine.case_file(house.family, task.case_id) == before


def test_unheard_of_keys_are_keys_like_any_other(house: SmallHouse) -> None:
    for key in ("", "' or '1'='1", "a\0b", "x" * 100_000):
        opened = house.workflow.engine.open_case(house.family, KEY, house.child_id, key=key)
        again = house.workflow.engine.open_case(house.family, KEY, house.child_id, key=key)
        assert again.case.id == opened.case.id
