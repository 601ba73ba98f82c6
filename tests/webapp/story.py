"""The first steps of the tablet's story, as a browser fills them in."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.webapp.client import Browser, Page

MOTHER = "Ama’s mother (fictional)"
YOUNG_PERSON = "Jo (fictional)"
HEAD = "Head of Fernside (fictional)"
PRINCIPAL = "Principal of Millbrook (fictional)"
OFFICER = "Case officer North (fictional)"
OTHER_OFFICER = "Case officer South (fictional)"
MANAGER = "Manager Oak (fictional)"
OTHER_MANAGER = "Manager Elm (fictional)"
FINANCE = "Finance officer (fictional)"
EVERYBODY = (
    MOTHER, YOUNG_PERSON, HEAD, PRINCIPAL, OFFICER, OTHER_OFFICER, MANAGER, OTHER_MANAGER, FINANCE,
)  # fmt: skip

KEY = "quick_one_off"
ASKED = {
    "asked_by": "parent",
    "deciding": "under_16",
    "how_they_said_it": "own_words",
    "what_they_say": "I want to tell jokes.\n  Long ones.",
    "what_it_is": "A tablet that talks",
    "what_matters": "That my friends get my jokes",
    "what_should_change": "Ama can say what she wants at lunch",
    "strengths": "She is funny",
}
CHECKED = {
    "plan_stage": "review",
    "plan_section": "education",
    "kind": "goods",
    "given_by": "nobody",
    "where_used": "both",
    "setting_type": "mainstream",
    "price": "£349.99",
    "price_from": "A shop (fictional)",
}
AGREED = {"answer": "agree", "signed_as": "Head teacher"}


@dataclass(frozen=True, slots=True)
class Story:
    """Acts the people's parts."""

    sign_in: Callable[[str], Browser]

    def asked(self) -> tuple[Browser, Page]:
        """Return the mother's browser at the first task of a new case."""
        browser = self.sign_in(MOTHER)
        return browser, browser.press(browser.get(f"/ask/{KEY}"), "Start")

    def waiting(self, name: str) -> tuple[Browser, Page]:
        """Return somebody's browser at the task that waits for them."""
        browser = self.sign_in(name)
        links = [href for href in browser.get("/worklist").links().values() if "/tasks/" in href]
        return browser, browser.get(links[0])

    def at_the_head(self) -> tuple[Browser, Page]:
        """Return the head's browser at their task, after the family and the officer did theirs."""
        browser, page = self.asked()
        send(browser, page, ASKED)
        browser, page = self.waiting(OFFICER)
        send(browser, page, CHECKED)
        return self.waiting(HEAD)


def send(browser: Browser, page: Page, answers: dict[str, str]) -> str:
    """Fill in a task, look at the answers once more, send them; return where that leads."""
    check = browser.press(page, "Continue", **answers)
    form = check.form("Send")
    answered = browser.post(form.action, form.fields)
    assert not isinstance(answered, Page)
    return answered.location
