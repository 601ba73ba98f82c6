"""The tablet's story from the public page to its end, as the people of every lane live it."""

from dataclasses import dataclass
from functools import partial

import pytest
from playwright.sync_api import ViewportSize

from tests.browser import story
from tests.browser.chromium import DESKTOP, PHONE
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor
from tests.webapp.story import FINANCE, HEAD, MANAGER, MOTHER, OFFICER, YOUNG_PERSON

ON_25_JANUARY = "By when at the latest Monday 25 January 2027"


@dataclass(frozen=True, slots=True)
class Case:
    """The mother, and where she reads how her request stands."""

    mother: Visitor
    path: str

    def shows(self, *said: str) -> None:
        self.mother.open(self.path)
        assert [words for words in said if words not in self.mother.words] == []


@pytest.mark.parametrize(
    ("scripted", "viewport"),
    [(True, DESKTOP), (False, PHONE)],
    ids=["at_a_desk", "on_a_phone_without_script"],
)
def test_a_family_asks_and_it_helps(
    visit: Visit, *, scripted: bool, viewport: ViewportSize
) -> None:
    arrive = partial(visit, scripted=scripted, viewport=viewport)

    case = _ask(arrive())
    _check(arrive(OFFICER), case)
    _agree(arrive(HEAD), case)
    _decide(arrive(MANAGER), case)
    _buy(arrive(FINANCE), case)
    _confirm(case)
    _say_if_it_helped(case)

    _it_is_finished(case)
    _nobody_else_sees_it(arrive(YOUNG_PERSON), case)


def _ask(mother: Visitor) -> Case:
    mother.open(f"/local-offer/{story.KEY}")
    mother.press("Ask for this")
    mother.press(f"Sign in as {MOTHER}")
    assert mother.heading == "Ask for “A quick one-off”"
    mother.press("Start")
    mother.answer(story.ASKED)
    mother.continue_()
    assert story.IN_HER_WORDS in mother.words
    mother.send()
    case = Case(mother, mother.path)
    case.shows("Who has it now Case officer North (fictional)", ON_25_JANUARY)
    case.shows("You do not have to do anything now.", "We have what you sent (11 January 2027)")
    return case


def _check(officer: Visitor, case: Case) -> None:
    officer.open_task("Check the plan and the item")
    assert story.IN_HER_WORDS in officer.words
    officer.answer(story.CHECKED)
    officer.continue_()
    officer.send()
    assert officer.path == case.path
    assert officer.words.index(story.IN_HER_WORDS) < officer.words.index("What waits now")
    case.shows("Who has it now Fernside School (fictional)", ON_25_JANUARY, "The head teacher")
    case.shows("Monday 1 February 2027")


def _agree(head: Visitor, case: Case) -> None:
    head.complete("Say if it can be used here", story.AGREED)
    assert head.heading == "Thank you"
    head.open(case.path, status=404)
    case.shows("Who has it now SEND managers (fictional)", ON_25_JANUARY)


def _decide(manager: Visitor, case: Case) -> None:
    manager.open_task("Decide, with reasons")
    views, price = manager.words.index(story.IN_HER_WORDS), manager.words.index("349.99")
    assert views < price
    manager.answer(story.DECIDED)
    manager.continue_()
    manager.send()
    case.shows("Who has it now Finance team (fictional)", ON_25_JANUARY)
    case.shows("Decided by Manager Oak (fictional)", story.WHY_YES)


def _buy(finance: Visitor, case: Case) -> None:
    finance.complete("Buy it for the family", story.BOUGHT)
    assert finance.heading == "Thank you"
    finance.open(case.path, status=404)
    case.shows("Who has it now You", "By when at the latest Monday 8 February 2027")


def _confirm(case: Case) -> None:
    mother = case.mother
    mother.move_clock(5)
    mother.open(case.path)
    mother.press("Tell us it came")
    mother.answer(story.CAME)
    mother.continue_()
    mother.send()
    assert mother.path == case.path
    case.shows("It goes on by itself Saturday 27 February 2027")


def _say_if_it_helped(case: Case) -> None:
    case.mother.move_clock(43)
    case.shows("Who has it now You", "By when at the latest Saturday 27 March 2027")
    case.mother.complete("Say if it helped", story.HELPED)


def _it_is_finished(case: Case) -> None:
    case.shows(
        "How it ended", "It ended on Sunday 28 February 2027", "You can ask for something new"
    )
    case.mother.unfold("What you told us, and what comes next (28 February 2027)")
    assert "You told us: it helped a lot." in case.mother.words
    assert "In Ama (fictional)’s words: I told a joke and they laughed" in case.mother.words
    case.mother.open("/worklist")
    assert "Nothing waits for you at the moment." in case.mother.words


def _nobody_else_sees_it(stranger: Visitor, case: Case) -> None:
    stranger.open(case.path, status=404)
    stranger.open("/cases")
    assert "There are none." in stranger.words
