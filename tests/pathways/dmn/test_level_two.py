"""Whole models such as DMN's compliance level 2 asks for, each with what it must answer."""

from decimal import Decimal

import pytest

from pathways.feel import Value
from tests.pathways.dmn.models import (
    asked,
    data,
    decision,
    file,
    identifier,
    item,
    kinds,
    model,
    needs,
    table,
    text,
)

NAMESPACES = [
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
    "https://www.omg.org/spec/DMN/20240513/MODEL/",
]


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_a_text_is_joined_to_an_input_in_every_version_of_the_standard(namespace: str) -> None:
    greeting = decision(
        "Greeting", text('"Dear " + First Name'), kind="string", needing=needs(data=["First Name"])
    )
    xml = file(data("First Name", "string"), greeting, namespace=namespace)

    assert asked(xml, "Greeting", {"First Name": "Sam"}).answer == "Dear Sam"
    assert asked(xml, "Greeting", {}).answer is None


def test_sums_are_exact() -> None:
    yearly = decision(
        "Yearly Amount",
        text("12 * Monthly Amount"),
        kind="number",
        needing=needs(data=["Monthly Amount"]),
    )
    xml = file(data("Monthly Amount", "number"), yearly)

    assert asked(xml, "Yearly Amount", {"Monthly Amount": Decimal("833.3333")}).answer == Decimal(
        "9999.9996"
    )


ROUTES = item("tRoute", "string", allowed='"Accept","Refer","Decline"')
RISKS = item("tRisk", "string", allowed='"High","Medium","Low"')
AGE_RISK = ["Applicant Age | number", "Known Before | boolean", "Risk | tRisk"]


def route(rows: list[list[str]], policy: str) -> bytes:
    names = ["Applicant Age", "Known Before", "Risk"]
    logic = table(AGE_RISK, ["Route | tRoute"], rows, policy=policy)
    listed = policy.endswith("ORDER") or policy == "COLLECT"
    return file(
        ROUTES,
        RISKS,
        item("tRoutes", "tRoute", many=True),
        data("Applicant Age", "number"),
        data("Known Before", "boolean"),
        data("Risk", "tRisk"),
        decision(
            "Route",
            logic,
            kind="tRoutes" if listed else "tRoute",
            needing=needs(data=names),
        ),
    )


OVERLAPPING = [
    [">= 18", "-", '"Low","Medium"', '"Accept"'],
    ["-", "false", "-", '"Refer"'],
    ["< 18", "true, false", '"High"', '"Decline"'],
    [">= 25", "-", 'not("High")', '"Accept"'],
]


@pytest.mark.parametrize(
    ("policy", "age", "known", "risk", "expected"),
    [
        ("PRIORITY", 30, False, "Low", "Accept"),
        ("PRIORITY", 17, False, "High", "Refer"),
        ("PRIORITY", 17, True, "High", "Decline"),
        ("PRIORITY", 17, True, "Low", None),
        ("FIRST", 30, False, "Low", "Accept"),
        ("FIRST", 17, False, "High", "Refer"),
        ("ANY", 30, True, "Low", "Accept"),
        ("ANY", 30, False, "Low", None),
        ("UNIQUE", 19, True, "Low", "Accept"),
        ("UNIQUE", 30, True, "Low", None),
        ("RULE ORDER", 30, False, "Low", ("Accept", "Refer", "Accept")),
        ("RULE ORDER", 17, False, "High", ("Refer", "Decline")),
        ("RULE ORDER", 17, True, "Low", None),
        ("OUTPUT ORDER", 30, False, "Low", ("Accept", "Accept", "Refer")),
        ("COLLECT", 17, True, "Low", ()),
    ],
)
def test_routes_by_every_hit_policy(
    policy: str, age: int, known: object, risk: str, expected: Value
) -> None:
    given = {"Applicant Age": age, "Known Before": known, "Risk": risk}

    assert asked(route(OVERLAPPING, policy), "Route", given).answer == expected


