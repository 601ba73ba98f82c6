"""What is particular to PostgreSQL: locks, time limits, and servers that come and go."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import psycopg
import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError

from tests.postgresql import PostgreSQL
from tests.workflow import processes
from tests.workflow.store.rows import NOON, a_case, an_account, an_answer
from workflow.store import Store, StoreUnavailable, cases
from workflow.store.tables import account, case


@pytest.fixture
def store(postgresql_url: str) -> Iterator[Store]:
    with Store(postgresql_url) as opened:
        yield opened


def _names(store: Store) -> list[str]:
    with store.read() as view:
        return list(view.execute(select(account.c.id).order_by(account.c.id)).scalars())


def _with(url: str, option: str) -> Store:
    return Store(f"{url}&options=-c%20{option}")


def _end_all_connections(postgresql: PostgreSQL, url: str) -> None:
    """Do to every connection of a database what a restart of the server does."""
    name = url.partition("?")[0].rpartition("/")[2]
    ended = "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = %s"
    with psycopg.connect(postgresql.url("postgres"), autocommit=True) as connection:
        connection.execute(ended, [name])


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("synchronous_commit", "on"),
        ("statement_timeout", "30s"),
        ("lock_timeout", "10s"),
        ("idle_in_transaction_session_timeout", "1min"),
        ("timezone", "UTC"),
        ("transaction_isolation", "read committed"),
    ],
)
def test_every_connection_is_durable_and_waits_for_nothing_for_ever(
    store: Store, setting: str, value: str
) -> None:
    with store.write() as tx:
        assert tx.execute(text(f"show {setting}")).scalar_one() == value


def test_a_server_that_confirms_too_early_is_told_to_write_first(postgresql_url: str) -> None:
    with _with(postgresql_url, "synchronous_commit=off") as store, store.write() as tx:
        assert tx.execute(text("show synchronous_commit")).scalar_one() == "on"


def test_two_threads_write_at_the_same_moment(store: Store) -> None:
    first_writes, second_wrote = Event(), Event()

    def second() -> None:
        first_writes.wait()
        with store.write() as tx:
            an_account(tx, "bob")
        second_wrote.set()

    with ThreadPoolExecutor(1) as thread, store.write() as tx:
        an_account(tx, "ada")
        done = thread.submit(second)
        first_writes.set()
        assert second_wrote.wait(30)
    done.result()

    assert _names(store) == ["ada", "bob"]


def test_a_case_that_is_held_makes_others_wait_until_its_change_can_be_seen(store: Store) -> None:
    with store.write() as tx:
        a_case(tx)
    held, seen = Event(), list[int]()

    def second() -> None:
        held.wait()
        with store.write() as tx:
            cases.hold(tx, "case-1")
            seen.append(tx.execute(select(case.c.revision)).scalar_one())

    with ThreadPoolExecutor(1) as thread:
        with store.write() as tx:
            cases.hold(tx, "case-1")
            done = thread.submit(second)
            held.set()
            tx.execute(update(case).values(revision=2))
        done.result()

    assert seen == [2]


def test_rows_of_a_held_case_can_be_written_by_who_does_not_change_it(store: Store) -> None:
    with store.write() as tx:
        a_case(tx)

    def add_an_answer() -> None:
        with store.write() as tx:
            an_answer(tx, "case-1")

    with ThreadPoolExecutor(1) as thread, store.write() as tx:
        cases.hold(tx, "case-1")
        thread.submit(add_an_answer).result()


def test_a_lock_that_does_not_become_free_is_told_in_plain_words(postgresql_url: str) -> None:
    with Store(postgresql_url) as store, _with(postgresql_url, "lock_timeout=50ms") as other:
        with store.write() as tx:
            a_case(tx)

        def change() -> None:
            with other.write() as tx:
                cases.hold(tx, "case-1")

        with store.write() as tx, ThreadPoolExecutor(1) as thread:
            cases.hold(tx, "case-1")
            with pytest.raises(StoreUnavailable, match="try again"):
                thread.submit(change).result()


def test_two_that_wait_for_each_other_do_not_wait_for_ever(postgresql_url: str) -> None:
    both_hold_one = Barrier(2)

    def hold(first: str, second: str) -> None:
        with store.write() as tx:
            cases.hold(tx, first)
            both_hold_one.wait()
            cases.hold(tx, second)

    with _with(postgresql_url, "deadlock_timeout=50ms") as store:
        with store.write() as tx:
            a_case(tx, "case-1")
            a_case(tx, "case-2")
        with ThreadPoolExecutor(2) as threads:
            done = [
                threads.submit(hold, "case-1", "case-2"),
                threads.submit(hold, "case-2", "case-1"),
            ]
            ends = [one.exception() for one in done]

    assert sorted(type(end).__name__ for end in ends) == ["NoneType", "StoreUnavailable"]


def test_a_statement_that_takes_too_long_is_told_in_plain_words(postgresql_url: str) -> None:
    with (
        _with(postgresql_url, "statement_timeout=50ms") as store,
        pytest.raises(StoreUnavailable),
        store.read() as view,
    ):
        view.execute(text("select pg_sleep(10)"))


def test_a_process_that_froze_in_a_transaction_does_not_hold_its_case(postgresql_url: str) -> None:
    with Store(postgresql_url) as store, store.write() as tx:
        a_case(tx)

    def change_it_too_late(own: Store) -> None:
        with own.write() as tx:
            tx.execute(update(case).values(revision=7))
            processes.freeze_here()
            tx.execute(update(case).values(revision=8))

    def freeze() -> None:
        option = "idle_in_transaction_session_timeout=50ms"
        with _with(postgresql_url, option) as own, pytest.raises(StoreUnavailable):
            change_it_too_late(own)

    process = processes.start(freeze)
    processes.await_frozen(process)
    with Store(postgresql_url) as store, store.write() as tx:
        cases.hold(tx, "case-1")
        assert tx.execute(select(case.c.revision)).scalar_one() == 1
    processes.thaw(process)

    assert processes.join(process) == 0


def test_connections_that_were_lost_at_rest_are_replaced_without_a_word(
    store: Store, postgresql: PostgreSQL, postgresql_url: str
) -> None:
    with store.write() as tx:
        an_account(tx, "ada")

    _end_all_connections(postgresql, postgresql_url)

    assert _names(store) == ["ada"]


def test_a_database_that_goes_in_the_middle_is_told_in_plain_words_and_keeps_nothing(
    store: Store, postgresql: PostgreSQL, postgresql_url: str
) -> None:
    def write() -> None:
        with store.write() as tx:
            an_account(tx, "ada")
            _end_all_connections(postgresql, postgresql_url)
            an_account(tx, "bob")

    with pytest.raises(StoreUnavailable, match="try again"):
        write()

    with store.write() as tx:
        an_account(tx, "cleo")
    assert _names(store) == ["cleo"]


def test_a_server_that_was_restarted_can_be_used_at_once(postgresql: PostgreSQL) -> None:
    with Store(postgresql.empty()) as store:
        with store.write() as tx:
            an_account(tx, "before")
        postgresql.stop_at_once()
        with pytest.raises(StoreUnavailable), store.read():
            pass
        postgresql.start()

        with store.write() as tx:
            an_account(tx, "since")
        assert _names(store) == ["before", "since"]


@pytest.mark.parametrize(
    "url",
    ["postgresql:///fingerpost?host=/no/such/folder", "postgresql://127.0.0.1:1/fingerpost"],
)
def test_a_server_that_is_not_there_is_told_in_plain_words(url: str) -> None:
    store = Store(url)

    with pytest.raises(StoreUnavailable), store.read():
        pass


def test_a_database_that_is_not_there_is_told_in_plain_words(postgresql_url: str) -> None:
    store = Store(postgresql_url.replace("?", "_missing?", 1))

    with pytest.raises(StoreUnavailable), store.write():
        pass


@pytest.mark.parametrize("table", ["answers", "event", "version"])
def test_a_table_that_is_appended_to_cannot_be_emptied(store: Store, table: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(text(f"truncate {table} cascade"))


def test_more_threads_than_connections_wait_for_one_that_is_free(store: Store) -> None:
    def write(number: int) -> None:
        with store.write() as tx:
            row = {"id": f"{number:02}", "name": "Ada", "created_at": NOON}
            tx.execute(insert(account).values(row))

    with ThreadPoolExecutor(40) as threads:
        for done in [threads.submit(write, number) for number in range(80)]:
            done.result()

    assert len(_names(store)) == 80
