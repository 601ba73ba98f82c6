"""Who may do and read what: a case opens for its parties, in their lanes, and for nobody else."""

from collections.abc import Callable
from itertools import product

import pytest

from tests.workflow.contents import everything
from tests.workflow.tablet import (
    AMAS,
    ANSWERS,
    BUYER,
    HEAD,
    KEY,
    MANAGER_ELM,
    MANAGER_OAK,
    MOTHER,
    OFFICER,
    OTHER_OFFICER,
    PRINCIPAL,
    YOUNG_PERSON,
    Tablet,
)
from workflow.engine import Engine
from workflow.model.actor import SYSTEM, Actor, Membership
from workflow.model.errors import CaseNotFound, ChildNotFound, NotFound, TaskNotFound
from workflow.model.task import Task
from workflow.store import accounts

#: One of each lane.
STEPS = ("ask_for_it", "check_the_plan", "say_if_it_can_be_used", "decide_the_request", "buy_it")

#: Every question and command about one task or case.
ATTEMPTS: dict[str, Callable[[Engine, Actor, Task], object]] = {
    "task": lambda engine, actor, task: engine.task(actor, task.id),
    "save_answers": lambda engine, actor, task: engine.save_answers(actor, task.id, {}),
    "check": lambda engine, actor, task: engine.check(actor, task.id, ANSWERS[task.step]),
    "complete": lambda engine, actor, task: engine.complete(
        actor, task.id, ANSWERS[task.step], key="k"
    ),
}


def _outsiders(tablet: Tablet) -> dict[str, Actor]:
    """Return everybody who has no part in Ama's case, and some who claim one."""
    now = tablet.workflow.time.now()
    head = tablet.actor(HEAD)
    (school,) = (one.organisation_id for one in head.memberships)
    with tablet.workflow.store.write() as tx:
        elsewhere = accounts.insert_organisation(tx, "Other managers", kind="council")
        stranger, closed = (
            Actor(id=accounts.insert(tx, name, email=None, password_hash=None, at=now), name=name)
            for name in ("A stranger", "A closed account")
        )
        accounts.disable(tx, closed.id, at=now)

    def belonging(organisation_id: str, role: str) -> Actor:
        membership = Membership(organisation_id=organisation_id, organisation="?", role=role)
        return Actor(id=stranger.id, name=stranger.name, memberships=(membership,))

    return {
        "stranger": stranger,
        "closed account": closed,
        "manager of another team": belonging(elsewhere, "manager"),
        "case officer of no case": belonging(elsewhere, "case_officer"),
        "caretaker of the school": belonging(school, "caretaker"),
        "school that calls itself manager": belonging(school, "manager"),
        "nobody": Actor(id="", name=""),
        "the house itself": SYSTEM,
        "somebody with an id that is SQL": Actor(id="x' or '1'='1", name="x"),
        YOUNG_PERSON: tablet.actor(YOUNG_PERSON),
        PRINCIPAL: tablet.actor(PRINCIPAL),
        OTHER_OFFICER: tablet.actor(OTHER_OFFICER),
    }


@pytest.mark.parametrize("step", STEPS)
def test_a_task_opens_for_its_lane_alone_and_for_others_it_is_not_there(
    tablet: Tablet, step: str
) -> None:
    task = tablet.at(step)
    others = {name: tablet.actor(name) for role, name in AMAS.items() if role != task.role}
    refused = {**_outsiders(tablet), **others}
    before = everything(tablet.workflow.store)

    for attempt, actor in product(ATTEMPTS.values(), refused.values()):
        with pytest.raises(TaskNotFound):
            attempt(tablet.workflow.engine, actor, task)

    assert everything(tablet.workflow.store) == before
    for attempt in ATTEMPTS.values():
        attempt(tablet.workflow.engine, tablet.actor(AMAS[task.role]), task)


def test_a_task_that_is_done_is_not_there_either_for_who_may_not_know(tablet: Tablet) -> None:
    task = tablet.at("check_the_plan")
    tablet.complete(task, key="done")

    for name in (MOTHER, HEAD, PRINCIPAL, OTHER_OFFICER):
        for attempt in ATTEMPTS.values():
            with pytest.raises(TaskNotFound):
                attempt(tablet.workflow.engine, tablet.actor(name), task)


def test_a_case_is_read_whole_by_its_family_its_officer_and_its_managers_and_by_nobody_else(
    tablet: Tablet,
) -> None:
    engine, case_id = tablet.workflow.engine, tablet.at("say_if_it_can_be_used").case_id
    readers = {name: tablet.actor(name) for name in (MOTHER, OFFICER, MANAGER_OAK, MANAGER_ELM)}
    insiders = {name: tablet.actor(name) for name in (HEAD, BUYER)}

    for actor in readers.values():
        assert engine.case_file(actor, case_id).case.id == case_id
        assert [line.case.id for line in engine.cases(actor)] == [case_id]
    for actor in {**_outsiders(tablet), **insiders}.values():
        with pytest.raises(CaseNotFound):
            engine.case_file(actor, case_id)
        assert engine.cases(actor).lines == ()