def test_a_risk_that_the_type_does_not_allow_is_null_and_fits_only_where_anything_does() -> None:
    given = {"Applicant Age": 17, "Known Before": False, "Risk": "Huge"}

    outcome = asked(route(OVERLAPPING, "FIRST"), "Route", given)

    assert (outcome.answer, outcome.rules) == ("Refer", ("rule_2",))
    assert kinds(outcome) == ["wrong_type", "input_not_allowed"]
    assert outcome.inputs["Risk"] is None


def test_a_value_that_the_table_itself_does_not_allow_is_not_decided_about() -> None:
    logic = table(["Risk"], ["Route"], [["-", '"Accept"']])
    listed = "</inputExpression><inputValues><text>1, 2</text></inputValues>"
    xml = file(decision("D", logic.replace("</inputExpression>", listed)))

    assert asked(xml, "D", {"Risk": 1}).answer == "Accept"
    for risk in (3, None):
        assert asked(xml, "D", {"Risk": risk}).answer is None
        assert kinds(asked(xml, "D", {"Risk": risk})) == ["input_not_allowed"]


def test_several_outputs_are_a_context_and_in_lists_a_list_of_contexts() -> None:
    columns = ['Rate | string | "Best","Standard"', 'Status | string | "Yes","No"']
    rows = [["> 10", '"Standard"', '"Yes"'], ["> 5", '"Best"', '"No"'], ["> 20", '"Best"', '"Yes"']]
    given = {"n": 30}

    def answer(policy: str) -> Value:
        logic = table(["n"], columns, rows, policy=policy)
        return asked(
            file(data("n"), decision("D", logic, needing=needs(data=["n"]))), "D", given
        ).answer

    assert answer("PRIORITY") == {"Rate": "Best", "Status": "Yes"}
    assert answer("FIRST") == {"Rate": "Standard", "Status": "Yes"}
    assert answer("OUTPUT ORDER") == (
        {"Rate": "Best", "Status": "Yes"},
        {"Rate": "Best", "Status": "No"},
        {"Rate": "Standard", "Status": "Yes"},
    )


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [("", (Decimal(10), Decimal(20))), ("SUM", 30), ("MIN", 10), ("MAX", 20), ("COUNT", 2)],
)
def test_points_are_collected(aggregation: str, expected: Value) -> None:
    rows = [["> 1", "10"], ["> 2", "20"], ["> 9", "40"]]
    logic = table(
        ["n | number"], ["Points | number"], rows, policy="COLLECT", aggregation=aggregation
    )

    assert asked(file(decision("D", logic)), "D", {"n": 5}).answer == expected


TERNARY = [
    (True, True, True, True),
    (True, False, False, True),
    (False, False, False, False),
    (True, None, None, True),
    (False, None, False, None),
    (None, None, None, None),
    ("x", True, None, True),
    ("x", False, False, None),
]


@pytest.mark.parametrize(("a", "b", "both", "either"), TERNARY)
def test_and_and_or_have_three_values(a: object, b: object, both: Value, either: Value) -> None:
    needing = needs(data=["A", "B"])
    xml = file(
        data("A"),
        data("B"),
        decision("Both", text("A and B"), needing=needing),
        decision("Either", text("A or B"), needing=needing),
        decision("Neither", text("not(A)"), needing=needs(data=["A"])),
    )
    given = {"A": a, "B": b}

    assert asked(xml, "Both", given).answer is both
    assert asked(xml, "Either", given).answer is either
    assert asked(xml, "Neither", given).answer is (not a if isinstance(a, bool) else None)


