"""Decisions that require input data, other decisions and knowledge models."""

from decimal import Decimal

import pytest

from pathways.dmn import NoRuleMatched, WrongType, decide, read_decision
from pathways.feel import Refused
from tests.pathways.dmn.models import (
    asked,
    data,
    decision,
    file,
    item,
    kinds,
    model,
    needs,
    table,
    text,
)
from tests.pathways.dmn.tables import NOW

HOURS = data("Hours Asked", "number")
RATE = data("hourly-rate", "number")
COST = decision(
    "Weekly Cost",
    text("Hours Asked * hourly-rate"),
    kind="number",
    needing=needs(data=["Hours Asked", "hourly-rate"]),
)
BAND = decision(
    "Band",
    table(
        ["Weekly Cost | number"],
        ["Band | string"],
        [["< 100", '"low"'], ["[100..500)", '"middle"'], [">= 500", '"high"']],
    ),
    kind="string",
    needing=needs(decisions=["Weekly Cost"]),
)
GIVEN = {"Hours Asked": Decimal(10), "hourly-rate": Decimal("14.50")}


def test_names_may_have_spaces_and_signs_in_them() -> None:
    assert asked(file(HOURS, RATE, COST), "Weekly Cost", GIVEN).answer == Decimal("145.00")


def test_a_required_decision_is_asked_first_and_kept_with_its_reasons() -> None:
    outcome = asked(file(HOURS, RATE, COST, BAND), "Band", GIVEN)

    assert outcome.answer == "middle"
    assert outcome.inputs == {"Weekly Cost": Decimal(145)}
    assert outcome.rules == ("rule_2",)
    (before,) = outcome.before
    assert (before.name, before.answer) == ("Weekly Cost", Decimal(145))
    assert before.inputs == {"Hours Asked": Decimal(10), "hourly-rate": Decimal("14.50")}


def test_the_order_in_the_file_does_not_matter() -> None:
    assert asked(file(BAND, COST, RATE, HOURS), "Band", GIVEN).answer == "middle"


def test_a_decision_that_several_require_is_asked_once() -> None:
    one = decision("One", text("Weekly Cost + 1"), needing=needs(decisions=["Weekly Cost"]))
    two = decision("Two", text("Weekly Cost + 2"), needing=needs(decisions=["Weekly Cost"]))
    both = decision("Both", text("One + Two"), needing=needs(decisions=["One", "Two"]))

    outcome = asked(file(HOURS, RATE, COST, one, two, both), "Both", GIVEN)

    assert outcome.answer == Decimal(293)
    assert [each.name for each in outcome.before] == ["Weekly Cost", "One", "Two"]


def test_a_decision_that_is_not_looked_at_is_not_asked() -> None:
    empty = decision("Empty", table(["1"], ["x"], [["2", "3"]]))
    whole = decision("Whole", text("5"), needing=needs(decisions=["Empty"]))

    outcome = asked(file(empty, whole), "Whole", {})

    assert (outcome.answer, outcome.before, outcome.problems) == (Decimal(5), (), ())


def test_what_the_pathway_itself_is_asked_is_known_beside_what_is_required() -> None:
    mixed = decision(
        "Mixed", text("Weekly Cost * ask.weeks"), needing=needs(decisions=["Weekly Cost"])
    )

    outcome = asked(file(HOURS, RATE, COST, mixed), "Mixed", {**GIVEN, "ask": {"weeks": 2}})

    assert outcome.answer == Decimal(290)


def test_several_outputs_are_entries_for_those_who_require_them() -> None:
    offer = decision(
        "Offer",
        table(["Hours Asked"], ["Hours Given", "why"], [["-", "Hours Asked - 2", '"enough"']]),
        needing=needs(data=["Hours Asked"]),
    )
    said = decision("Said", text("Offer.Hours Given"), needing=needs(decisions=["Offer"]))

    outcome = asked(file(HOURS, offer, said), "Said", GIVEN)

    assert outcome.answer == Decimal(8)
    assert outcome.before[0].answer == {"Hours Given": Decimal(8), "why": "enough"}


def test_a_list_of_contexts_gives_the_entries_of_all() -> None:
    lines = decision(
        "Lines",
        table(
            ["1"], ["what", "cost"], [["-", '"bike"', "3"], ["-", '"ramp"', "4"]], policy="COLLECT"
        ),
    )
    total = decision("Total", text("sum(Lines.cost)"), needing=needs(decisions=["Lines"]))

    outcome = asked(file(lines, total), "Total", {})

    assert outcome.answer == Decimal(7)
    assert outcome.before[0].outputs == {"what": ("bike", "ramp"), "cost": (Decimal(3), Decimal(4))}


