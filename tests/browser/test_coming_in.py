"""Signing in and out, sessions that end, and what is nobody else's business."""

import secrets
from datetime import timedelta

from tests.browser import story
from tests.browser.acting import Acting
from tests.browser.conftest import Visit
from tests.browser.site import Site
from tests.webapp.story import HEAD, MOTHER, OFFICER, OTHER_OFFICER, PRINCIPAL, YOUNG_PERSON

EMAIL = "officer@example.org"


def test_somebody_signs_in_with_a_password_and_out_again(visit: Visit, site: Site) -> None:
    password = secrets.token_urlsafe()
    site.workflow.people.add("An officer (fictional)", EMAIL, password)
    visitor = visit()
    visitor.open("/worklist")
    assert visitor.heading == "Sign in"

    visitor.answer({"E-mail address": EMAIL, "Password": password})
    visitor.press("Sign in")
    assert visitor.path == "/worklist"
    visitor.sign_out()
    visitor.open("/worklist")

    assert visitor.heading == "Sign in"


def test_too_many_tries_are_told_when_to_try_again(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/sign-in")
    visitor.press("Sign in", status=422)
    for _ in range(5):
        visitor.answer({"E-mail address": EMAIL, "Password": "a guess"})
        visitor.press("Sign in", status=403)
        assert visitor.problems() == [
            "The e-mail address or the password is not right. Check both and try again."
        ]

    visitor.answer({"E-mail address": EMAIL, "Password": "another guess"})
    visitor.press("Sign in", status=429)

    assert visitor.problems() == [
        "There were too many tries. Please wait, and try again after 9:01am."
    ]


def test_a_session_that_was_ended_elsewhere_says_so_and_sends_nothing(
    acting: Acting, visit: Visit, site: Site
) -> None:
    acting.begun()
    mother = visit(MOTHER)
    mother.open_task("Ask for a one-off")
    mother.answer(story.ASKED)
    site.workflow.people.sessions.end_all(acting.person(MOTHER).id)

    mother.continue_(status=400)

    assert mother.heading == "This page was open for too long"
    mother.follow("Sign in")
    mother.sign_in_as(MOTHER)
    mother.open_task("Ask for a one-off")
    assert mother.page.get_by_label("What are you asking for?").input_value() == ""


def test_after_half_an_hour_one_signs_in_again_and_is_where_one_wanted_to_go(
    acting: Acting, visit: Visit, site: Site
) -> None:
    acting.begun()
    mother = visit(MOTHER)
    mother.open_task("Ask for a one-off")
    task = mother.path
    site.time.advance(timedelta(minutes=31))

    mother.open(task)
    asked_to_sign_in = mother.heading
    mother.press(f"Sign in as {MOTHER}")

    assert asked_to_sign_in == "Sign in"
    assert mother.path == task


def test_the_case_of_others_is_not_there(acting: Acting, visit: Visit) -> None:
    acting.asked()
    officer = visit(OFFICER)
    officer.open_task("Check the plan and the item")
    task = officer.path
    officer.open_case()

    for name in (YOUNG_PERSON, OTHER_OFFICER, PRINCIPAL, HEAD):
        other = visit(name)
        for path in (officer.path, task, f"{task}/check"):
            other.open(path, status=404)
            assert other.heading == "We cannot find this page"
            assert "There is nothing at this address, or nothing that you may see." in other.words