def instalments() -> bytes:
    """Return a repayment model: knowledge models in one another, contexts, and calls in boxes."""
    loan = item(
        "tLoan",
        components={"Principal": "number", "Yearly Rate": "number", "term-months": "number"},
    )
    payment = model(
        "Instalment",
        {"P": "number", "r": "number", "n": "number"},
        text("P * r / 12 / (1 - (1 + r / 12) ** -n)"),
        kind="number",
    )
    fee = model(
        "Fee for",
        {"Amount Lent": "number"},
        table(["Amount Lent"], ["Fee"], [["< 1000", "15"], [">= 1000", "20.5"]]),
        kind="number",
    )
    bound = "".join(
        f'<binding><parameter name="{name}"/>{text(said)}</binding>'
        for name, said in (
            ("P", "Loan.Principal"),
            ("r", "Loan.Yearly Rate"),
            ("n", "Loan.term-months"),
        )
    )
    monthly = (
        '<context><contextEntry><variable name="pay"/>'
        f"<invocation>{text('Instalment')}{bound}</invocation></contextEntry>"
        f'<contextEntry><variable name="the fee"/>{text("Fee for(Loan.Principal)")}</contextEntry>'
        f"<contextEntry>{text('pay + the fee')}</contextEntry></context>"
    )
    return file(
        loan,
        payment,
        fee,
        data("Loan", "tLoan"),
        decision(
            "Monthly Payment",
            monthly,
            kind="number",
            needing=needs(data=["Loan"], models=["Instalment", "Fee for"]),
        ),
        decision(
            "Affordable?",
            text('if Monthly Payment < 3000 then "yes" else "no"'),
            needing=needs(decisions=["Monthly Payment"]),
        ),
    )


def test_a_whole_model_of_knowledge_contexts_and_calls_is_exact_to_many_digits() -> None:
    loan = {"Principal": 600_000, "Yearly Rate": Decimal("0.0375"), "term-months": 360}

    outcome = asked(instalments(), "Monthly Payment", {"Loan": loan})

    assert isinstance(outcome.answer, Decimal)
    assert abs(outcome.answer - Decimal("2799.19354943276676808852038")) < Decimal("1e-22")
    assert [(each.name, each.answer) for each in outcome.before] == [("Fee for", Decimal("20.5"))]
    assert asked(instalments(), "Affordable?", {"Loan": loan}).answer == "yes"


@pytest.mark.parametrize(
    "name",
    ["Pre-bureau risk", "child's age", "Größe", "Rate (yearly)", "a.b", "2nd choice", "in or out"],
)
def test_a_name_that_can_be_written_is_read_and_any_decision_is_asked_by_its_name(
    name: str,
) -> None:
    xml = file(decision(name, text("1")))

    assert asked(xml, name, {}).answer == Decimal(1)


@pytest.mark.parametrize(
    "name", ["Pre-bureau risk", "child's age", "Größe", "a + b", "item 2", "e/f"]
)
def test_names_of_signs_and_letters_of_any_language_are_read_in_expressions(name: str) -> None:
    asks = decision("Asks", text(f"{name} + 1"), needing=needs(data=[name]))

    assert asked(file(data(name, "number"), asks), "Asks", {name: 4}).answer == Decimal(5)


def test_cells_may_name_other_inputs_and_the_column_itself() -> None:
    logic = table(
        ["Income | number", "Age | number"],
        ["Fits"],
        [["> Rent * 3", "-", '"well"'], ["<= Rent * 3", "? > 18 and Income > 0", '"just"']],
    )
    xml = file(
        data("Income", "number"),
        data("Rent", "number"),
        data("Age", "number"),
        decision("D", logic, needing=needs(data=["Income", "Rent", "Age"])),
    )

    assert asked(xml, "D", {"Income": 100, "Rent": 10, "Age": 1}).answer == "well"
    assert asked(xml, "D", {"Income": 20, "Rent": 10, "Age": 30}).answer == "just"
    assert asked(xml, "D", {"Income": 20, "Rent": 10, "Age": 3}).answer is None


def test_ids_and_names_of_decisions_are_told_apart() -> None:
    first = f'<decision id="two" name="{identifier("one")}">{text("1")}</decision>'
    second = f'<decision id="one" name="two">{text("2")}</decision>'

    assert asked(file(first, second), "two", {}).answer == Decimal(1)
    assert asked(file(first, second), "one", {}).answer == Decimal(2)
