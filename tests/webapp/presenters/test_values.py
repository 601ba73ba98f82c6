"""Answers as people read them."""

from datetime import UTC, date, datetime
from decimal import Decimal

from tests.webapp.form import form
from webapp.presenters import values

FORM = form()


def test_money_has_its_sign_its_commas_and_its_pence() -> None:
    assert values.pounds(Decimal("1349.5")) == "£1,349.50"
    assert values.pounds(Decimal(-5)) == "\N{MINUS SIGN}£5.00"


def test_an_answer_is_said_in_the_words_of_its_question() -> None:
    assert values.said("school", FORM.question("place")) == "At school"
    assert values.said(["monday", "friday"], FORM.question("days")) == "Monday<br>Friday"
    assert values.said(Decimal("349.99"), FORM.question("price")) == "£349.99"
    assert values.said("2027-03-03", FORM.question("from_when")) == "3 March 2027"
    assert values.said(True, FORM.question("tried")) == "Yes"


def test_what_does_not_fit_its_question_is_shown_as_it_is() -> None:
    assert values.said("a lot", FORM.question("price")) == "a lot"
    assert values.said("2027-31-31", FORM.question("from_when")) == "2027-31-31"
    assert values.said("elsewhere", FORM.question("place")) == "elsewhere"


def test_values_of_the_record_are_said_without_a_question() -> None:
    assert values.said(date(2027, 3, 3)) == "3 March 2027"
    assert values.said(datetime(2027, 3, 3, 9, tzinfo=UTC)) == "Wednesday 3 March 2027 at 9:00am"
    assert values.said(Decimal("1E+3")) == "1000"
    assert values.said(False) == "No"


def test_what_was_left_open_says_so() -> None:
    assert values.said(None) == values.said("") == values.said(()) == "Not answered"


def test_what_people_write_is_never_markup_and_keeps_its_lines() -> None:
    assert values.said("<b>one</b>\ntwo") == "&lt;b&gt;one&lt;/b&gt;<br>two"