PAY = model(
    "Weekly Pay",
    {"hours": "number", "rate per hour": "number"},
    text("hours * rate per hour"),
    kind="number",
)


@pytest.mark.parametrize(
    "call",
    [
        "Weekly Pay(10, 3)",
        "Weekly Pay(hours: 10, rate per hour: 3)",
        "Weekly Pay(rate per hour: 3, hours: 10)",
    ],
)
def test_a_knowledge_model_is_called_by_place_and_by_name(call: str) -> None:
    pay = decision("Pay", text(call), needing=needs(models=["Weekly Pay"]))

    assert asked(file(PAY, pay), "Pay", {}).answer == Decimal(30)


def test_a_knowledge_model_is_called_from_boxes() -> None:
    bound = "".join(
        f'<binding><parameter name="{name}"/>{text(said)}</binding>'
        for name, said in (("rate per hour", "hourly-rate"), ("hours", "Hours Asked"))
    )
    call = f"<invocation>{text('Weekly Pay')}{bound}</invocation>"
    needing = needs(data=["Hours Asked", "hourly-rate"], models=["Weekly Pay"])

    outcome = asked(file(HOURS, RATE, PAY, decision("Pay", call, needing=needing)), "Pay", GIVEN)

    assert outcome.answer == Decimal(145)


def test_a_table_in_a_knowledge_model_is_kept_with_the_rules_that_fired() -> None:
    band = model(
        "Band of",
        {"cost": "number"},
        table(["cost"], ["band"], [["< 100", '"low"'], [">= 100", '"high"']]),
    )
    both = decision("Both", text("[Band of(1), Band of(100)]"), needing=needs(models=["Band of"]))

    outcome = asked(file(band, both), "Both", {})

    assert outcome.answer == ("low", "high")
    assert [(each.name, each.rules) for each in outcome.before] == [
        ("Band of", ("rule_1",)),
        ("Band of", ("rule_2",)),
    ]


def test_knowledge_models_call_one_another() -> None:
    double = model("double", {"n": "number"}, text("2 * n"))
    four = model(
        "four times", {"n": "number"}, text("double(double(n))"), needing=needs(models=["double"])
    )
    asks = decision("Asks", text("four times(3)"), needing=needs(models=["four times"]))

    assert asked(file(double, four, asks), "Asks", {}).answer == Decimal(12)


def test_a_knowledge_model_sees_its_parameters_and_what_it_requires_alone() -> None:
    peeks = model("peeks", {}, text("secret"))
    entry = f'<contextEntry><variable name="secret"/>{text("5")}</contextEntry>'
    boxes = f"<context>{entry}<contextEntry>{text('peeks()')}</contextEntry></context>"
    asks = decision("Asks", boxes, needing=needs(models=["peeks"]))

    assert asked(file(peeks, asks), "Asks", {}).answer is None


def test_an_argument_of_the_wrong_type_gives_null_and_a_problem() -> None:
    pay = decision("Pay", text('Weekly Pay("ten", 3)'), needing=needs(models=["Weekly Pay"]))

    outcome = asked(file(PAY, pay), "Pay", {})

    assert outcome.answer is None
    assert kinds(outcome) == ["wrong_type"]


def test_a_knowledge_model_that_calls_itself_is_answered_as_deep_as_the_budget_allows() -> None:
    down = model("down", {"n": "number"}, text("if n <= 0 then 0 else 1 + down(n - 1)"))
    shallow = decision("Shallow", text("down(5)"), needing=needs(models=["down"]))
    deep = decision("Deep", text("down(100000)"), needing=needs(models=["down"]))

    assert asked(file(down, shallow), "Shallow", {}).answer == Decimal(5)
    with pytest.raises(Refused, match="“Deep”"):
        asked(file(down, deep), "Deep", {})


def test_knowledge_models_that_multiply_their_work_are_stopped() -> None:
    parts = [model("m0", {"n": "number"}, text("sum(for i in 1..50 return n + i)"))]
    parts += [
        model(
            f"m{level}",
            {"n": "number"},
            text(f"sum(for i in 1..50 return m{level - 1}(i))"),
            needing=needs(models=[f"m{level - 1}"]),
        )
        for level in range(1, 6)
    ]
    asks = decision("Asks", text("m5(1)"), needing=needs(models=["m5"]))

    with pytest.raises(Refused, match="“Asks”"):
        asked(file(*parts, asks), "Asks", {})


