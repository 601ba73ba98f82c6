from datetime import date
from decimal import Decimal
from typing import NoReturn

import pytest

from pathways.dmn import NoRuleMatched, RulesOverlap, decide
from pathways.feel import Refused
from tests.pathways.dmn.tables import NOW, Row, dmn, read, the_table

PARENT: Row = (["< 16"], ['"parent"'], "A parent decides.")
YOUNG: Row = ([">= 16"], ['"young_person"'], "They decide themselves.")
ANYBODY: Row = (["-"], ['"anybody"'], "Anybody may.")


def age(value: object) -> dict[str, object]:
    return {"who": {"age": value}}


def test_the_outcome_has_the_answer_the_inputs_the_rule_and_the_reason() -> None:
    outcome = decide(read(dmn([PARENT, YOUNG])), age(17), now=NOW)

    assert outcome.decision == "t"
    assert outcome.outputs == {"route": "young_person"}
    assert outcome.inputs == {"In 1": Decimal(17)}
    assert outcome.rules == ("r2",)
    assert outcome.because == ("They decide themselves.",)


def test_unique_refuses_two_rules_that_fit_and_says_which() -> None:
    decision = read(dmn([PARENT, YOUNG, ANYBODY]))

    with pytest.raises(RulesOverlap) as refused:
        decide(decision, age(12), now=NOW)

    assert [rule.number for rule in refused.value.rules] == [1, 3]
    assert "“Who decides?”: rules 1 and 3 fit at the same time" in str(refused.value)


def test_unique_refuses_two_rules_that_fit_even_where_they_agree() -> None:
    with pytest.raises(RulesOverlap):
        decide(read(dmn([PARENT, PARENT])), age(12), now=NOW)


def test_first_takes_the_first_rule_that_fits() -> None:
    decision = read(dmn([PARENT, ANYBODY], policy='hitPolicy="FIRST"'))

    assert decide(decision, age(12), now=NOW).rules == ("r1",)
    assert decide(decision, age(20), now=NOW).rules == ("r2",)


def test_any_takes_rules_that_agree_and_names_them_all() -> None:
    again: Row = (["< 18"], ['"parent"'], "Not of age.")
    outcome = decide(read(dmn([PARENT, again], policy='hitPolicy="ANY"')), age(12), now=NOW)

    assert outcome.outputs == {"route": "parent"}
    assert outcome.rules == ("r1", "r2")
    assert outcome.because == ("A parent decides.", "Not of age.")


def test_any_refuses_rules_that_disagree() -> None:
    with pytest.raises(RulesOverlap, match="say the same"):
        decide(read(dmn([PARENT, ANYBODY], policy='hitPolicy="ANY"')), age(12), now=NOW)


def test_any_does_not_take_true_for_one() -> None:
    rows: list[Row] = [(["-"], ["true"], "Why."), (["-"], ["1"], "Why.")]

    with pytest.raises(RulesOverlap):
        decide(read(dmn(rows, policy='hitPolicy="ANY"')), age(12), now=NOW)


def test_any_takes_numbers_of_one_value_for_the_same() -> None:
    rows: list[Row] = [(["-"], ["[1.0, {a: 2}]"], "Why."), (["-"], ["[1, {a: 2.00}]"], "Why.")]

    assert decide(read(dmn(rows, policy='hitPolicy="ANY"')), age(1), now=NOW).rules == ("r1", "r2")


@pytest.mark.parametrize("policy", ["UNIQUE", "FIRST", "ANY"])
def test_no_rule_that_fits_is_refused_with_what_was_looked_at(policy: str) -> None:
    decision = read(
        dmn(
            [(["< 5", "true"], ["1"], "Why.")],
            inputs=["who.age", "who.asks"],
            policy=f'hitPolicy="{policy}"',
        )
    )

    with pytest.raises(NoRuleMatched) as refused:
        decide(decision, {"who": {"age": 12}}, now=NOW)

    assert refused.value.inputs == {"In 1": Decimal(12), "In 2": None}
    assert "“Who decides?”: no rule fits “In 1” 12 and “In 2” not answered." in str(refused.value)


def test_collect_lists_every_output_of_the_rules_that_fit_in_their_order() -> None:
    rows: list[Row] = [
        (["< 16"], ['"a"', "1"], "One."),
        (["> 16"], ['"b"', "2"], "Two."),
        (["-"], ['"c"', "3"], "Three."),
    ]
    decision = read(dmn(rows, outputs=["who", "n"], policy='hitPolicy="COLLECT"'))

    outcome = decide(decision, age(12), now=NOW)

    assert outcome.outputs == {"who": ("a", "c"), "n": (Decimal(1), Decimal(3))}
    assert outcome.rules == ("r1", "r3")
    assert outcome.because == ("One.", "Three.")


def test_collect_of_nothing_is_an_empty_list() -> None:
    outcome = decide(read(dmn([PARENT], policy='hitPolicy="COLLECT"')), age(20), now=NOW)

    assert outcome.outputs == {"route": ()}
    assert (outcome.rules, outcome.because) == ((), ())


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        ("SUM", Decimal("0.6")),
        ("MIN", Decimal("0.1")),
        ("MAX", Decimal("0.3")),
        ("COUNT", Decimal(3)),
    ],
)
def test_aggregates_are_exact(aggregation: str, expected: Decimal) -> None:
    rows: list[Row] = [(["-"], [text], "Why.") for text in ("0.1", "0.2", "0.3")]
    policy = f'hitPolicy="COLLECT" aggregation="{aggregation}"'

    outcome = decide(read(dmn(rows, policy=policy)), age(1), now=NOW)

    assert outcome.outputs == {"route": expected}


