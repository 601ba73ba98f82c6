"""A step that is done once for each of several: each has a task, and the task says for which."""

from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeTime
from tests.workflow.house import SmallHouse, build_small_house
from workflow.model.case import CaseStatus
from workflow.publishing import pathway_files

KEY = "for_each"
FILES = dict(pathway_files(Path(__file__).parents[1] / "pathways" / KEY))


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> SmallHouse:
    return build_small_house(tmp_path / "small", time, FILES)


def asked(house: SmallHouse, *people: str) -> str:
    """Open a case, say who is to be asked, and return the id of the case."""
    engine = house.workflow.engine
    task = engine.open_case(house.family, KEY, house.child_id, key=str(uuid4())).task
    assert task is not None
    house.complete(task, {"people": list(people)})
    return task.case_id


def test_each_item_is_a_task_that_says_for_which_it_is(house: SmallHouse) -> None:
    asked(house, "coach", "gran")

    entries = house.workflow.engine.worklist(house.officer)
    sheets = [house.workflow.engine.task(house.officer, entry.task.id) for entry in entries]

    assert {entry.item for entry in entries} == {"The swimming coach", "A grandparent"}
    assert [sheet.item for sheet in sheets] == [entry.item for entry in entries]
    assert {sheet.shown for sheet in sheets} == {
        (("Who is asked", "coach"),),
        (("Who is asked", "gran"),),
    }


def test_the_case_goes_on_when_all_of_them_are_done(house: SmallHouse) -> None:
    case_id = asked(house, "nurse", "coach", "gran")
    engine = house.workflow.engine

    for left in (3, 2, 1):
        tasks = engine.case_file(house.family, case_id).open_tasks
        assert len(tasks) == left
        house.complete(tasks[-1], {"said": "She likes it"})

    assert engine.case_file(house.family, case_id).case.status is CaseStatus.COMPLETED


def test_a_step_that_is_not_repeated_says_nothing_of_items(house: SmallHouse) -> None:
    house.workflow.engine.open_case(house.family, KEY, house.child_id, key=str(uuid4()))

    (entry,) = house.workflow.engine.worklist(house.family)

    assert entry.item == ""
