"""Somebody at a browser, who knows what they see: headings, labels, links and buttons."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from playwright.sync_api import Locator, Page, Response, expect

from tests.browser.inspection import Inspection, script
from tests.browser.sight import Sight

#: What somebody gives to a question: text, the words of a choice or several, a day.
Answer = str | Sequence[str] | dt.date

#: More stops than any task has.
_MOST_TABS = 60


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person with a browser of their own. Every page they meet is looked at closely."""

    page: Page
    address: str
    inspection: Inspection
    scripted: bool = True

    # What they see.

    @property
    def heading(self) -> str:
        """The heading of the page."""
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def words(self) -> str:
        """What is to be read in the main part of the page, on one line."""
        return " ".join(self.page.get_by_role("main").inner_text().split())

    @property
    def path(self) -> str:
        """Where they are on this site."""
        return self.page.url.removeprefix(self.address)

    def problems(self) -> list[str]:
        """Return what the summary at the top of the page says has to be put right."""
        return self.page.get_by_role("alert").get_by_role("link").all_inner_texts()

    @property
    def focused(self) -> str:
        """The words of what has the focus: its label, its heading, or its own."""
        said: str = self.page.evaluate(script("focused"))
        return said

    def look_here(self) -> None:
        """Look at the page as it stands now, with what was filled in and unfolded."""
        self.inspection.look_at(self.page)

    # Where they go.

    def open(self, path: str, *, status: int = 200) -> None:
        """Type an address of this site."""
        response = self.page.goto(f"{self.address}{path}")
        self._arrived(response, status)

    def follow(self, link: str, *, status: int = 200) -> None:
        """Follow a link by its words."""
        with self._going(status):
            self.page.get_by_role("link", name=link, exact=True).first.click()

    def press(self, button: str, *, status: int = 200) -> None:
        """Press a button, or what looks like one, by its words."""
        with self._going(status):
            self.page.get_by_role("button", name=button, exact=True).first.click()

    def sign_in_as(self, name: str) -> None:
        """Choose one of the demonstration's people on the sign-in page."""
        if not self.path.startswith("/sign-in"):
            self.open("/sign-in")
        self.press(f"Sign in as {name}")

    def sign_out(self) -> None:
        """End the visit."""
        self.press("Sign out")

    def open_task(self, step: str) -> None:
        """Open the task of this name from the list of what waits."""
        self.open("/worklist")
        with self._going(200):
            self.page.get_by_role("main").get_by_role("link", name=f"{step}: ").first.click()

    def open_case(self) -> None:
        """Open the newest case from the list of cases."""
        self.open("/cases")
        with self._going(200):
            self.page.get_by_role("main").get_by_role("link").first.click()

    def another_window(self) -> "Visitor":
        """Open the same page in a second window of the same browser."""
        window = replace(self, page=self.page.context.new_page())
        window.open(self.path)
        return window

    def unfold(self, summary: str) -> None:
        """Open what is folded behind these words, or behind words that begin so."""
        self.page.get_by_role("main").locator("summary").filter(has_text=summary).first.click()

    # What they do without a mouse.

    def tab_to(self, words: str) -> None:
        """Press Tab until something with these words has the focus."""
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.focused.startswith(words):
                return
        raise AssertionError(f"Tab does not lead to “{words}” on “{self.heading}”.")

    def enter(self) -> None:
        """Press Enter, and arrive where that leads."""
        with self._going(200):
            self.page.keyboard.press("Enter")

    # What they do on a form.

    def answer(self, answers: Mapping[str, Answer]) -> None:
        """Answer questions by their words; a choice is answered with the words of an option."""
        for question, given in answers.items():
            self._answer_one(question, given)

    def continue_(self, *, status: int = 200) -> None:
        """Go on to look at the answers once more."""
        self.press("Continue", status=status)

    def send(self, *, status: int = 200) -> None:
        """Send the answers that are shown."""
        self.press("Send", status=status)

    def send_with_a_double_click(self) -> None:
        """Send the answers that are shown, with one click too many, and arrive at the case.

        The browser gives the first answer up when the second click sends again, so it is the
        address in the end that is waited for, not a single navigation.
        """
        self.page.get_by_role("button", name="Send", exact=True).dblclick()
        expect(self.page).to_have_url(re.compile("/cases/"))
        self.page.wait_for_load_state()

    def complete(self, step: str, answers: Mapping[str, Answer]) -> None:
        """Do a whole task: open it, answer, look at the answers once more, send them."""
        self.open_task(step)
        self.answer(answers)
        self.continue_()
        self.send()

    def move_clock(self, days: int) -> None:
        """Let days pass in the demonstration."""
        self.open("/demo")
        self.answer({"How many days?": str(days)})
        self.press("Move the clock on")

    # How.

    def _answer_one(self, question: str, given: Answer) -> None:
        group = self.page.get_by_role("group", name=question, exact=True)
        if isinstance(given, dt.date):
            for part in ("day", "month", "year"):
                box = group.get_by_role("textbox", name=part.capitalize(), exact=True)
                box.fill(str(getattr(given, part)))
        elif group.count():
            for option in [given] if isinstance(given, str) else given:
                self._choice(group, option).check()
        else:
            assert isinstance(given, str)
            self.page.get_by_label(question, exact=True).fill(given)

    def _choice(self, group: Locator, option: str) -> Locator:
        radio = group.get_by_role("radio", name=option, exact=True)
        return radio if radio.count() else group.get_by_role("checkbox", name=option, exact=True)

    @contextmanager
    def _going(self, status: int) -> Iterator[None]:
        with self.page.expect_navigation() as arriving:
            yield
        self._arrived(arriving.value, status)

    def _arrived(self, response: Response | None, status: int) -> None:
        assert response is not None
        assert response.status == status, f"{response.status} from {response.url}"
        self.inspection.look(
            Sight(
                url=response.url,
                status=response.status,
                headers=response.headers,
                html=response.text(),
                scripted=self.scripted,
            )
        )
