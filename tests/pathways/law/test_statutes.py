"""What the house knows of the law is well-formed, dated and said in words."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from pathways.checks.lengths import days_in
from pathways.law import EXCEPTIONS, STATUTES, statute
from pathways.model.law import Statute
from pathways.model.pathway import PeriodBound
from tools.law import PAGE, page

EACH = [each for dated in STATUTES.values() for each in dated]


def named(law: Statute) -> str:
    return f"{law.code} from {law.in_force_on}"


@pytest.mark.parametrize("law", EACH, ids=named)
def test_each_period_of_the_law_has_a_length_a_bound_words_and_a_source(law: Statute) -> None:
    assert days_in(law.duration, law.unit) > 0
    assert law.bound is not PeriodBound.LOCAL
    assert law.words
    assert law.title
    assert re.search("regulation|section", law.source)


@pytest.mark.parametrize("law", EACH, ids=named)
def test_a_family_reads_of_it_in_one_sentence_with_its_date(law: Statute) -> None:
    assert law.family.count("{date}") == 1
    assert law.family.endswith(".")
    assert {"{", "}"} & set(law.family.replace("{date}", "")) == set()


@pytest.mark.parametrize("law", EACH, ids=named)
def test_each_exception_of_a_period_is_one_that_is_known_with_its_paragraph(law: Statute) -> None:
    assert law.exceptions.keys() <= EXCEPTIONS.keys()
    for name, source in law.exceptions.items():
        assert source.endswith(EXCEPTIONS[name].paragraph)
        assert "regulation" in source


def test_the_final_plan_and_the_refusal_of_a_plan_know_the_same_four_exceptions() -> None:
    (final,), (no_plan,) = STATUTES["FINAL_PLAN"], STATUTES["NO_PLAN"]

    assert list(final.exceptions.values()) == [
        f"SEND Regulations, regulation 13(3)({letter})" for letter in "abcd"
    ]
    assert list(no_plan.exceptions.values()) == [
        f"SEND Regulations, regulation 10(4)({letter})" for letter in "abcd"
    ]


@pytest.mark.parametrize("code", STATUTES)
def test_on_no_day_two_laws_set_the_same_period(code: str) -> None:
    for earlier, later in pairwise(STATUTES[code]):
        assert earlier.until is not None
        assert earlier.until < later.in_force_on


def test_the_law_of_a_day_is_the_one_in_force_then() -> None:
    first_day = date(2014, 9, 1)

    assert statute("FINAL_PLAN", first_day - timedelta(days=1)) is None
    assert statute("FINAL_PLAN", first_day) is STATUTES["FINAL_PLAN"][0]
    assert statute("LUNCH", first_day) is None


def test_a_law_that_has_ended_does_not_hold_any_more() -> None:
    ended = replace(EACH[0], until=date(2030, 8, 31))

    assert ended.holds_on(date(2030, 8, 31))
    assert not ended.holds_on(date(2030, 9, 1))


def test_the_page_of_the_law_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `python -m tools.law`"
