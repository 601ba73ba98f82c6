import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.workflow import processes
from tests.workflow.store.rows import NOON, an_account
from workflow.store import Store, StoreUnavailable, Transaction
from workflow.store.tables import account, demo_clock, membership, throttle


def _names(store: Store) -> list[str]:
    with store.read() as view:
        return list(view.execute(select(account.c.id).order_by(account.c.id)).scalars())


def _count_to(store: Store, times: int) -> None:
    """Read a number and write it back one higher, each time in one transaction."""
    for _ in range(times):
        with store.write() as tx:
            tx.lock(select(demo_clock.c.id).with_for_update(), {})
            number = tx.execute(select(demo_clock.c.offset_seconds)).scalar_one()
            tx.execute(update(demo_clock).values(offset_seconds=number + 1))


def _write_and_fail(store: Store, before: Callable[[Transaction], None] = lambda _tx: None) -> None:
    def write() -> None:
        with store.write() as tx:
            before(tx)
            an_account(tx, "ada")
            raise LookupError

    with pytest.raises(LookupError):
        write()


def _begin_count(store: Store) -> None:
    with store.write() as tx:
        tx.execute(insert(demo_clock).values(id=1, offset_seconds=0))


def _counted(store: Store) -> int:
    with store.read() as view:
        return view.execute(select(demo_clock.c.offset_seconds)).scalar_one()


def test_what_a_transaction_wrote_is_there_when_the_database_is_opened_again(
    database_url: str,
) -> None:
    with Store(database_url) as store, store.write() as tx:
        an_account(tx, "ada")

    with Store(database_url) as store:
        assert _names(store) == ["ada"]


def test_nothing_of_a_transaction_is_kept_when_anything_in_it_fails(store: Store) -> None:
    _write_and_fail(store)

    assert _names(store) == []


def test_a_store_can_be_used_after_a_transaction_failed(store: Store) -> None:
    _write_and_fail(store)

    with store.write() as tx:
        an_account(tx, "bob")
    assert _names(store) == ["bob"]


def test_a_read_sees_one_moment_while_others_write(store: Store) -> None:
    with store.write() as tx:
        an_account(tx, "ada")

    with store.read() as view:
        before = view.execute(select(func.count()).select_from(account)).scalar_one()
        with store.write() as tx:
            an_account(tx, "bob")
        after = view.execute(select(func.count()).select_from(account)).scalar_one()

    assert (before, after) == (1, 1)
    assert _names(store) == ["ada", "bob"]


def test_a_read_cannot_write(store: Store) -> None:
    with pytest.raises(StoreUnavailable), store.read() as view:
        an_account(view, "ada")


def test_a_row_cannot_refer_to_one_that_is_not_there(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as tx:
        tx.execute(insert(membership).values(account_id="x", organisation_id="y", role="family"))


def test_threads_lose_no_update(store: Store) -> None:
    _begin_count(store)

    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(_count_to, store, 20) for _ in range(8)]:
            done.result()

    assert _counted(store) == 160


def test_processes_lose_no_update(database_url: str) -> None:
    with Store(database_url) as store:
        _begin_count(store)

    def count() -> None:
        with Store(database_url) as own:
            _count_to(own, 20)

    ended = [processes.join(process) for process in [processes.start(count) for _ in range(4)]]

    assert ended == [0, 0, 0, 0]
    with Store(database_url) as store:
        assert _counted(store) == 80


def test_a_process_killed_in_a_transaction_leaves_nothing_of_it(database_url: str) -> None:
    reading, writing = os.pipe()

    def write_and_wait() -> None:
        with Store(database_url) as store, store.write() as tx:
            an_account(tx, "ada")
            os.write(writing, b"written")
            os.read(reading, 0)
            os.kill(os.getpid(), 9)

    process = processes.start(write_and_wait)
    os.read(reading, 7)

    assert processes.join(process) == -9
    os.close(reading)
    os.close(writing)
    with Store(database_url) as store:
        assert _names(store) == []


def test_a_store_that_was_open_at_a_fork_is_refused_in_the_child(store: Store) -> None:
    _names(store)

    def use_it() -> None:
        with pytest.raises(RuntimeError, match="closed before a fork"), store.read():
            pass
        with pytest.raises(RuntimeError, match="closed before a fork"), store.write():
            pass

    assert processes.join(processes.start(use_it)) == 0


def test_a_store_that_was_closed_at_a_fork_opens_in_the_child(store: Store) -> None:
    _names(store)
    store.close()

    def use_it() -> None:
        with store.write() as tx:
            an_account(tx, "ada")
        store.close()

    assert processes.join(processes.start(use_it)) == 0
    assert _names(store) == ["ada"]


def test_a_thread_that_writes_already_is_told_so_and_does_not_wait_for_itself(
    store: Store,
) -> None:
    again = pytest.raises(RuntimeError, match="one transaction at a time")

    with store.write(), again, store.write():
        pass


def test_what_waits_for_a_commit_is_called_after_it(store: Store) -> None:
    seen: list[list[str]] = []

    with store.write() as tx:
        tx.after_commit(lambda: seen.append(_names(store)))
        an_account(tx, "ada")
        assert seen == []

    assert seen == [["ada"]]


def test_what_waits_for_a_commit_is_not_called_after_a_rollback(store: Store) -> None:
    seen: list[str] = []

    _write_and_fail(store, lambda tx: tx.after_commit(lambda: seen.append("called")))

    assert seen == []


def test_inserting_once_keeps_the_first_and_says_which_it_was(store: Store) -> None:
    row = {"key": "address", "window_start": NOON, "count": 1}

    with store.write() as tx:
        first = tx.insert_once(throttle, row)
        second = tx.insert_once(throttle, {**row, "count": 2})

    assert (first, second) == (True, False)
    with store.read() as view:
        assert view.execute(select(throttle.c.count)).scalars().all() == [1]


def test_inserting_or_updating_overwrites_what_is_not_the_key(store: Store) -> None:
    row = {"key": "address", "window_start": NOON, "count": 1}

    with store.write() as tx:
        tx.insert_or_update(throttle, row, keys=("key", "window_start"))
        tx.insert_or_update(throttle, {**row, "count": 2}, keys=("key", "window_start"))

    with store.read() as view:
        assert view.execute(select(throttle.c.count)).scalars().all() == [2]


def test_a_statement_that_is_wrong_is_not_taken_for_trouble_with_the_database(
    store: Store,
) -> None:
    with pytest.raises(DBAPIError, match="no_table"), store.read() as view:
        view.execute(text("select 1 from no_table"))


def test_an_error_of_the_database_does_not_tell_what_was_to_be_written(store: Store) -> None:
    rows = [{"id": "1", "name": "Private Name", "created_at": NOON}] * 2

    with pytest.raises(IntegrityError) as refused, store.write() as tx:
        tx.execute(insert(account), rows)

    assert "Private Name" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite://", "SQLite file"),
        ("sqlite:///:memory:", "SQLite file"),
        ("mysql://x/y", "or a PostgreSQL database"),
        ("postgresql://db.example.org", "the name of a database"),
        ("fingerpost.db", "URL of a database"),
    ],
)
def test_only_a_file_of_sqlite_and_a_database_of_postgresql_are_stores(url: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Store(url)
