"""Ways of building the house wrongly that look right until somebody pulls the plug."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pytest

from tests.workflow.house import SmallHouse
from workflow.jobs import EmbeddedJobs
from workflow.store import Transaction, record, submissions
from workflow.store.events import History

Mutant = Callable[[SmallHouse, pytest.MonkeyPatch], None]


def answers_in_a_second_transaction(house: SmallHouse, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(record, "append", _afterwards(house, record.append))


def history_in_a_second_transaction(house: SmallHouse, patch: pytest.MonkeyPatch) -> None:
    write = History.write

    def later(self: History, tx: Transaction) -> None:
        _afterwards(house, lambda own: write(self, own))(tx)

    patch.setattr(History, "write", later)


def jobs_after_the_commit(house: SmallHouse, patch: pytest.MonkeyPatch) -> None:
    enqueue = EmbeddedJobs.enqueue

    def later(self: EmbeddedJobs, tx: Transaction, *promise: Any, **rest: Any) -> None:  # noqa: ANN401  passed on
        _afterwards(house, partial(_turned, enqueue, self))(tx, *promise, **rest)

    patch.setattr(EmbeddedJobs, "enqueue", later)


def forms_without_a_key(_: SmallHouse, patch: pytest.MonkeyPatch) -> None:
    def forget(*_: object, **__: object) -> None:
        """Write nothing."""

    patch.setattr(submissions, "insert", forget)


#: What they are called -> how they are made.
MUTANTS: Mapping[str, Mutant] = {
    "answers in a second transaction": answers_in_a_second_transaction,
    "history in a second transaction": history_in_a_second_transaction,
    "jobs after the commit": jobs_after_the_commit,
    "forms without a key": forms_without_a_key,
}


def _afterwards(house: SmallHouse, write: Callable[..., object]) -> Callable[..., None]:
    """Return `write`, done in a transaction of its own once the caller's has been kept."""

    def later(tx: Transaction, *values: Any, **named: Any) -> None:  # noqa: ANN401  passed on
        def in_its_own() -> None:
            with house.workflow.store.write() as own:
                write(own, *values, **named)

        tx.after_commit(in_its_own)

    return later


def _turned(
    enqueue: Callable[..., None],
    jobs: EmbeddedJobs,
    tx: Transaction,
    *promise: Any,  # noqa: ANN401  passed on
    **rest: Any,  # noqa: ANN401  passed on
) -> None:
    enqueue(jobs, tx, *promise, **rest)
