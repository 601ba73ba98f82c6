"""What the checks know by heart is well-formed, and every word of it can be found."""

import pytest

from pathways.checks.english import hides_a_verb, is_done, may_be_verb, verb_of, words_in
from pathways.checks.jargon import abbreviations, jargon_in
from pathways.checks.lengths import THREE_MONTHS, days_in, days_of
from pathways.model.pathway import PeriodUnit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The provision is STATUTORY.", {"provision": "help", "statutory": "by law"}),
        ("We will reconsider it.", {"reconsider": "look again"}),
        ("In  respect\nof your plan", {"in respect of": "about"}),
        ("Setting up a meeting", {}),
        ("improvisation, statutorily, a non-provision", {}),
        ("provision, provision", {"provision": "help"}),
    ],
)
def test_jargon_is_found_as_whole_words_with_what_to_say_instead(
    text: str, found: dict[str, str]
) -> None:
    assert dict(jargon_in(text)) == found


def test_an_abbreviation_is_either_known_or_says_what_it_stands_for() -> None:
    known, unclear = abbreviations()

    assert known.isdisjoint(unclear)
    assert all(one.means for one in unclear.values())
    assert all(phrase.islower() for one in unclear.values() for phrase in one.explained_by)


@pytest.mark.parametrize("name", ["Decide, with reasons", "request the form", "Résumé the plan"])
def test_names_fall_into_their_words(name: str) -> None:
    assert len(words_in(name)) == 3


@pytest.mark.parametrize(
    ("word", "verb"), [("processing", "process"), ("deciding", "decide"), ("planning", "plan")]
)
def test_the_verb_of_what_goes_on_is_known(word: str, verb: str) -> None:
    assert verb_of(word) == verb


@pytest.mark.parametrize("word", ["decision", "approval", "assessment", "refusals", "bringing-in"])
def test_nouns_that_hide_what_is_done(word: str) -> None:
    assert hides_a_verb(word) == (word not in {"refusals", "bringing-in"})


def test_words_that_say_that_something_is_done() -> None:
    assert all(map(is_done, ["received", "sent", "overdue"]))
    assert not any(map(is_done, ["send", "red", "bed"]))
    assert may_be_verb("request")


def test_working_days_are_longer_than_calendar_days_and_months_than_four_weeks() -> None:
    calendar = {text: days_in(text, PeriodUnit.CALENDAR) for text in ("P10D", "P4W", "P1M", "P3M")}

    assert calendar["P10D"] < days_in("P10D", PeriodUnit.WORKING) < calendar["P4W"]
    assert calendar["P4W"] < calendar["P1M"] < calendar["P3M"] <= THREE_MONTHS


def test_the_length_of_a_timer_is_that_of_its_period_its_duration_or_one_turn() -> None:
    assert days_of("P2W", {}) == 14
    assert days_of("R3/P1D", {}) == 1
    assert days_of("PT36H", {}) == 1.5
    assert days_of("SOON", {}) is None