def test_the_strict_face_raises_where_a_required_decision_has_no_rule() -> None:
    xml = file(HOURS, RATE, COST, BAND.replace("&gt;= 500", "&gt;= 5000"))
    band = read_decision(xml, file="a.dmn", decision="Band")
    given = {"Hours Asked": Decimal(100), "hourly-rate": Decimal(14)}

    with pytest.raises(NoRuleMatched, match="“Band”: no rule fits “Weekly Cost” 1400"):
        decide(band, given, now=NOW)
    assert asked(xml, "Band", given).answer is None
    assert kinds(asked(xml, "Band", given)) == ["no_rule_fits"]


def test_the_strict_face_raises_where_a_missing_answer_is_not_among_the_values_of_its_type() -> (
    None
):
    colour = item("tColour", "string", allowed='"red"')
    logic = table(["ask.colour | tColour"], ["a"], [["-", "1"]])
    xml = file(colour, decision("D", logic))

    with pytest.raises(NoRuleMatched, match="takes only"):
        decide(read_decision(xml, file="a.dmn", decision="D"), {}, now=NOW)
    assert asked(xml, "D", {}).answer == Decimal(1)
    assert kinds(asked(xml, "D", {})) == ["input_not_allowed"]


def test_the_strict_face_raises_where_a_value_is_not_of_its_type() -> None:
    band = read_decision(file(HOURS, RATE, COST, BAND), file="a.dmn", decision="Band")

    with pytest.raises(WrongType, match="“Hours Asked” is “many”"):
        decide(band, {"Hours Asked": "many", "hourly-rate": 1}, now=NOW)


def test_as_many_decisions_as_are_read_in_a_row_are_answered() -> None:
    row = [decision("d0", text("1"))]
    row += [
        decision(f"d{at}", text(f"d{at - 1} + 1"), needing=needs(decisions=[f"d{at - 1}"]))
        for at in range(1, 40)
    ]

    assert asked(file(*row), "d39", {}).answer == Decimal(40)


def test_thousands_of_decisions_that_lean_on_one_another_crosswise_are_asked_once_each() -> None:
    levels = [[decision(f"d0_{at}", text("1")) for at in range(12)]]
    for level in range(1, 10):
        names = [f"d{level - 1}_{at}" for at in range(12)]
        row = [
            decision(f"d{level}_{at}", text(" + ".join(names)), needing=needs(decisions=names))
            for at in range(12)
        ]
        levels.append(row)
    xml = file(*(each for level in levels for each in level))

    outcome = asked(xml, "d9_0", {})

    assert outcome.answer == Decimal(12**9)
    assert len(outcome.before) == 9 * 12


def test_a_decision_service_is_asked_and_is_called() -> None:
    service = (
        '<decisionService id="_s" name="Banding">'
        '<variable name="Banding"/><outputDecision href="#_Band"/>'
        '<encapsulatedDecision href="#_Weekly_Cost"/>'
        '<inputData href="#_Hours_Asked"/><inputData href="#_hourly_rate"/></decisionService>'
    )
    calls = decision(
        "Calls",
        text("Banding(1, 2)"),
        needing='<knowledgeRequirement><requiredKnowledge href="#_s"/></knowledgeRequirement>',
    )
    xml = file(HOURS, RATE, COST, BAND, service, calls)

    assert asked(xml, "Banding", GIVEN).answer == "middle"
    assert asked(xml, "Calls", {}).answer == "low"


def test_a_decision_service_takes_decisions_as_given() -> None:
    service = (
        '<decisionService id="_s" name="Banding"><outputDecision href="#_Band"/>'
        '<inputDecision href="#_Weekly_Cost"/></decisionService>'
    )

    assert asked(
        file(HOURS, RATE, COST, BAND, service), "Banding", {"Weekly Cost": 700}
    ).answer == ("high")


def test_input_data_of_a_defined_type_has_entries_of_their_own_types() -> None:
    family = item("tFamily", components={"Family Name": "string", "Youngest Born": "date"})
    when = decision(
        "When",
        text('if Family.Youngest Born > date("2014-01-01") then Family.Family Name else "old"'),
        needing=needs(data=["Family"]),
    )
    given = {"Family": {"Family Name": "Made-Up", "Youngest Born": "2015-06-07"}}

    assert asked(file(family, data("Family", "tFamily"), when), "When", given).answer == "Made-Up"
