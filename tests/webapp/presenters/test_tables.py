"""Decision tables and periods as they are published."""

from dataclasses import replace
from datetime import date

from pathways.model.decision_table import Aggregator, HitPolicy
from pathways.model.pathway import Pathway, Period, PeriodBound, PeriodUnit
from pathways.words import words
from tests.webapp.shipped import shipped
from webapp.presenters.labels import Labels
from webapp.presenters.periods import period_groups
from webapp.presenters.tables import Table, tables


def _tables(pathway: Pathway) -> tuple[Table, ...]:
    return tables(Labels(pathway), words(pathway))


def test_tables_come_in_the_order_in_which_the_words_meet_them() -> None:
    assert [table.question for table in _tables(shipped())] == [
        "Who decides?",
        "Can I ask now?",
        "Can it be part of a personal budget?",
        "Who has to agree first?",
    ]


def test_a_table_that_no_step_uses_is_told_last() -> None:
    pathway = shipped()
    spare = replace(pathway.decisions["who_decides"], id="spare", name="A spare table")

    found = _tables(replace(pathway, decisions={"spare": spare, **pathway.decisions}))

    assert found[-1].question == "A spare table"
    assert found[-1].steps == ()


def test_how_the_rows_are_read_is_said_plainly() -> None:
    pathway = shipped()
    decision = pathway.decisions["who_decides"]

    def policy(hit: HitPolicy, aggregator: Aggregator | None = None) -> str:
        assert decision.table is not None
        table = replace(decision.table, hit_policy=hit, aggregator=aggregator)
        changed = replace(decision, logic=table)
        return _tables(replace(pathway, decisions={decision.id: changed}))[0].policy

    assert policy(HitPolicy.UNIQUE) == "Exactly one row fits."
    assert policy(HitPolicy.FIRST).startswith("Read it from the top")
    assert policy(HitPolicy.ANY).endswith("the same answer.")
    assert policy(HitPolicy.COLLECT) == "Every row that fits counts."
    assert policy(HitPolicy.COLLECT, Aggregator.SUM).endswith("is added up.")


def test_what_the_law_sets_stands_before_what_the_council_sets() -> None:
    pathway = shipped()
    law = Period(
        code="LAW",
        duration="P15D",
        unit=PeriodUnit.CALENDAR,
        bound=PeriodBound.AT_LEAST,
        words="15 days",
        source="An Act (made up)",
        in_force_on=date(2026, 1, 2),
    )

    groups = period_groups(
        replace(pathway, periods={**pathway.periods, "LAW": law}), words(pathway)
    )

    assert groups[0].source == "An Act (made up)"
    assert groups[0].terms.endswith("may make it longer, never shorter.")
    assert groups[0].allowances[0].steps == ()


def test_an_event_on_the_edge_of_a_step_with_the_same_period_goes_without_saying() -> None:
    groups = period_groups(shipped(), words(shipped()))

    named = [link.text for group in groups for one in group.allowances for link in one.steps]
    assert "Ask for a one-off" in named
    assert "Nothing sent in time" not in named
    assert "Reminder due" in named
