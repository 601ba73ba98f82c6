"""Dates that the law sets: on the pages of staff and family, on worklists, and excused."""

from collections.abc import Callable

import pytest

from tests.webapp.client import Browser, Page
from tests.webapp.dated import Dated, begun
from tests.webapp.reading import section
from tests.webapp.story import FINANCE, HEAD, MANAGER, MOTHER, OFFICER
from tests.workflow.plan_in_time import AWAY, KEY, without_the_wait
from workflow.bootstrap import Workflow

SEND = "Rely on it and write to the family"
SAID = {
    "exception": AWAY.exception,
    "evidence": AWAY.evidence,
    "why": AWAY.why,
    "told": AWAY.told,
}


@pytest.fixture
def dated(workflow: Workflow) -> Dated:
    return begun(workflow)


@pytest.fixture
def staff(dated: Dated, sign_in: Callable[[str], Browser]) -> Callable[[], str]:
    """Return what the officer reads of the dates of the case."""
    return lambda: section(sign_in(OFFICER).get(f"/cases/{dated.case_id}"), "Dates set by law")


@pytest.fixture
def family(dated: Dated, sign_in: Callable[[str], Browser]) -> Callable[[], str]:
    """Return what the mother reads of the dates of the case."""
    heading = "Dates that the law sets"
    return lambda: section(sign_in(MOTHER).get(f"/cases/{dated.case_id}"), heading)


def _form(browser: Browser, dated: Dated) -> Page:
    return browser.get(f"/clocks/{dated.clock().id}/exception")


def test_staff_read_what_when_by_which_law_and_how_it_stands(staff: Callable[[], str]) -> None:
    said = staff()

    assert "Decide whether to assess SEND Regulations, regulation 5(3)" in said
    assert "11 January 2027 22 February 2027 42 days left" in said
    assert "31 May 2027 140 days left" in said
    assert said.count("Rely on an exception") == 1


def test_a_family_reads_in_plain_words_by_when_what_must_be_done(
    family: Callable[[], str],
) -> None:
    said = family()

    assert "The council must tell you by 22 February 2027 whether it will assess." in said
    assert "The council must send you the final plan by 31 May 2027." in said
    assert "This date is set by law: SEND Regulations, regulation 13(2)." in said
    assert "Rely" not in said


def test_a_date_that_was_missed_is_told_to_both_with_the_days_over(
    dated: Dated, staff: Callable[[], str], family: Callable[[], str]
) -> None:
    dated.let_days_pass(45)

    assert "22 February 2027 3 days over" in staff()
    assert "The council has not done this in time. It is 3 days late so far." in family()
    dated.complete("decide_instead")
    dated.let_days_pass(30)
    assert "Done on 25 February 2027, 3 days over" in staff()
    assert "The council did this on 25 February 2027, 3 days late." in family()


def test_a_date_that_was_kept_says_so(
    dated: Dated, staff: Callable[[], str], family: Callable[[], str]
) -> None:
    dated.complete("decide_it")

    assert "Done in time on 11 January 2027" in staff()
    assert "This was done on 11 January 2027, in time." in family()


def test_a_family_reads_how_long_it_has_and_that_nobody_goes_on_before(
    dated: Dated, staff: Callable[[], str], family: Callable[[], str]
) -> None:
    dated.complete("decide_it")

    assert "You have until 25 January 2027, or longer, to say what you think" in family()
    assert "The council must not go on before 26 January 2027." in family()
    assert "Not before 26 January 2027" in staff()


def test_a_worklist_tells_of_dates_that_end_soon_and_marks_their_tasks(
    dated: Dated, sign_in: Callable[[str], Browser]
) -> None:
    quiet = sign_in(OFFICER).get("/worklist")
    dated.let_days_pass(30)

    lists = {name: sign_in(name).get("/worklist") for name in (OFFICER, MANAGER, MOTHER, HEAD)}

    assert "Dates set by law" not in quiet.words
    reference = dated.file().case.reference
    told = section(lists[OFFICER], "Dates set by law")
    assert f"Decide whether to assess: Ama (fictional), {reference} 12 days left" in told
    assert "Date set by law: 12 days left" in lists[OFFICER].words
    assert "Dates set by law" in lists[MANAGER].words
    assert "law" not in lists[MOTHER].words
    assert "law" not in lists[HEAD].words


