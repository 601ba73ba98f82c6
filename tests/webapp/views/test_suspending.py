"""Pausing a case on its pages: the form, what everybody reads meanwhile, and going on."""

from collections.abc import Callable

import pytest

from tests.webapp.client import Browser, Page
from tests.webapp.dated import Dated, begun
from tests.webapp.reading import section
from tests.webapp.story import HEAD, MOTHER, OFFICER
from workflow.bootstrap import Workflow

PAUSE, GO_ON = (
    "Pause the case and write to the family",
    "Let the case go on and write to the family",
)
SAID = {
    "look_again_on-day": "1",
    "look_again_on-month": "2",
    "look_again_on-year": "2027",
    "reason": "The school asked for time to find the report",
    "told": "We wait for a report of your school.",
}


def _page(dated: Dated, browser: Browser) -> Page:
    return browser.get(f"/cases/{dated.case_id}")


def _paused(dated: Dated, officer: Browser) -> Page:
    return officer.press(
        officer.get(_page(dated, officer).links()["Pause this case"]), PAUSE, **SAID
    )


def test_an_officer_pauses_a_case_and_everybody_reads_it(
    workflow: Workflow, sign_in: Callable[[str], Browser]
) -> None:
    dated = begun(workflow)

    after = _paused(dated, sign_in(OFFICER))

    assert "The case is paused, and the letter to the family is on its way." in after.words
    assert "We look at it again by Monday 1 February 2027 at the latest." in after.words
    assert SAID["reason"] in section(after, "What was put right")
    assert "The case was paused." in after.words
    family = _page(dated, sign_in(MOTHER))
    assert "This case is paused since Monday 11 January 2027." in family.words
    assert "We paused your case" in section(family, "What we put right")
    assert SAID["told"] in section(family, "What we put right")
    assert SAID["reason"] not in family.words
    assert "You do not have to do anything now" not in family.words
    assert "Paused; began on" in sign_in(MOTHER).get("/cases").words


def test_the_form_says_what_waits_and_that_the_dates_of_the_law_go_on(
    workflow: Workflow, sign_in: Callable[[str], Browser]
) -> None:
    dated = begun(workflow)
    officer = sign_in(OFFICER)

    form = officer.get(f"/cases/{dated.case_id}/suspend")

    assert "A pause does not stop the dates that the law sets." in form.words
    assert "Issue the final plan: 31 May 2027" in form.words
    assert "Nobody can send these steps until the case goes on." in form.words


def test_a_task_of_a_paused_case_says_so_and_can_be_saved_and_not_sent(
    workflow: Workflow, sign_in: Callable[[str], Browser]
) -> None:
    dated = begun(workflow)
    _paused(dated, sign_in(OFFICER))
    officer = sign_in(OFFICER)
    (task,) = dated.file().open_tasks

    assert "Paused" in officer.get("/worklist").words
    page = officer.get(f"/tasks/{task.id}")

    assert "Case officer North (fictional) has paused this case on Monday 11 January" in page.words
    assert "Continue" not in page.words
    kept = officer.press(page, "Save and come back later", why="Yes, because he needs it")
    assert kept.path == "/worklist"
    refused = officer.press_wrongly(
        page, "Save and come back later", status=409, **{"save-for-later": []}
    )
    assert "This case is paused" in refused.words


def test_a_case_goes_on_when_its_officer_says_so(
    workflow: Workflow, sign_in: Callable[[str], Browser]
) -> None:
    dated = begun(workflow)
    officer = sign_in(OFFICER)
    page = _paused(dated, officer)
    dated.let_days_pass(50)

    form = officer.get(page.links()["Let this case go on"])
    assert "These times ended during the pause. This happens now, in this order" in form.words
    after = officer.press(form, GO_ON, reason=SAID["reason"], told="It is there. We go on now.")

    assert "The case goes on, and the letter to the family is on its way." in after.words
    assert "This case is paused" not in after.words
    assert "Pause this case" in after.links()


def test_what_is_missing_is_asked_for_and_what_was_written_stays(
    workflow: Workflow, sign_in: Callable[[str], Browser]
) -> None:
    dated = begun(workflow)
    officer = sign_in(OFFICER)
    form = officer.get(f"/cases/{dated.case_id}/suspend")

    refused = officer.press_wrongly(form, PAUSE, **{**SAID, "look_again_on-day": "31", "told": ""})

    assert refused.problems == [
        "This day does not exist. Enter a date like 27 3 2027",
        "Enter an answer to “What will the family read?”.",
    ]
    assert refused.form(PAUSE).fields["reason"] == [SAID["reason"]]
    assert dated.file().corrections == ()


def test_a_case_that_changed_meanwhile_is_read_again_before_it_is_paused(
    workflow: Workflow, sign_in: Callable[[str], Browser]
) -> None:
    dated = begun(workflow)
    officer = sign_in(OFFICER)
    form = officer.get(f"/cases/{dated.case_id}/suspend")
    dated.complete("decide_it")

    refused = officer.press_wrongly(form, PAUSE, **SAID)

    assert "Somebody else changed this case since you opened this page" in refused.words
    again = officer.press(refused, PAUSE)
    assert "The case is paused" in again.words


@pytest.mark.parametrize(("name", "status"), [(MOTHER, 403), (HEAD, 404)])
def test_nobody_but_officers_comes_to_the_forms(
    workflow: Workflow, sign_in: Callable[[str], Browser], name: str, status: int
) -> None:
    dated = begun(workflow)

    for verb in ("suspend", "resume"):
        sign_in(name).get(f"/cases/{dated.case_id}/{verb}", status=status)
    assert "Pause this case" not in sign_in(MOTHER).get(f"/cases/{dated.case_id}").words
