"""Who may sign in, how often it may be tried, and what closing an account does."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from tests.fakes import FakeTime
from tests.workflow.contents import everything
from workflow.model.actor import MANAGER
from workflow.model.errors import SignInRefused, TooManyTries
from workflow.people import People
from workflow.store import Store, accounts

EMAIL, PASSWORD, HERE = "ada@example.org", "correct horse battery", "192.0.2.1"


class CountingHasher(PasswordHasher):
    """The real hasher with cheap parameters, counting how often it is asked."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.verified = 0

    def verify(self, *given: str | bytes) -> bool:
        self.verified += 1
        return super().verify(*given)


@pytest.fixture
def hasher() -> CountingHasher:
    return CountingHasher()


@pytest.fixture
def people(store: Store, time: FakeTime, hasher: CountingHasher) -> People:
    people = People(store, time, hasher)
    people.add("Ada", EMAIL, PASSWORD)
    return people


def _refused(people: People, email: str = EMAIL, *, address: str = HERE) -> None:
    with pytest.raises(SignInRefused):
        people.sign_in(email, "a wrong password", address=address)


@pytest.mark.parametrize("email", [EMAIL, EMAIL.upper()])
def test_the_right_password_signs_in(people: People, email: str) -> None:
    actor = people.sign_in(email, PASSWORD, address=HERE)

    assert (actor.name, people.actor(actor.id)) == ("Ada", actor)


@pytest.mark.parametrize(
    ("email", "password"),
    [
        (EMAIL, ""),
        (EMAIL, PASSWORD + " "),
        (EMAIL, PASSWORD.upper()),
        (EMAIL, "x" * 1_000_000),
        (EMAIL, "a\0b"),
        ("nobody@example.org", PASSWORD),
        ("", ""),
        ("' or 1=1 --", PASSWORD),
        ("x" * 1_000_000, PASSWORD),
        ("a\0b", PASSWORD),
    ],
)
def test_a_refusal_never_says_which_of_the_two_is_wrong(
    people: People, email: str, password: str
) -> None:
    with pytest.raises(SignInRefused) as refused:
        people.sign_in(email, password, address=HERE)

    assert str(refused.value) == (
        "The e-mail address or the password is not right. Check both and try again."
    )


def test_an_unknown_address_costs_as_much_hashing_as_a_known_one(
    people: People, hasher: CountingHasher
) -> None:
    _refused(people, EMAIL)
    _refused(people, "nobody@example.org", address="192.0.2.2")

    assert hasher.verified == 2


def test_a_password_that_is_far_too_long_is_not_hashed_at_all(
    people: People, hasher: CountingHasher
) -> None:
    with pytest.raises(SignInRefused):
        people.sign_in(EMAIL, "x" * 201, address=HERE)

    assert hasher.verified == 0


def test_the_sixth_try_in_a_minute_for_an_account_is_refused_before_anything_is_hashed(
    people: People, hasher: CountingHasher, time: FakeTime
) -> None:
    for number in range(5):
        _refused(people, address=f"192.0.2.{number}")

    with pytest.raises(TooManyTries) as refused:
        people.sign_in(EMAIL.upper(), PASSWORD, address="192.0.2.99")

    assert hasher.verified == 5
    assert refused.value.again_at == time.now() + timedelta(minutes=1)


def test_the_21st_try_in_a_minute_from_an_address_is_refused_before_anything_is_hashed(
    people: People, hasher: CountingHasher
) -> None:
    for number in range(20):
        _refused(people, f"nobody{number}@example.org")

    with pytest.raises(TooManyTries):
        people.sign_in(EMAIL, PASSWORD, address=HERE)

    assert hasher.verified == 20


def test_tries_for_one_account_do_not_lock_out_others_from_the_same_address(
    people: People,
) -> None:
    for _ in range(5):
        _refused(people, "nobody@example.org")

    assert people.sign_in(EMAIL, PASSWORD, address=HERE).name == "Ada"


def test_after_a_minute_it_can_be_tried_again_and_old_counts_are_forgotten(
    people: People, store: Store, time: FakeTime
) -> None:
    for _ in range(5):
        _refused(people)
    time.advance(timedelta(minutes=1))

    assert people.sign_in(EMAIL, PASSWORD, address=HERE).name == "Ada"

    assert len(everything(store)["throttle"]) == 2


def test_counts_are_kept_without_saying_whose_they_are(people: People, store: Store) -> None:
    _refused(people)

    kept = repr(everything(store)["throttle"])

    assert EMAIL not in kept
    assert HERE not in kept


def test_a_closed_account_cannot_sign_in_and_its_sessions_are_over(people: People) -> None:
    actor = people.sign_in(EMAIL, PASSWORD, address=HERE)
    people.sessions.save("token", actor.id, {})

    people.disable(actor.id)

    assert people.sessions.read("token") is None
    assert people.actor(actor.id) is None
    with pytest.raises(SignInRefused):
        people.sign_in(EMAIL, PASSWORD, address=HERE)


def test_passwords_are_kept_as_argon2id_and_nowhere_else(store: Store, time: FakeTime) -> None:
    People(store, time).add("Bo", "bo@example.org", PASSWORD)

    kept = repr(everything(store))

    assert "$argon2id$" in kept
    assert PASSWORD not in kept


def test_a_hash_with_old_parameters_is_made_anew_when_its_owner_signs_in(
    people: People, time: FakeTime
) -> None:
    store = people.store
    before = everything(store)["account"]

    newer = People(store, time, PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    newer.sign_in(EMAIL, PASSWORD, address=HERE)

    assert everything(store)["account"] != before
    assert newer.sign_in(EMAIL, PASSWORD, address=HERE).name == "Ada"


@pytest.mark.parametrize(
    ("email", "password", "said"),
    [
        (EMAIL.upper(), PASSWORD, "already"),
        ("no address", PASSWORD, "name@example.org"),
        ("@", PASSWORD, "name@example.org"),
        ("bo@example.org", "x" * 11, "12 to 200"),
        ("bo@example.org", "x" * 201, "12 to 200"),
    ],
)
def test_who_cannot_be_added_is_told_why(
    people: People, store: Store, email: str, password: str, said: str
) -> None:
    before = everything(store)

    with pytest.raises(ValueError, match=said):
        people.add("Bo", email, password)

    assert everything(store) == before


def test_who_joins_and_leaves_has_the_role_in_between(people: People, store: Store) -> None:
    actor = people.sign_in(EMAIL, PASSWORD, address=HERE)
    with store.write() as tx:
        team = accounts.insert_organisation(tx, "Managers", kind="council")

    people.join(actor.id, team, MANAGER)
    joined = people.actor(actor.id)
    people.leave(actor.id, team, MANAGER)
    left = people.actor(actor.id)

    assert joined is not None
    assert [(one.organisation, one.role) for one in joined.memberships] == [("Managers", MANAGER)]
    assert left == actor


def test_everybody_is_listed_by_name_with_closed_accounts(people: People) -> None:
    people.add("Abel", "abel@example.org", PASSWORD)
    people.disable(people.add("Cy", "cy@example.org", PASSWORD).id)

    assert [(one.actor.name, one.disabled) for one in people.everybody()] == [
        ("Abel", False),
        ("Ada", False),
        ("Cy", True),
    ]


def test_nobody_is_found_under_an_unknown_id(people: People) -> None:
    assert people.actor("no such") is None
