from datetime import timedelta

from sqlalchemy import update

from tests.workflow.jobs.ledger import NOON, jobs_that_write_down, promise, write_down, written
from workflow.jobs.retries import LEASE, pause
from workflow.store import Store, jobs
from workflow.store.jobs import Taken
from workflow.store.tables import job


def _take(store: Store, *, after: timedelta = timedelta(0)) -> Taken | None:
    with store.write() as tx:
        return jobs.take(tx, NOON + after, until=NOON + after + LEASE)


def test_a_job_that_is_held_is_not_taken_by_another(store: Store) -> None:
    promise(store, 1)

    first = _take(store)

    assert first is not None
    assert _take(store) is None
    assert _take(store, after=LEASE - timedelta(microseconds=1)) is None


def test_a_job_whose_worker_vanished_is_taken_by_another_after_the_lease(store: Store) -> None:
    promise(store, 1)
    first = _take(store)

    second = _take(store, after=LEASE)

    assert first is not None
    assert second is not None
    assert (first.attempt, first.interruptions) == (1, 0)
    assert (second.attempt, second.interruptions) == (2, 1)


def test_a_worker_that_was_believed_dead_cannot_end_the_job_of_another(store: Store) -> None:
    promise(store, 1)
    zombie, heir = _take(store), _take(store, after=LEASE)
    assert zombie is not None
    assert heir is not None

    with store.write() as tx:
        assert not jobs.hold(tx, zombie)
        assert not jobs.finish(tx, zombie, at=NOON)
        assert not jobs.put_back(tx, zombie, due_at=NOON, error="OSError")
        assert not jobs.give_up(tx, zombie, at=NOON, error="OSError")

    with store.write() as tx:
        assert jobs.hold(tx, heir)
        assert jobs.finish(tx, heir, at=NOON)


def test_a_job_that_a_zombie_still_held_when_it_ended_is_not_run_again(store: Store) -> None:
    promise(store, 1)
    zombie = _take(store)
    assert zombie is not None

    with store.write() as tx:
        assert jobs.finish(tx, zombie, at=NOON + 2 * LEASE)
        write_down(tx, zombie.args, NOON)

    assert jobs_that_write_down(store).tick(NOON + 3 * LEASE) == 0
    assert written(store) == {"job-0": 1}


def test_jobs_with_the_same_lock_never_run_at_the_same_time(store: Store) -> None:
    promise(store, 20)

    held = [_take(store) for _ in range(12)]

    locks = [int(taken.args["what"].removeprefix("job-")) % 10 for taken in held if taken]
    assert sorted(locks) == list(range(10))
    assert held[10:] == [None, None]


def test_a_lock_is_free_again_when_its_job_ends(store: Store) -> None:
    promise(store, 11)
    held = [_take(store) for _ in range(10)]
    assert held[0] is not None

    with store.write() as tx:
        jobs.finish(tx, held[0], at=NOON)

    following = _take(store)
    assert following is not None
    assert following.args == {"what": "job-10"}


def test_a_lock_is_free_again_when_the_lease_of_its_job_ends(store: Store) -> None:
    promise(store, 11)
    for _ in range(10):
        _take(store)
    with store.write() as tx:
        # The ten that vanished come later than the one that waits.
        tx.execute(update(job).where(job.c.key == "job-10").values(due_at=NOON - LEASE))

    following = _take(store, after=LEASE)

    assert following is not None
    assert following.args == {"what": "job-10"}


def test_a_job_that_ends_its_worker_each_time_becomes_an_incident(store: Store) -> None:
    promise(store, 1)
    patient = jobs_that_write_down(store)
    with store.write() as tx:
        tx.execute(update(job).values(interruptions=1_000, status="running", due_at=NOON))

    patient.tick(NOON)

    with store.read() as view:
        (incident,) = jobs.incidents(view)
    assert incident.error == "Interrupted"
    assert written(store) == {}


def test_pauses_double_from_ten_seconds_up_to_six_hours() -> None:
    assert [pause(attempt).total_seconds() for attempt in (1, 2, 3, 4)] == [10, 20, 40, 80]
    assert pause(14) == pause(1_000_000) == timedelta(hours=6)