def test_an_officer_relies_on_an_exception_and_both_read_it_beside_the_same_date(
    dated: Dated,
    sign_in: Callable[[str], Browser],
    staff: Callable[[], str],
    family: Callable[[], str],
) -> None:
    officer = sign_in(OFFICER)
    page = _form(officer, dated)

    after = officer.press(page, SEND, **SAID)

    assert after.path == f"/cases/{dated.case_id}"
    assert "The date that the law set has not changed." in after.words
    for said in (staff(), family()):
        assert "31 May 2027" in said
        assert AWAY.evidence in said
        assert AWAY.why in said
        assert "Case officer North (fictional), on 11 January 2027" in said
    assert "You or your child were away from the area for 4 weeks or more." in family()
    letters = section(sign_in(MOTHER).get(f"/cases/{dated.case_id}"), "Letters")
    assert "About a date that the law set" in letters
    history = officer.get(f"/cases/{dated.case_id}").words
    assert "An exception of the law was relied on for “Issue the final plan”" in history


def test_the_form_says_what_the_law_knows_and_what_an_exception_does_not_do(
    dated: Dated, sign_in: Callable[[str], Browser]
) -> None:
    page = _form(sign_in(MANAGER), dated)

    assert page.h1 == "Rely on an exception: issue the final plan"
    assert "at most 20 weeks from the request" in page.words
    assert "the last day is Monday 31 May 2027" in page.words
    assert "It does not stop the clock" in page.words
    assert "SEND Regulations, regulation 13(3)(d)." in page.words


def test_what_is_missing_is_asked_for_and_what_was_written_stays(
    dated: Dated, sign_in: Callable[[str], Browser]
) -> None:
    officer = sign_in(OFFICER)

    refused = officer.press_wrongly(_form(officer, dated), SEND, evidence=AWAY.evidence, why="No")

    assert refused.problems == [
        "Choose the exception that you rely on.",
        "Write why it was impractical to keep the date, in at least 10 characters.",
        "Write what you tell the family, in at least 10 characters.",
    ]
    assert refused.form(SEND).fields["evidence"] == [AWAY.evidence]
    assert dated.clock().relied_on == ()


def test_the_same_form_sent_twice_counts_once(
    dated: Dated, sign_in: Callable[[str], Browser]
) -> None:
    officer = sign_in(OFFICER)
    form = _form(officer, dated).form(SEND)

    for _ in range(2):
        officer.post(form.action, form.filled_with(SAID))

    assert len(dated.clock().relied_on) == 1


@pytest.mark.parametrize(("name", "status"), [(MOTHER, 403), (HEAD, 404), (FINANCE, 404)])
def test_nobody_but_officers_and_managers_comes_to_the_form(
    dated: Dated, sign_in: Callable[[str], Browser], name: str, status: int
) -> None:
    sign_in(name).get(f"/clocks/{dated.clock().id}/exception", status=status)


def test_a_date_without_exceptions_has_no_form(
    dated: Dated, sign_in: Callable[[str], Browser]
) -> None:
    clock_id = dated.clock("DECIDE_TO_ASSESS").id

    page = sign_in(OFFICER).get(f"/clocks/{clock_id}/exception", status=409)

    assert "no exception can be relied on for it" in page.words


def test_a_task_says_from_when_on_it_can_be_sent(
    workflow: Workflow, sign_in: Callable[[str], Browser]
) -> None:
    dated = begun(workflow, without_the_wait())
    dated.complete("decide_it", "answer_the_draft")
    dated.let_days_pass(3)
    (task,) = dated.file().open_tasks
    officer = sign_in(OFFICER)

    page = officer.get(f"/tasks/{task.id}")
    checked = officer.press(page, "Continue", agreed="All of it")
    form = checked.form("Send")
    refused = officer.post(form.action, form.fields, status=409)

    assert "You can send this from 26 January 2027 on, not before." in page.words
    assert isinstance(refused, Page)
    assert "until the end of 25 January 2027" in refused.words


def test_everybody_can_read_which_periods_the_law_sets_on_a_pathway(
    dated: Dated, browser: Browser
) -> None:
    assert dated.case_id

    said = section(browser.get(f"/local-offer/{KEY}"), "Times that the law sets")

    assert "Issue the final plan. At most 20 weeks from the request." in said
    assert "SEND Regulations, regulation 13(2)." in said
    assert "It begins with Ask for a plan." in said
    assert "When time is up: The plan is due." in said