@pytest.mark.parametrize(
    ("aggregation", "expected"), [("SUM", None), ("MIN", None), ("MAX", None), ("COUNT", Decimal())]
)
def test_aggregates_of_nothing(aggregation: str, expected: Decimal | None) -> None:
    policy = f'hitPolicy="COLLECT" aggregation="{aggregation}"'

    outcome = decide(read(dmn([(["> 99"], ["1"], "Why.")], policy=policy)), age(1), now=NOW)

    assert outcome.outputs == {"route": expected}


def test_the_earliest_of_days_can_be_asked_for() -> None:
    rows: list[Row] = [
        (["-"], [f'date("{text}")'], "Why.") for text in ("2027-03-27", "2026-01-02")
    ]
    decision = read(dmn(rows, policy='hitPolicy="COLLECT" aggregation="MIN"'))

    assert decide(decision, age(1), now=NOW).outputs == {"route": date(2026, 1, 2)}


@pytest.mark.parametrize("aggregation", ["SUM", "MIN", "MAX"])
def test_an_aggregate_over_answers_of_several_kinds_is_null(aggregation: str) -> None:
    rows: list[Row] = [(["-"], ["1"], "Why."), (["-"], ["who.name"], "Why.")]
    decision = read(dmn(rows, policy=f'hitPolicy="COLLECT" aggregation="{aggregation}"'))

    assert decide(decision, {"who": {"name": "x"}}, now=NOW).outputs == {"route": None}


def with_allowed(values: str, row: Row = ANYBODY) -> bytes:
    xml = dmn([row]).decode()
    allowed = f"</inputExpression><inputValues><text>{values}</text></inputValues>"
    return xml.replace("</inputExpression>", allowed).encode()


def test_an_input_outside_its_allowed_values_is_refused_and_named() -> None:
    decision = read(with_allowed('"red","green"'))

    with pytest.raises(NoRuleMatched) as refused:
        decide(decision, age("blue"), now=NOW)

    assert refused.value.refused is the_table(decision).inputs[0]
    assert "“In 1” is “blue”" in str(refused.value)
    assert '"red","green"' in str(refused.value)


def test_a_missing_input_is_refused_unless_null_is_allowed() -> None:
    with pytest.raises(NoRuleMatched, match="not answered"):
        decide(read(with_allowed('"red"')), age(None), now=NOW)

    assert decide(read(with_allowed('"red",null')), age(None), now=NOW).rules == ("r1",)


def test_each_of_several_ticked_boxes_must_be_allowed() -> None:
    decision = read(with_allowed('"red","green"'))

    assert decide(decision, age(("red", "green")), now=NOW).rules == ("r1",)
    with pytest.raises(NoRuleMatched):
        decide(decision, age(("red", "blue")), now=NOW)


def test_a_reason_is_filled_from_the_case_and_from_the_rule_s_own_answers() -> None:
    row: Row = (["-"], ['"parent"'], "At {who.age} the {route} decides; {{this}} stays.")

    outcome = decide(read(dmn([row])), age(12), now=NOW)

    assert outcome.because == ("At 12 the parent decides; {this} stays.",)


def test_each_collected_reason_sees_its_own_rule_s_answers() -> None:
    rows: list[Row] = [(["-"], ["1"], "Because of {route}."), (["-"], ["2"], "And of {route}.")]
    policy = 'hitPolicy="COLLECT" aggregation="SUM"'

    outcome = decide(read(dmn(rows, policy=policy)), age(12), now=NOW)

    assert outcome.because == ("Because of 1.", "And of 2.")


def test_conditions_and_answers_may_look_at_the_case_and_the_clock() -> None:
    row: Row = (["<= case.limit"], ["today() + duration(case.wait)"], "Why.")

    outcome = decide(read(dmn([row])), {**age(3), "case": {"limit": 3, "wait": "P1D"}}, now=NOW)

    assert outcome.outputs == {"route": date(2027, 1, 12)}


def test_an_outcome_cannot_be_changed() -> None:
    outcome = decide(read(dmn([ANYBODY])), age(12), now=NOW)

    with pytest.raises(TypeError):
        outcome.outputs["route"] = "mine"  # type: ignore[index]  # that is the point


def test_a_rule_that_costs_too_much_is_stopped() -> None:
    many = "for a in 1..1000, b in 1..1000 return who.age"

    with pytest.raises(Refused):
        decide(read(dmn([(["-"], [f"count({many})"], "Why.")])), age(1), now=NOW)


def test_long_answers_are_cut_short_in_messages() -> None:
    with pytest.raises(NoRuleMatched) as refused:
        decide(read(dmn([PARENT])), age("x" * 10_000), now=NOW)

    assert len(str(refused.value)) < 400


def test_a_reason_reads_only_what_it_names() -> None:
    read_of_it: list[str] = []

    class Watched(dict[str, object]):
        def __getitem__(self, name: str) -> object:
            read_of_it.append(name)
            return super().__getitem__(name)

        def keys(self) -> NoReturn:
            raise AssertionError

    said: Row = (["-"], ['"any"'], "They are {who.age}, so {route}.")
    scope = Watched(who={"age": 12}, another={"age": 40})

    assert decide(read(dmn([said])), scope, now=NOW).because == ("They are 12, so any.",)
    assert set(read_of_it) == {"who"}
