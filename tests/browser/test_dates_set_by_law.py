"""Dates that the law sets, in a browser: wide and narrow, with a script and without."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.site import Site
from tests.webapp.dated import begun
from tests.webapp.story import MANAGER, MOTHER, OFFICER
from tests.workflow.plan_in_time import AWAY, KEY

AWAY_TITLE = "The family was away from the area for 4 weeks or more"
WHAT_SHOWS = "What shows that it applies?"


@pytest.mark.parametrize("scripted", [True, False], ids=["with_script", "without_script"])
def test_an_officer_relies_on_an_exception_and_the_family_reads_it(
    site: Site, visit: Visit, *, scripted: bool
) -> None:
    dated = begun(site.workflow)
    dated.let_days_pass(30)
    officer = visit(OFFICER, scripted=scripted)
    officer.open("/worklist")
    assert "Date set by law: 12 days left" in officer.words

    officer.open(f"/cases/{dated.case_id}")
    officer.follow("Rely on an exception: Issue the final plan")
    officer.press("Rely on it and write to the family", status=422)
    assert "Choose the exception that you rely on." in officer.problems()
    officer.answer(
        {
            "Which exception do you rely on?": AWAY_TITLE,
            WHAT_SHOWS: AWAY.evidence,
            "Why was it impractical to do it in time?": AWAY.why,
            "What do you tell the family?": AWAY.told,
        }
    )
    officer.press("Rely on it and write to the family")

    assert officer.path == f"/cases/{dated.case_id}"
    mother = visit(MOTHER, scripted=scripted)
    mother.open(officer.path)
    assert "The council must send you the final plan by 31 May 2027." in mother.words
    mother.unfold("You or your child were away from the area for 4 weeks or more.")
    assert AWAY.why in mother.words


def test_missed_dates_are_told_to_staff_and_family(site: Site, visit: Visit) -> None:
    dated = begun(site.workflow)
    dated.let_days_pass(46)

    for name, words in (
        (OFFICER, "4 days over"),
        (MANAGER, "4 days over"),
        (MOTHER, "It is 4 days late so far."),
    ):
        somebody = visit(name)
        somebody.open(f"/cases/{dated.case_id}")
        assert words in somebody.words


def test_everybody_reads_which_times_the_law_sets(site: Site, visit: Visit) -> None:
    begun(site.workflow)
    anybody = visit()

    anybody.open(f"/local-offer/{KEY}")

    assert "At most 20 weeks from the request." in anybody.words