def test_outsiders_have_nothing_on_their_lists(tablet: Tablet) -> None:
    for step in STEPS:
        tablet.at(step)

    for actor in _outsiders(tablet).values():
        assert tablet.workflow.engine.worklist(actor).lines == ()


def test_a_head_sees_the_tasks_of_the_children_of_their_school_and_not_the_case(
    tablet: Tablet,
) -> None:
    engine, task = tablet.workflow.engine, tablet.at("say_if_it_can_be_used")
    jos = tablet.open(YOUNG_PERSON)
    engine.complete(
        tablet.actor(YOUNG_PERSON),
        jos.id,
        {**ANSWERS["ask_for_it"], "asked_by": "young_person", "deciding": "yes"},
        key="jo asks",
    )
    officer = tablet.actor(OTHER_OFFICER)
    (check,) = engine.worklist(officer)
    engine.complete(officer, check.task.id, ANSWERS["check_the_plan"], key="jo checked")

    (fernside,) = engine.worklist(tablet.actor(HEAD))
    (millbrook,) = engine.worklist(tablet.actor(PRINCIPAL))

    assert fernside.task.id == task.id
    assert millbrook.task.case_id == jos.case_id
    assert not engine.task(tablet.actor(HEAD), task.id).may_read_case
    assert engine.cases(tablet.actor(HEAD)).lines == ()


def test_nobody_asks_for_a_child_of_another_family(tablet: Tablet) -> None:
    engine = tablet.workflow.engine
    (ama,) = engine.children(tablet.actor(MOTHER))
    refused = _outsiders(tablet)
    refused |= {name: tablet.actor(name) for name in (HEAD, OFFICER, MANAGER_OAK, BUYER)}
    before = everything(tablet.workflow.store)

    for actor in refused.values():
        assert ama not in engine.children(actor)
        with pytest.raises(ChildNotFound):
            engine.open_case(actor, KEY, ama.id, key="k")

    assert everything(tablet.workflow.store) == before


def test_what_one_person_has_saved_no_colleague_sees(tablet: Tablet) -> None:
    engine, task = tablet.workflow.engine, tablet.at("decide_the_request")
    oak, elm = tablet.actor(MANAGER_OAK), tablet.actor(MANAGER_ELM)

    engine.save_answers(oak, task.id, {"reasons": "Not sure yet"})

    assert engine.task(oak, task.id).saved == {"reasons": "Not sure yet"}
    assert engine.task(elm, task.id).saved == {}


def test_who_leaves_an_organisation_loses_what_it_opened(tablet: Tablet) -> None:
    engine, task = tablet.workflow.engine, tablet.at("say_if_it_can_be_used")
    (membership,) = tablet.actor(HEAD).memberships

    tablet.workflow.people.leave(tablet.actor(HEAD).id, membership.organisation_id, membership.role)

    assert tablet.actor(HEAD).memberships == ()
    assert engine.worklist(tablet.actor(HEAD)).lines == ()
    with pytest.raises(TaskNotFound):
        engine.complete(tablet.actor(HEAD), task.id, ANSWERS[task.step], key="k")


def test_a_result_is_told_again_only_to_who_still_may_know(tablet: Tablet) -> None:
    engine, task = tablet.workflow.engine, tablet.at("say_if_it_can_be_used")
    (membership,) = tablet.actor(HEAD).memberships
    tablet.complete(task, key="k")

    tablet.workflow.people.leave(tablet.actor(HEAD).id, membership.organisation_id, membership.role)

    with pytest.raises(TaskNotFound):
        engine.complete(tablet.actor(HEAD), task.id, ANSWERS[task.step], key="k")


@pytest.mark.parametrize(
    "strange", ["", "no such", "' or '1'='1", "a\0b", "x" * 1_000_000, "../../etc", "é", "1e5"]
)
def test_ids_that_do_not_exist_are_not_there_whatever_they_look_like(
    tablet: Tablet, strange: str
) -> None:
    engine, mother = tablet.workflow.engine, tablet.actor(MOTHER)
    (ama,) = engine.children(mother)
    before = everything(tablet.workflow.store)

    attempts: list[Callable[[], object]] = [
        lambda: engine.task(mother, strange),
        lambda: engine.save_answers(mother, strange, {}),
        lambda: engine.check(mother, strange, {}),
        lambda: engine.complete(mother, strange, {}, key="k"),
        lambda: engine.case_file(mother, strange),
        lambda: engine.open_case(mother, strange, ama.id, key="k"),
        lambda: engine.open_case(mother, KEY, strange, key="k"),
        lambda: tablet.workflow.publishing.version(strange),
    ]
    for attempt in attempts:
        with pytest.raises(NotFound) as refused:
            attempt()
        assert len(str(refused.value)) < 200

    assert tablet.workflow.people.actor(strange) is None
    assert everything(tablet.workflow.store) == before
