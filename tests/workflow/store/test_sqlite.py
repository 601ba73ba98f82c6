"""What is particular to SQLite: the settings that make it durable, and its kinds of trouble."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from tests.workflow.store.rows import a_case, an_account, an_answer, an_event
from workflow.store import Store, StoreUnavailable
from workflow.store.tables import account

_WAITING = (
    "select t.id from task t join party p on p.case_id = t.case_id and p.role = t.role"
    " where t.status = ?"
)


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    with Store(sqlite_url) as opened:
        yield opened


def _names(store: Store) -> list[str]:
    with store.read() as view:
        return list(view.execute(select(account.c.id).order_by(account.c.id)).scalars())


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1)],
)
def test_every_connection_is_durable_and_checks_its_references(
    store: Store, pragma: str, value: object
) -> None:
    with store.write() as tx:
        assert tx.execute(text(f"pragma {pragma}")).scalar_one() == value
    with store.read() as view:
        assert view.execute(text(f"pragma {pragma}")).scalar_one() == value


def test_a_write_takes_the_lock_before_it_reads(store: Store, sqlite_url: str) -> None:
    other = Store(sqlite_url + "?timeout=0")

    with store.write(), pytest.raises(StoreUnavailable), other.write():
        pass

    other.close()


def test_a_full_disk_is_told_in_plain_words_and_nothing_is_written(store: Store) -> None:
    def fill() -> None:
        with store.write() as tx:
            pages = tx.execute(text("pragma page_count")).scalar_one()
            tx.execute(text(f"pragma max_page_count = {pages}"))
            for number in range(200):
                an_account(tx, f"{number}" * 100)

    with pytest.raises(StoreUnavailable, match="try again"):
        fill()

    assert _names(store) == []


def test_a_database_that_cannot_be_opened_is_told_in_plain_words(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/missing/fingerpost.db")

    with pytest.raises(StoreUnavailable), store.read():
        pass


def test_a_file_that_is_no_database_is_trouble_that_people_are_told_of(tmp_path: Path) -> None:
    file = tmp_path / "letters.db"
    file.write_bytes(b"This was never a database. " * 100)

    with pytest.raises(StoreUnavailable):
        Store(f"sqlite:///{file}").upgrade()


@pytest.mark.parametrize("table", ["answers", "event"])
def test_a_row_that_was_appended_cannot_be_replaced(store: Store, table: str) -> None:
    with store.write() as tx:
        an_answer(tx, a_case(tx))
        an_event(tx, "case-1")

    replace = text(f"insert or replace into {table} select * from {table}")  # noqa: S608  our own

    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(replace)


@pytest.mark.parametrize(
    "query",
    [
        # The tasks of a role, and of an organisation or a person, that wait.
        f"{_WAITING} and p.organisation_id = ? and p.role = ?",
        f"{_WAITING} and p.account_id = ?",
        "select id from timer where status = ? and due_at <= ?",
        "select id from timer where case_id = ? and status = ?",
        "select * from answers where case_id = ? and sequence = ?",
        "select * from latest where case_id = ?",
        "select * from event where case_id = ? order by sequence",
        "select * from letter where case_id = ?",
        "select * from task where case_id = ?",
        "select * from party where case_id = ?",
        "select * from child_party where account_id = ?",
        "select * from pathway_case where child_id = ?",
        "select * from pathway_case where reference = ?",
        "select * from session where account_id = ?",
        "delete from session where ends_at < ?",
        "select * from job where key = ?",
        "select * from job where status = 'failed' order by ended_at",
    ],
)
def test_no_question_of_daily_work_reads_a_whole_table(store: Store, query: str) -> None:
    values = {f"v{number}": "x" for number in range(query.count("?"))}
    for name in values:
        query = query.replace("?", f":{name}", 1)

    with store.read() as view:
        plan = view.execute(text(f"explain query plan {query}"), values).all()

    # A scan of a partial index reads no more than what waits.
    scans = [step.detail for step in plan if "SCAN" in step.detail]
    assert [scan for scan in scans if "USING INDEX ix_job_failed" not in scan] == []
