"""The demonstration's clock."""

import pytest

from tests.webapp.client import Browser
from tests.webapp.story import MOTHER, OFFICER, Story


def test_the_clock_can_be_moved_on(browser: Browser) -> None:
    page = browser.press(browser.get("/demo"), "Move the clock on", days="3")

    assert "Thursday 14 January 2027" in page.words


@pytest.mark.parametrize("days", ["0", "-1", "many", "", "1000", "1.5"])
def test_only_days_to_come_can_be_moved_over(browser: Browser, days: str) -> None:
    page = browser.press_wrongly(browser.get("/demo"), "Move the clock on", days=days)

    assert page.problems == ["Enter a whole number of days from 1 to 366"]


def test_somebody_who_is_not_in_the_story_cannot_be_signed_in_as(browser: Browser) -> None:
    form = browser.get("/sign-in").form(f"Sign in as {MOTHER}")

    browser.post(form.action, form.filled(account_id="nobody"), status=403)


def test_what_fell_due_meanwhile_is_late_on_the_worklist(story: Story) -> None:
    browser, _ = story.at_the_head()
    browser.press(browser.get("/demo"), "Move the clock on", days="40")

    page = story.sign_in(OFFICER).get("/worklist")

    assert "late" in page.words or "Due" in page.words
