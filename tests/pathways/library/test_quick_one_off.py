"""The quick one-off: it can be read, its stories come out, and together they leave nothing out."""

from dataclasses import replace

import pytest

from pathways.executable import executable, papers_of
from pathways.model.pathway import Pathway
from pathways.reading import read_pathway
from tests.pathways.library.coverage import combinations, holes, unfired, untravelled
from tests.pathways.library.played import files, names, played
from workflow.rehearsal import Rehearsal

KEY = "quick_one_off"


@pytest.fixture(scope="module")
def pathway() -> Pathway:
    return read_pathway(files(KEY))


@pytest.fixture(scope="module")
def rehearsals() -> list[Rehearsal]:
    return [played(KEY, name) for name in names(KEY)]


def test_the_folder_can_be_read_and_run_without_a_finding(pathway: Pathway) -> None:
    assert pathway.key == KEY
    assert executable(pathway.drawing, papers_of(pathway)).findings == ()


@pytest.mark.parametrize("name", names(KEY))
def test_the_story_comes_out_as_its_author_expected(name: str) -> None:
    assert played(KEY, name).problems == ()


def test_the_stories_together_take_every_sequence_flow(
    pathway: Pathway, rehearsals: list[Rehearsal]
) -> None:
    assert untravelled(pathway, rehearsals) == set()


def test_the_stories_together_fire_every_rule_of_every_table(
    pathway: Pathway, rehearsals: list[Rehearsal]
) -> None:
    assert unfired(pathway, rehearsals) == set()


def test_a_way_that_no_story_takes_would_be_found(
    pathway: Pathway, rehearsals: list[Rehearsal]
) -> None:
    way = "tell_what_the_setting_says_to_choose_another_way"
    others = [one for one in rehearsals if way not in one.travelled]

    assert 0 < len(others) < len(rehearsals)
    assert way in untravelled(pathway, others)


def test_a_rule_that_no_story_fires_would_be_found(
    pathway: Pathway, rehearsals: list[Rehearsal]
) -> None:
    rule = ("whose_consent", "used_at_nursery")
    others = [one for one in rehearsals if rule not in one.fired]

    assert 0 < len(others) < len(rehearsals)
    assert unfired(pathway, others) >= {rule}


@pytest.mark.parametrize("name", ["can_i_ask_now", "line_in_scope", "who_decides", "whose_consent"])
def test_the_table_answers_whatever_the_forms_allow_and_its_rules_never_overlap(
    pathway: Pathway, name: str
) -> None:
    decision = pathway.decisions[name]

    assert sum(1 for _ in combinations(pathway, decision)) > 20
    assert holes(pathway, decision) == []


def test_every_table_is_looked_through(pathway: Pathway) -> None:
    assert set(pathway.decisions) == {
        "can_i_ask_now", "line_in_scope", "who_decides", "whose_consent",
    }  # fmt: skip


def test_a_gap_and_an_overlap_would_be_found(pathway: Pathway) -> None:
    decision = pathway.decisions["who_decides"]
    table = decision.table
    assert table is not None
    twice = replace(table.rules[0], id="again", number=99)
    gap = replace(decision, logic=replace(table, rules=table.rules[1:]))
    overlap = replace(decision, logic=replace(table, rules=(*table.rules, twice)))

    assert "no rule fits" in holes(pathway, gap)[0]
    assert "fit at the same time" in holes(pathway, overlap)[0]
