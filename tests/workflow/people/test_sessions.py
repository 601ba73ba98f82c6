"""Sessions end when they should, on the server's side, and nobody can read a token out of them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from typing_extensions import override

from tests.fakes import FakeTime
from tests.workflow.contents import everything
from workflow.people import People, Sessions
from workflow.store import Store, Transaction, accounts

TOKEN = "a token that only the browser has"


class Interrupted(Store):
    """A store in which something happens just before the next write."""

    happens: Callable[[], None] | None = None

    @override
    def write(self) -> AbstractContextManager[Transaction]:
        happens, self.happens = self.happens, None
        if happens is not None:
            happens()
        return super().write()


@pytest.fixture
def sessions(store: Store, time: FakeTime) -> Sessions:
    return Sessions(store, time)


@pytest.fixture
def account_id(store: Store, time: FakeTime) -> str:
    with store.write() as tx:
        return accounts.insert(tx, "Ada", email=None, password_hash=None, at=time.now())


def test_a_session_holds_what_was_saved_in_it(sessions: Sessions, account_id: str) -> None:
    sessions.save(TOKEN, None, {"csrf": "x"})
    sessions.save(TOKEN, account_id, {"csrf": "y", "list": [1, {"a": None}]})

    state = sessions.read(TOKEN)

    assert state is not None
    assert state.account_id == account_id
    assert state.content == {"csrf": "y", "list": [1, {"a": None}]}


@pytest.mark.parametrize("other", ["", "another", TOKEN + " ", TOKEN.upper(), "' or 1=1 --", "\0"])
def test_no_other_token_opens_it(sessions: Sessions, other: str) -> None:
    sessions.save(TOKEN, None, {"a": 1})

    assert sessions.read(other) is None


def test_the_token_is_nowhere_in_the_database(
    store: Store, sessions: Sessions, account_id: str
) -> None:
    sessions.save(TOKEN, account_id, {})

    kept = repr(everything(store))

    assert account_id in kept
    assert TOKEN not in kept
    assert TOKEN[:12] not in kept


def test_a_session_ends_after_half_an_hour_without_use(sessions: Sessions, time: FakeTime) -> None:
    sessions.save(TOKEN, None, {"a": 1})
    time.advance(timedelta(minutes=29, seconds=59))
    assert sessions.read(TOKEN) is not None

    time.advance(timedelta(minutes=30))

    assert sessions.read(TOKEN) is None


def test_being_read_is_use_and_so_is_being_saved(sessions: Sessions, time: FakeTime) -> None:
    sessions.save(TOKEN, None, {"a": 1})

    for _ in range(5):
        time.advance(timedelta(minutes=20))
        assert sessions.read(TOKEN) is not None
        time.advance(timedelta(minutes=20))
        sessions.save(TOKEN, None, {"a": 2})


def test_a_session_ends_after_12_hours_however_much_it_is_used(
    sessions: Sessions, time: FakeTime
) -> None:
    sessions.save(TOKEN, None, {"a": 1})

    for _ in range(12 * 4 - 1):
        time.advance(timedelta(minutes=15))
        sessions.save(TOKEN, None, {"a": 1})
        assert sessions.read(TOKEN) is not None
    time.advance(timedelta(minutes=15))

    assert sessions.read(TOKEN) is None


def test_a_session_that_was_ended_is_ended(sessions: Sessions) -> None:
    sessions.save(TOKEN, None, {"a": 1})

    sessions.end(TOKEN)

    assert sessions.read(TOKEN) is None


def test_all_sessions_of_a_person_can_be_ended_at_once_and_only_theirs(
    sessions: Sessions, account_id: str
) -> None:
    for number in range(3):
        sessions.save(f"{TOKEN} {number}", account_id, {})
    sessions.save("somebody else’s", None, {"a": 1})

    sessions.end_all(account_id)

    assert [sessions.read(f"{TOKEN} {number}") for number in range(3)] == [None] * 3
    assert sessions.read("somebody else’s") is not None


def test_a_session_that_is_ended_while_it_is_read_stays_ended(
    database_url: str, time: FakeTime
) -> None:
    with Interrupted(database_url) as store:
        sessions = Sessions(store, time)
        sessions.save(TOKEN, None, {"a": 1})
        time.advance(timedelta(minutes=5))
        store.happens = lambda: sessions.end(TOKEN)

        sessions.read(TOKEN)

        assert sessions.read(TOKEN) is None


def test_what_is_saved_while_a_session_is_read_is_not_overwritten(
    database_url: str, time: FakeTime
) -> None:
    with Interrupted(database_url) as store:
        sessions = Sessions(store, time)
        sessions.save(TOKEN, None, {"a": 1})
        time.advance(timedelta(minutes=5))
        store.happens = lambda: sessions.save(TOKEN, None, {"a": 2})

        sessions.read(TOKEN)

        state = sessions.read(TOKEN)
        assert state is not None
        assert state.content == {"a": 2}


def test_a_session_is_changed_only_while_it_lasts(sessions: Sessions, time: FakeTime) -> None:
    sessions.save(TOKEN, None, {"a": 1})

    assert sessions.change(TOKEN, None, {"a": 2})
    sessions.end(TOKEN)
    assert not sessions.change(TOKEN, None, {"a": 3})

    sessions.save("another", None, {"a": 1})
    time.advance(timedelta(minutes=31))
    assert not sessions.change("another", None, {"a": 2})
    assert sessions.read("another") is None


def test_who_signs_in_clears_away_the_sessions_whose_time_is_up(
    store: Store, time: FakeTime, sessions: Sessions
) -> None:
    people = People(store, time)
    people.add("Ada", "ada@example.org", "long enough words")
    sessions.save(TOKEN, None, {"a": 1})
    time.advance(timedelta(hours=1))

    people.sign_in("ada@example.org", "long enough words", address="192.0.2.1")

    assert everything(store)["session"] == []
