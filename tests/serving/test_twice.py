"""A form that is sent twice does its work once: a double click, a browser's retry, two windows."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from sqlalchemy import func, select

from tests.counts import repeated
from tests.serving.server import Server
from tests.serving.visitor import Visitor
from tests.workflow.audit import faults
from tests.workflow.house import ASKED, SmallHouse
from webapp import keys
from workflow.store.tables import answers


@repeated("forms", 200, 2_000)
def test_of_the_same_form_sent_three_times_at_once_one_counts_and_all_get_the_same_answer(
    house: SmallHouse, server: Server, father: Visitor, forms: int
) -> None:
    with (
        closing(Visitor(house.workflow, house.family, server.port)) as second,
        closing(Visitor(house.workflow, house.family, server.port)) as third,
        ThreadPoolExecutor(3) as windows,
    ):
        for _ in range(forms):
            task, key = house.open(), keys.new_key()
            sent = [
                windows.submit(window.complete, task.id, ASKED, key=key)
                for window in (father, second, third)
            ]

            assert {(one.result().status, one.result().location) for one in sent} == {
                (303, f"/cases/{task.case_id}")
            }

    completed = _completed(house)
    print(f"{forms} forms sent {3 * forms} times: {completed} completions")  # noqa: T201 - people read it
    assert completed == forms
    assert faults(house.workflow) == []


def _completed(house: SmallHouse) -> int:
    """Return how often the first form was kept as completed."""
    with house.workflow.store.read() as tx:
        asked = select(func.count()).where(answers.c.step == "ask_for_it")
        return int(tx.execute(asked).scalar_one())
