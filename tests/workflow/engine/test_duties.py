"""Separation of duties: who checked does not decide, and who decided does not look again."""

from collections.abc import Callable

import pytest

from tests.workflow.contents import everything
from tests.workflow.tablet import ANSWERS, MANAGER_ELM, MANAGER_OAK, NO, OFFICER, Tablet
from workflow.model.actor import MANAGER
from workflow.model.errors import SameActorTwice
from workflow.model.task import Task


def _attempts(tablet: Tablet, name: str, task: Task) -> dict[str, Callable[[], object]]:
    engine, actor = tablet.workflow.engine, tablet.actor(name)
    return {
        "task": lambda: engine.task(actor, task.id),
        "save_answers": lambda: engine.save_answers(actor, task.id, {"reasons": "Mine"}),
        "check": lambda: engine.check(actor, task.id, NO[task.step]),
        "complete": lambda: engine.complete(actor, task.id, NO[task.step], key="mine"),
    }


def _also_a_manager(tablet: Tablet, name: str) -> None:
    """Have somebody join the managers' team."""
    (team,) = tablet.actor(MANAGER_OAK).memberships
    tablet.workflow.people.join(tablet.actor(name).id, team.organisation_id, MANAGER)


def _waits_for(tablet: Tablet, name: str) -> list[str]:
    return [entry.task.step for entry in tablet.workflow.engine.worklist(tablet.actor(name))]


@pytest.mark.parametrize("attempt", ["task", "save_answers", "check", "complete"])
def test_who_decided_cannot_look_again(tablet: Tablet, attempt: str) -> None:
    task = tablet.at("look_again", answers=NO)
    before = everything(tablet.workflow.store)

    with pytest.raises(SameActorTwice) as refused:
        _attempts(tablet, MANAGER_OAK, task)[attempt]()

    assert str(refused.value) == (
        "You did “Decide, with reasons” in this case, so somebody else must do “Look again”. "
        "It stays on the list of your colleagues."
    )
    assert everything(tablet.workflow.store) == before


def test_looking_again_is_on_the_list_of_colleagues_alone(tablet: Tablet) -> None:
    tablet.at("look_again", answers=NO)

    assert _waits_for(tablet, MANAGER_OAK) == []
    assert _waits_for(tablet, MANAGER_ELM) == ["look_again"]


def test_a_colleague_can_look_again(tablet: Tablet) -> None:
    task = tablet.at("look_again", answers=NO)

    tablet.complete(task, NO["look_again"], by=MANAGER_ELM)

    assert tablet.waiting(task.case_id).step == "buy_it"


def test_who_checked_the_plan_cannot_decide_as_a_manager(tablet: Tablet) -> None:
    _also_a_manager(tablet, OFFICER)
    task = tablet.at("decide_the_request")

    with pytest.raises(SameActorTwice):
        tablet.complete(task, by=OFFICER)

    assert _waits_for(tablet, OFFICER) == []
    assert _waits_for(tablet, MANAGER_OAK) == ["decide_the_request"]


def test_the_next_task_offered_to_somebody_is_one_that_they_may_do(tablet: Tablet) -> None:
    _also_a_manager(tablet, OFFICER)
    task = tablet.at("check_the_plan")

    done = tablet.complete(task, {**ANSWERS["check_the_plan"], "where_used": "home"})

    assert tablet.waiting(task.case_id).step == "decide_the_request"
    assert done.next_task is None


def test_duties_are_separate_in_one_case_and_not_between_cases(tablet: Tablet) -> None:
    tablet.at("look_again", answers=NO)
    other = tablet.at("look_again", answers=NO, by=MANAGER_ELM)

    tablet.complete(other, NO["look_again"], by=MANAGER_OAK)

    assert _waits_for(tablet, MANAGER_OAK) == []
