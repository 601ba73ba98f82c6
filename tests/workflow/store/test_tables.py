from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.schema import Table

from tests.workflow.store.rows import NOON, a_case, an_account, an_answer, an_event
from workflow.store import Store
from workflow.store.tables import account, answers, case, child_party, event, latest, party


def test_a_moment_without_a_time_zone_is_refused(store: Store) -> None:
    naive = NOON.replace(tzinfo=None)

    with pytest.raises(StatementError, match="time zone"), store.write() as tx:
        tx.execute(insert(account).values(id="ada", name="Ada", created_at=naive))


def test_a_moment_comes_back_as_the_same_moment_in_utc(store: Store) -> None:
    in_delhi = datetime(2027, 1, 1, 2, 30, 0, 123456, timezone(timedelta(hours=5, minutes=30)))

    with store.write() as tx:
        tx.execute(insert(account).values(id="ada", name="Ada", created_at=in_delhi))

    with store.read() as view:
        kept = view.execute(select(account.c.created_at)).scalar_one()
    assert kept == in_delhi
    assert kept.tzinfo is UTC


def test_moments_are_kept_in_an_order_that_is_theirs(store: Store) -> None:
    moments = [NOON + timedelta(microseconds=n) for n in (0, 1, 999_999, 1_000_000, 10**12)]

    with store.write() as tx:
        for number, moment in enumerate(moments):
            tx.execute(insert(account).values(id=str(number), name="", created_at=moment))

    with store.read() as view:
        kept = view.execute(select(account.c.created_at).order_by(account.c.created_at))
        assert list(kept.scalars()) == moments


@pytest.mark.parametrize("table", [answers, event], ids=str)
def test_a_row_that_was_appended_cannot_be_changed(store: Store, table: Table) -> None:
    with store.write() as tx:
        an_answer(tx, a_case(tx))
        an_event(tx, "case-1")

    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(update(table).values(by_name="Mallory"))


@pytest.mark.parametrize("table", [answers, event], ids=str)
def test_a_row_that_was_appended_cannot_be_deleted(store: Store, table: Table) -> None:
    with store.write() as tx:
        an_answer(tx, a_case(tx))
        an_event(tx, "case-1")

    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(delete(table))


@pytest.mark.parametrize(("account_id", "organisation_id"), [(None, None), ("ada", "school")])
def test_a_party_is_a_person_or_an_organisation_and_not_both(
    store: Store, account_id: str | None, organisation_id: str | None
) -> None:
    with store.write() as tx:
        an_account(tx, "ada")
        a_case(tx)
        tx.execute(text("insert into organisation values ('school', 'Hill School', 'setting')"))
    who = {"role": "family", "account_id": account_id, "organisation_id": organisation_id}

    with pytest.raises(IntegrityError, match="one_party"), store.write() as tx:
        tx.execute(insert(party).values(case_id="case-1", opened_at=NOON, **who))
    with pytest.raises(IntegrityError, match="one_party"), store.write() as tx:
        tx.execute(insert(child_party).values(child_id="child-1", **who))


def test_a_status_that_nobody_knows_is_refused(store: Store) -> None:
    with store.write() as tx:
        a_case(tx)

    with pytest.raises(IntegrityError, match="status_known"), store.write() as tx:
        tx.execute(update(case).values(status="lost"))


def test_what_points_at_the_latest_answers_points_at_answers_that_are_there(
    store: Store,
) -> None:
    with store.write() as tx:
        an_answer(tx, a_case(tx))
    pointer = {"case_id": "case-1", "step": "ask_for_it", "place": "", "round": ""}

    with pytest.raises(IntegrityError, match=r"(?i)foreign key"), store.write() as tx:
        tx.execute(insert(latest).values(sequence=2, **pointer))
