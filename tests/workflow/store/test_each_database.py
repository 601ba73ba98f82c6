"""What must hold on both systems: SQLite, and PostgreSQL."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.postgresql import PostgreSQL
from tests.workflow.store.rows import NOON, an_account
from workflow.store import Store, StoreUnavailable
from workflow.store.migrating import heads
from workflow.store.tables import account

LOST = {"id": "lost", "name": "Lost", "created_at": NOON}


@pytest.fixture
def store(each_database_url: str) -> Iterator[Store]:
    with Store(each_database_url) as opened:
        yield opened


def test_what_is_written_is_there_and_what_failed_is_not(store: Store) -> None:
    with store.write() as tx:
        an_account(tx, "kept")
    with pytest.raises(IntegrityError), store.write() as tx:
        tx.execute(insert(account), [LOST, LOST])

    with store.read() as view:
        assert view.execute(select(account.c.id)).scalars().all() == ["kept"]


def test_a_moment_comes_back_as_it_went_in(store: Store) -> None:
    with store.write() as tx:
        an_account(tx, "somebody")

    with store.read() as view:
        assert view.execute(select(account.c.created_at)).scalar_one() == NOON


def test_a_read_sees_one_moment_and_cannot_write(store: Store) -> None:
    with store.read() as view:
        before = view.execute(select(account.c.id)).scalars().all()
        with store.write() as tx:
            an_account(tx, "meanwhile")
        assert view.execute(select(account.c.id)).scalars().all() == before == []

    with pytest.raises((DBAPIError, StoreUnavailable)), store.read() as view:
        view.execute(update(account).values(name="changed"))


def test_a_store_is_upgraded_once(store: Store) -> None:
    store.upgrade()

    with store.read() as view:
        found = view.execute(text("select version_num from alembic_version")).scalars().all()
    assert found == heads()


def test_a_database_that_was_restarted_can_be_used_at_once(postgresql: PostgreSQL) -> None:
    with Store(postgresql.empty()) as store:
        with store.write() as tx:
            an_account(tx, "before")
        postgresql.stop_at_once()
        with pytest.raises(StoreUnavailable), store.read():
            pass
        postgresql.start()

        with store.write() as tx:
            an_account(tx, "after")
        with store.read() as view:
            found = view.execute(select(account.c.id).order_by(account.c.id)).scalars().all()
        assert found == ["after", "before"]
