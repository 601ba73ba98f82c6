"""Decision tables and periods as they are published."""

from dataclasses import replace
from datetime import date

from pathways.dmn import read_decision
from pathways.model.decision_table import Aggregator, HitPolicy
from pathways.model.pathway import Pathway, Period, PeriodBound, PeriodUnit
from pathways.words import words
from tests.pathways.dmn.models import decision, file, model, needs, table, text
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


def _with(*parts: str, root: str, name: str = "who_decides") -> tuple[Table, ...]:
    """Return the tables of a pathway with one decision, which requires others of its file."""
    pathway = shipped()
    read = read_decision(file(*parts, root), file=f"decisions/{name}.dmn", for_cases=True)
    return _tables(replace(pathway, decisions={name: read}))


def test_what_a_decision_requires_stands_before_it_and_says_what_it_is_a_part_of() -> None:
    cost = decision("Weekly Cost", text("ask.hours * 2"))
    share = model("Share", {"n": ""}, table(["n"], ["s"], [["< 5", "1"]], why=["So little."]))
    root = decision(
        "Which band?",
        table(["Weekly Cost"], ["band"], [["-", "Share(1)"]], why=["It is {Weekly Cost}."]),
        needing=needs(decisions=["Weekly Cost"], models=["Share"]),
        id_="who_decides",
    )

    cost_told, share_told, band = _with(cost, share, root=root)

    assert (cost_told.question, share_told.question, band.question) == (
        "Weekly Cost", "Share", "Which band?",
    )  # fmt: skip
    assert cost_told.policy.startswith("It is worked out in one way for everybody.")
    assert cost_told.policy.endswith("It is a part of “Which band?”.")
    assert [cell.text for cell in cost_told.rows[0].cells] == ["The answer", "ask.hours * 2"]
    assert share_told.policy.endswith("It is a part of “Which band?”.")
    assert share_told.rows[0].because == "So little."
    assert len({one.anchor for one in (cost_told, share_told, band)}) == 3
    assert [step.text for step in band.steps] != []


def test_a_decision_that_is_no_table_is_told_entry_by_entry_with_its_reason() -> None:
    entry = f'<contextEntry><variable name="hours"/>{text("ask.hours")}</contextEntry>'
    last = f"<contextEntry>{text('hours * 2')}</contextEntry>"
    root = decision(
        "How much?", f"<context>{entry}{last}</context>", id_="who_decides", why="Twice as much."
    )

    (told,) = _with(root=root)

    assert [[cell.text for cell in row.cells] for row in told.rows] == [
        ["hours", "ask.hours"], ["The answer", "hours * 2"],
    ]  # fmt: skip
    assert [row.because for row in told.rows] == ["", "Twice as much."]


def test_an_order_that_counts_is_told() -> None:
    def policy(named: str, *outputs: str) -> str:
        answers = ['"yes"'] * len(outputs)
        logic = table(["1"], outputs, [["-", *answers]], policy=named, why=["So."])
        return _with(root=decision("D", logic, id_="who_decides"))[0].policy

    column = 'a | string | "yes", "in_part"'
    assert policy("PRIORITY", column).endswith("stands first here counts: yes, in part.")
    assert policy("OUTPUT ORDER", column).endswith("put in this order: yes, in part.")
    assert policy("RULE ORDER", column) == "Every row that fits counts, in this order."
    assert "for “b”, yes, in part." in policy("PRIORITY", column, column.replace("a |", "b |"))


def test_a_default_is_the_last_row_and_says_why() -> None:
    logic = table(["1"], ['a | string | | "no"'], [["-", '"yes"']], why=["So."])
    default = "<defaultOutputEntry><description>Nothing else fits.</description>"
    root = decision("D", logic.replace("<defaultOutputEntry>", default), id_="who_decides")

    (told,) = _with(root=root)

    assert [cell.text for cell in told.rows[-1].cells] == ["Anything else", "No"]
    assert told.rows[-1].because == "Nothing else fits."


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
