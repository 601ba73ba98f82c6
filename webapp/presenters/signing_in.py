"""Signing in: with e-mail address and password, or with one click in a demonstration."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.presenters import times
from webapp.presenters.page import Link, Page
from workflow.demo import DemoPerson
from workflow.model.errors import SignInRefused, TooManyTries

_EMPTY = "Enter your e-mail address and your password"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoButton:
    """Signs in as one of the demonstration's people."""

    account_id: str
    text: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage(Page):
    """The sign-in page."""

    email: dict[str, object]
    password: dict[str, object]
    #: Where to go afterwards; a path of this site, or empty.
    onward: str
    demo_buttons: tuple[DemoButton, ...]


def sign_in_page(
    *, email: str = "", onward: str = "", problem: str = "", people: Iterable[DemoPerson] = ()
) -> SignInPage:
    """Return the sign-in page.

    Args:
        email: What was typed before.
        onward: Where to go afterwards; a path of this site, or empty.
        problem: What to put right; empty at first.
        people: The demonstration's people; none outside demo mode.
    """
    return SignInPage(
        title="Sign in",
        problems=(Link(text=problem, href="#email"),) if problem else (),
        email=_email(email, problem),
        password=_PASSWORD,
        onward=onward,
        demo_buttons=tuple(
            DemoButton(account_id=one.account_id, text=_sign_in_as(one.name), who=one.who)
            for one in people
        ),
    )


def refused(_error: SignInRefused | None = None) -> str:
    """Say that it did not work, and not which half of it was wrong."""
    return "The e-mail address or the password is not right. Check both and try again."


def too_many_tries(error: TooManyTries) -> str:
    """Say when to try again."""
    when = times.clock(error.again_at)
    return f"There were too many tries. Please wait, and try again after {when}."


def nothing_typed() -> str:
    """Say what is missing."""
    return _EMPTY


def _sign_in_as(name: str) -> str:
    said = name if "(fictional)" in name else f"{name} (fictional)"
    return f"Sign in as {said}"


def _email(typed: str, problem: str) -> dict[str, object]:
    params: dict[str, object] = {
        "id": "email",
        "name": "email",
        "label": {"text": "E-mail address"},
        "type": "email",
        "autocomplete": "username",
        "spellcheck": False,
        "value": typed,
    }
    return params | ({"errorMessage": {"text": problem}} if problem else {})


_PASSWORD: dict[str, object] = {
    "id": "password",
    "name": "password",
    "label": {"text": "Password"},
    "type": "password",
    "autocomplete": "current-password",
    "spellcheck": False,
}
