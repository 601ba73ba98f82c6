"""Accounts and signing in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error

from workflow.model.actor import Actor
from workflow.model.errors import SignInRefused, TooManyTries
from workflow.people.sessions import Sessions
from workflow.people.throttle import Limit, again_at, count
from workflow.ports import Time
from workflow.store import Store, accounts, throttles
from workflow.store import sessions as session_rows

#: ASVS 5.0 asks for 8 characters at least; a second factor does not exist here yet, so 12.
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200

_PER_ACCOUNT = Limit(tries=5, seconds=60)
_PER_ADDRESS = Limit(tries=20, seconds=60)


@dataclass(frozen=True, slots=True)
class People:
    """Who may sign in, and who they are."""

    store: Store
    time: Time
    #: argon2id with the library's own parameters (RFC 9106, low memory): about 0.1 s of CPU.
    hasher: PasswordHasher = field(default_factory=PasswordHasher)

    @property
    def sessions(self) -> Sessions:
        """Return the sessions of everybody who is signed in."""
        return Sessions(self.store, self.time)

    def actor(self, account_id: str) -> Actor | None:
        """Return an actor with their memberships; None where the account is closed or gone."""
        with self.store.read() as tx:
            account = accounts.by_id(tx, account_id)
        return None if account is None or account.disabled else account.actor

    def everybody(self) -> tuple[accounts.Account, ...]:
        """Return all accounts, closed ones too, by name."""
        with self.store.read() as tx:
            return accounts.every(tx)

    def sign_in(self, email: str, password: str, *, address: str) -> Actor:
        """Return who signs in with an e-mail address and a password.

        Args:
            email: As typed.
            password: As typed.
            address: Where the try comes from, e.g. an IP address; only a hash of it is kept.

        Raises:
            SignInRefused: If they do not belong together; it does not say which is wrong.
            TooManyTries: If there were more than 5 in a minute for the account, or 20 from the
                address. Counted before anything is hashed, since hashing is costly on purpose.
        """
        now = self.time.now()
        self._count_try({f"account:{email.lower()}": _PER_ACCOUNT, f"from:{address}": _PER_ADDRESS})
        with self.store.read() as tx:
            account = accounts.by_email(tx, email)
        if len(password) > LONGEST_PASSWORD or not self._fits(account, password):
            raise SignInRefused
        if account is None or account.disabled:
            raise SignInRefused
        self._refresh(account, password)
        with self.store.write() as tx:
            session_rows.forget_ended(tx, now=now)
        return account.actor

    def add(self, name: str, email: str, password: str) -> Actor:
        """Add a person who can sign in.

        Raises:
            ValueError: If the password is too short or too long, the address is no address, or it
                belongs to somebody already; the message is for people.
        """
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise ValueError(
                f"Choose a password of {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters."
            )
        if "@" not in email.strip("@"):
            raise ValueError("Enter an e-mail address, such as name@example.org.")
        hashed = self.hasher.hash(password)
        with self.store.write() as tx:
            if accounts.by_email(tx, email) is not None:
                raise ValueError("Somebody signs in with this e-mail address already.")
            at = self.time.now()
            account_id = accounts.insert(tx, name, email=email, password_hash=hashed, at=at)
        return Actor(id=account_id, name=name)

    def join(self, account_id: str, organisation_id: str, role: str) -> None:
        """Give somebody a role in an organisation."""
        with self.store.write() as tx:
            accounts.join(tx, account_id, organisation_id, role)

    def leave(self, account_id: str, organisation_id: str, role: str) -> None:
        """Take a role in an organisation from somebody, and with it all that it opened."""
        with self.store.write() as tx:
            accounts.leave(tx, account_id, organisation_id, role)

    def disable(self, account_id: str) -> None:
        """Close an account and end its sessions, both or neither."""
        with self.store.write() as tx:
            accounts.disable(tx, account_id, at=self.time.now())
            session_rows.end_all(tx, account_id)

    def _count_try(self, keys: Mapping[str, Limit]) -> None:
        now = self.time.now()
        with self.store.write() as tx:
            throttles.hold(tx)
            waits = [again_at(tx, key, limit, now=now) for key, limit in keys.items()]
            refused: list[datetime] = [wait for wait in waits if wait is not None]
            if not refused:
                for key, limit in keys.items():
                    count(tx, key, limit, now=now)
        if refused:
            raise TooManyTries(max(refused))

    def _fits(self, account: accounts.Account | None, password: str) -> bool:
        """Return whether a password fits; an unknown address takes as long as a known one."""
        nobodys = _nobodys_hash()
        known = account.password_hash if account else None
        try:
            self.hasher.verify(known or nobodys, password)
        except Argon2Error:
            return False
        return known is not None

    def _refresh(self, account: accounts.Account, password: str) -> None:
        if account.password_hash and self.hasher.check_needs_rehash(account.password_hash):
            hashed = self.hasher.hash(password)
            with self.store.write() as tx:
                accounts.keep_password(tx, account.actor.id, hashed)


@cache
def _nobodys_hash() -> str:
    """Return a hash that no password is known for; made when somebody first signs in."""
    return PasswordHasher().hash("nobody signs in with this")
