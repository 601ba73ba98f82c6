"""What is known of the types of names inside of decisions."""

from pathways.checks.typed_decisions import typed_boxes
from pathways.dmn import read_decision
from pathways.model.boxed import Literal
from tests.pathways.dmn.models import data, decision, file, item, model, needs, text

OUTSIDE = {("ask", "hours"): "number", ("Cost", "x"): "string"}


def _types(*parts: str, name: str) -> dict[str, dict[tuple[str, ...], str]]:
    """Return the types that each literal box may read, by its text."""
    root = read_decision(file(*parts), file="a.dmn", decision=name)
    return {
        typed.box.expression.text: dict(typed.types)
        for typed in typed_boxes(root, OUTSIDE)
        if isinstance(typed.box, Literal) and typed.box.expression is not None
    }


def test_names_of_a_decision_s_own_hide_those_of_the_pathway() -> None:
    cost = decision("Cost", text("ask.hours"), kind="number")
    root = decision("D", text("Cost"), needing=needs(decisions=["Cost"]))

    types = _types(cost, root, name="D")

    assert types["ask.hours"] == OUTSIDE
    assert types["Cost"] == {("ask", "hours"): "number", ("Cost",): "number"}


def test_input_data_and_parameters_have_the_types_and_components_that_the_file_says() -> None:
    family = item("tFamily", components={"Family Name": "string", "born": "date"})
    doubled = model("Doubled", {"n": "number", "any": ""}, text("n * 2"))
    root = decision("D", text("Family.born"), needing=needs(data=["Family"], models=["Doubled"]))

    types = _types(family, doubled, data("Family", "tFamily"), root, name="D")

    assert types["n * 2"] == {**OUTSIDE, ("n",): "number"}
    assert types["Family.born"] == {
        **OUTSIDE,
        ("Family",): "context",
        ("Family", "Family Name"): "string",
        ("Family", "born"): "date",
    }


def test_names_that_boxes_make_hide_others_too() -> None:
    entry = f'<contextEntry><variable name="Cost" typeRef="date"/>{text("null")}</contextEntry>'
    loop = f'<for iteratorVariable="ask"><in>{text("[1]")}</in><return>{text("ask")}</return></for>'
    boxes = f"<context>{entry}<contextEntry>{loop}</contextEntry></context>"

    assert _types(decision("D", boxes), name="D")["ask"] == {("Cost",): "date"}
